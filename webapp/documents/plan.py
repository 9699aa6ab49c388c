"""The forbedringsplan on paper: in the report, and as a sheet to work on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debrief.documents.model import Document, Heading, Paragraph, Part, Row, Table
from facilitator.improvement.row import Row as Agreed
from webapp.documents.eyes import Reading
from webapp.documents.frame import moment
from webapp.improvement import words
from webapp.improvement.shown import on
from webapp.regions.say import _

SHOWN = ("finding", "measure", "level", "owner", "due", "status", "reason")
"""The fields that paper holds, in their order."""


def improvement_sheet(reading: Reading) -> Document:
    """The plan of this team as a spreadsheet."""
    title = _("Forbedringsplan: %(title)s", title=reading.record.plan.scenario.title)
    return Document(title, reading.lang, moment(reading.record), (_table(reading),))


def improvement(reading: Reading) -> Iterator[Part]:
    """The plan's part of the report."""
    yield Heading(_("Forbedringsplan"))
    if reading.agreed:
        yield _table(reading)
    else:
        yield Paragraph(_("Det er ikke skrevet noen plan for dette laget ennå."))


def _said(each: Agreed, field: str) -> str:
    stored = str(getattr(each, field))
    if field == "due":
        return on(date.fromisoformat(stored)) if stored else ""
    return words.value(field, stored)


def _table(reading: Reading) -> Table:
    names = words.fields()
    rows = tuple(
        Row(tuple(_said(each, field) for field in SHOWN), each.evidence) for each in reading.agreed
    )
    head = tuple(names[field] for field in SHOWN)
    return Table(_("Forbedringsplan"), head, (5, 5, 3, 4, 2, 2, 3), rows)
