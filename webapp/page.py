"""What every template may use: links that outlive a release, help numbers, Markdown."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_babel import lazy_gettext as _l

from webapp import landing
from webapp.config import Config
from webapp.security.sanitize import to_html

HELP_LINES = (
    ("113", _l("Fare for liv og helse: medisinsk nødtelefon")),
    ("116 117", _l("Legevakt")),
    ("116 111", _l("Alarmtelefonen for barn og unge")),
    ("116 123", _l("Mental Helses hjelpetelefon")),
)


def init(app: Flask, config: Config) -> None:
    """Give the templates their words and helpers."""
    lines = config.help_lines or HELP_LINES
    app.jinja_env.globals.update(
        landing=landing,
        help_lines=lambda: lines,
        support=config.support,
        owner=config.owner,
        open_network=config.mode == "lan",
    )
    app.jinja_env.filters["markdown"] = to_html
    versions: dict[str, int] = {}

    @app.url_defaults
    def versioned(endpoint: str, values: dict[str, Any]) -> None:
        """A static file's address changes with the file, so that browsers may keep it."""
        name = values.get("filename")
        if endpoint != "static" or name is None or app.static_folder is None:
            return
        if name not in versions:
            path = app.root_path and f"{app.static_folder}/{name}"
            versions[name] = _changed(path)
        values["v"] = versions[name]


def _changed(path: str) -> int:
    from pathlib import Path

    file = Path(path)
    return int(file.stat().st_mtime) if file.is_file() else 0
