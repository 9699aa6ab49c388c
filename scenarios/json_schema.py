"""The scenario language as a JSON Schema, for editors: ``python -m scenarios.json_schema``."""

from __future__ import annotations

import json
from pathlib import Path as FilePath

from scenarios.schema import Scenario

FILE = FilePath(__file__).parent / "schema.json"


def schema_text() -> str:
    """The schema as the file holds it; the same text every time."""
    schema = Scenario.model_json_schema()
    schema["properties"]["include"] = {
        "type": "array",
        "items": {"type": "string"},
        "maxItems": 20,
        "description": "Files beside this one that hold the other top-level keys.",
    }
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Write the schema beside this module."""
    FILE.write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
