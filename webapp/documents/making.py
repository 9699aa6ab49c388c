"""Which documents there are, and as which files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from debrief.documents.html import html
from debrief.documents.model import Document
from debrief.documents.pdf import pdf
from debrief.documents.sheet import sheet
from debrief.documents.word import word
from scenarios.plan import Plan
from webapp.documents.eyes import Reading
from webapp.documents.first_impressions import first_impressions, impressions_sheet
from webapp.documents.log import log
from webapp.documents.minutes import minutes
from webapp.documents.one_page import one_page
from webapp.documents.plan import improvement_sheet
from webapp.documents.report import report


@dataclass(frozen=True, slots=True)
class Form:
    """A sort of file: its media type, and what writes it."""

    media: str
    write: Callable[[Document], bytes]


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS: Mapping[str, Form] = {
    "docx": Form(f"{OFFICE}.wordprocessingml.document", word),
    "pdf": Form("application/pdf", pdf),
    "html": Form("text/html; charset=utf-8", html),
    "xlsx": Form(f"{OFFICE}.spreadsheetml.sheet", sheet),
}
"""By the ending of the file."""
COMPOSED: Mapping[tuple[str, str], Callable[[Reading], Document]] = {
    ("one-page", "docx"): one_page,
    ("one-page", "pdf"): one_page,
    ("one-page", "html"): one_page,
    ("report", "docx"): report,
    ("report", "pdf"): report,
    ("report", "html"): report,
    ("impressions", "docx"): first_impressions,
    ("impressions", "pdf"): first_impressions,
    ("impressions", "xlsx"): impressions_sheet,
    ("plan", "xlsx"): improvement_sheet,
    ("log", "xlsx"): log,
}
"""By name and ending: paper to read, and a sheet to search."""
TALKED: Mapping[tuple[str, str], Callable[[Reading], Document]] = {
    ("minutes", "docx"): minutes,
    ("minutes", "pdf"): minutes,
    ("minutes", "html"): minutes,
    ("impressions", "docx"): first_impressions,
    ("impressions", "pdf"): first_impressions,
    ("impressions", "xlsx"): impressions_sheet,
    ("plan", "xlsx"): improvement_sheet,
    ("log", "xlsx"): log,
}
"""Those of a diskusjonsøvelse: there its minutes stand for the result and the report, which tell
of handovers, times and figures that no talk has."""


def composed(plan: Plan) -> Mapping[tuple[str, str], Callable[[Reading], Document]]:
    """The documents that an exercise of that plan has."""
    return TALKED if plan.is_discussion else COMPOSED


def made(reading: Reading, name: str, form: str) -> bytes:
    """The file. KeyError if the exercise has no such document in that form."""
    return FORMS[form].write(composed(reading.record.plan)[name, form](reading))
