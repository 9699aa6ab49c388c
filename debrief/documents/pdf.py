"""A document as a tagged PDF (PDF/UA-1, ISO 14289-1), set by Typst with the fonts it brings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import typst

from debrief.documents.harmless import printable
from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, cited

SOURCE = Path(__file__).with_name("paper.typ")
UNKNOWN = re.compile(
    "[^\t\n -~\u00a0-\u02ff\u038e-\u03a1\u03a3-\u0481\u1e00-\u1eff\u2010-\u2027\u2030-\u203e"
    "\u20a0-\u20bf\u2190-\u23ff\u2460-\u2606]"
)
"""What the fonts that Typst brings cannot draw (emoji, other scripts); PDF/UA has no such text."""
BOX = "□"
STANDARD: Literal["ua-1"] = "ua-1"


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1. The same bytes wherever and whenever it is made."""
    return typst.compile(
        SOURCE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_paper(document), ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=document.moment.replace(tzinfo=UTC),
    )


def drawable(text: str) -> str:
    """The text with a box for each character that cannot be drawn."""
    return UNKNOWN.sub(BOX, normalize("NFC", printable(text)))


def _paper(document: Document) -> Mapping[str, Any]:
    return {
        "title": drawable(document.title),
        "lang": document.lang,
        "moment": _moment(document.moment),
        "parts": [_part(part) for part in document.parts],
    }


def _moment(moment: datetime) -> Mapping[str, int]:
    return {
        name: getattr(moment, name) for name in ("year", "month", "day", "hour", "minute", "second")
    }


def _part(part: Part) -> Mapping[str, Any]:
    match part:
        case Heading():
            return {"kind": "heading", "level": part.level, "text": drawable(part.text)}
        case Paragraph():
            words = {"text": drawable(part.text), "strong": part.strong}
            return {"kind": "paragraph", **words, "cited": cited(part.evidence)}
        case Bullets():
            return {"kind": "bullets", "items": [drawable(each) for each in part.items]}
    rows = [
        {"cells": [drawable(str(cell)) for cell in row.cells], "cited": cited(row.evidence)}
        for row in part.rows
    ]
    return {
        "kind": "table",
        "caption": drawable(part.caption),
        "head": [drawable(each) for each in part.head],
        "widths": part.widths,
        "rows": rows,
    }
