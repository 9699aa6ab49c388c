"""From a path in a scenario to the file and line where its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scenarios.finding import Finding
from scenarios.yaml_text import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; lines count from 1."""

    file: str
    line: int


@dataclass(slots=True)
class Located:
    """Merged data of one document, and where each part of it was written."""

    data: dict[str, Any]
    marks: dict[Path, Mark] = field(default_factory=dict)
    file: str = "scenario"

    def finding(self, path: Path, wrong: str, remedy: str, code: str) -> Finding:
        """A finding at ``path``, whose parts may be indexes or ids of list items."""
        mark = self.mark(path)
        return Finding(mark.file, mark.line, self.shown(path), wrong, remedy, code)

    def mark(self, path: Path) -> Mark:
        """The place of ``path``, or of the nearest part of it that is written."""
        raw = self._raw(path)
        while raw not in self.marks and raw:
            raw = raw[:-1]
        return self.marks.get(raw, Mark(self.file, 1))

    def shown(self, path: Path) -> str:
        """``path`` with ids for indexes, joined by dots."""
        here: object = self.data
        parts = []
        for part in path:
            here, label = _step(here, part)
            parts.append(label)
        return ".".join(part[:60] for part in parts) or "scenario"

    def _raw(self, path: Path) -> Path:
        here: object = self.data
        raw: list[str | int] = []
        for part in path:
            raw.append(_index(here, part))
            here, _ = _step(here, part)
        return tuple(raw)


def _index(here: object, part: str | int) -> str | int:
    if isinstance(here, list) and isinstance(part, str):
        for at, item in enumerate(here):
            if isinstance(item, dict) and str(item.get("id")) == part:
                return at
    return part


def _step(here: object, part: str | int) -> tuple[object, str]:
    if isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
        item = here[part]
        label = str(item["id"]) if isinstance(item, dict) and "id" in item else str(part)
        return item, label
    if isinstance(here, list):
        found = [item for item in here if isinstance(item, dict) and str(item.get("id")) == part]
        return (found[0] if found else None), str(part)
    if isinstance(here, dict):
        return here.get(str(part)), str(part)
    return None, str(part)
