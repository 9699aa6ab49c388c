"""A document as a tagged PDF (PDF/UA-1, ISO 14289-1), set by Typst with the fonts it brings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from debrief.documents.harmless import printable
from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, cited

SOURCE = Path(__file__).with_name("paper.typ")
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


def _paper(document: Document) -> Mapping[str, Any]:
    return {
        "title": printable(document.title),
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
            return {"kind": "heading", "level": part.level, "text": printable(part.text)}
        case Paragraph():
            words = {"text": printable(part.text), "strong": part.strong}
            return {"kind": "paragraph", **words, "cited": cited(part.evidence)}
        case Bullets():
            return {"kind": "bullets", "items": [printable(each) for each in part.items]}
    rows = [
        {"cells": [printable(str(cell)) for cell in row.cells], "cited": cited(row.evidence)}
        for row in part.rows
    ]
    return {
        "kind": "table",
        "caption": printable(part.caption),
        "head": [printable(each) for each in part.head],
        "widths": part.widths,
        "rows": rows,
    }
