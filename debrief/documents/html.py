"""A document as one HTML file that needs nothing else: no script, no address, styles inside."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from debrief.documents.harmless import printable
from debrief.documents.model import Document, cited

SOURCE = Path(__file__).with_name("paper.html")


def html(document: Document) -> bytes:
    """The document as an HTML file in UTF-8.

    Columns are as wide as what they hold: on a screen the shares of a page mean nothing.
    """
    parts = [(type(part).__name__, part) for part in document.parts]
    template = _environment().from_string(SOURCE.read_text(encoding="utf-8"))
    return template.render(paper=document, parts=parts).encode()


def _environment() -> Environment:
    """Whatever is shown is escaped, and first made into what a file can hold."""
    made = Environment(
        autoescape=True,
        finalize=lambda value: printable(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["cited"] = cited
    return made
