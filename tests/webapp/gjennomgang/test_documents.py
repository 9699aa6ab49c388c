"""Dokumenter: a page of files for whoever leads, once the analysis is open."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.debrief.documents.web_page import WebPage
from tests.webapp.gjennomgang.played import NAMES, Gjennomgang
from webapp.documents.making import COMPOSED, FORMS
from webapp.runtime import Runtime

FILES = [f"{name}.{form}" for name, form in COMPOSED]


def _words(file: bytes, form: str) -> str:
    if form == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)
    if form == "docx":
        return str(docx.Document(BytesIO(file)).element.xml)
    if form == "html":
        return WebPage(file).words()
    rows = load_workbook(BytesIO(file)).worksheets[0].iter_rows(values_only=True)
    return " ".join(str(value) for row in rows for value in row)


def test_whoever_leads_finds_every_file_from_the_analysis(analysed: Gjennomgang) -> None:
    """B9: a door leads to the page, and each link on it to a file of its kind."""
    assert analysed.at(1, "documents") in analysed.leader.get(analysed.at()).text
    page = analysed.leader.get(analysed.at(1, "documents"))
    assert page.status_code == 200
    links = re.findall(r'href="([^"]+/documents/[^"]+)"', page.text)
    assert links == [analysed.at(1, f"documents/{file}") for file in FILES]
    for link in links:
        answer = analysed.leader.get(link)
        form = link.rpartition(".")[2]
        assert answer.status_code == 200
        assert answer.content_type == FORMS[form].media
        assert answer.headers["Content-Disposition"].endswith(f'.{form}"')
        assert _words(answer.data, form)


def test_files_wait_for_the_analysis(played: Gjennomgang) -> None:
    """B2: 403 for page and files alike until it is open."""
    for path in ("documents", *(f"documents/{file}" for file in FILES)):
        assert played.leader.get(played.at(1, path)).status_code == 403


@pytest.mark.parametrize("path", ["documents", *(f"documents/{file}" for file in FILES)])
def test_files_are_for_whoever_leads_alone(analysed: Gjennomgang, path: str) -> None:
    """Neither participants nor the screen get them, and no door of theirs leads there."""
    where = analysed.at(1, path)
    for browser in (*analysed.people, analysed.screen):
        assert browser.get(where).status_code in (303, 403)
    assert analysed.people[0].get("/gjennomgang/vis/documents").status_code == 404
    for shown in (analysed.people[0].get("/gjennomgang"), analysed.screen.get(analysed.at())):
        assert "documents" not in shown.text


@pytest.mark.parametrize("path", ["documents/report.xlsx", "documents/other.pdf"])
def test_there_are_no_other_files(analysed: Gjennomgang, path: str) -> None:
    """A name or a form that is not made is not found."""
    assert analysed.leader.get(analysed.at(1, path)).status_code == 404
    assert analysed.leader.get(analysed.at(9, "documents")).status_code == 404


def test_no_file_holds_a_persons_name_or_id(analysed: Gjennomgang, here: Runtime) -> None:
    """C10, B3: neither the names people chose nor the ids of participants are in any file."""
    ids = [each.id for each in here.room.participants(analysed.room.exercise_id)]
    for name, form in COMPOSED:
        file = analysed.leader.get(analysed.at(1, f"documents/{name}.{form}")).data
        words = _words(file, form)
        for secret in (*NAMES, *ids):
            assert secret not in words


def test_the_plan_is_in_the_report_and_a_sheet_of_its_own(played: Gjennomgang) -> None:
    """B9: what was agreed, with owner and date, read back from Word, PDF, page and sheet; a
    finding that looks like a formula is text (D14)."""
    for stage in ("analysis", "application"):
        played.open(stage)
    sent = {
        "finding": "=Ingen hadde navnet på vakta",
        "measure": "Skrive vaktnavnet på tavla",
        "level": "service",
        "due": "2027-03-01",
        "verify": "",
    }
    form = played.leader.get(played.at(1, "plan/new")).text
    owner = re.search(
        r'name="owner"[^>]*>\s*(?:<option value="">.*?</option>\s*)?<option value="([^"]+)"',
        form,
        re.DOTALL,
    )
    assert owner is not None
    answer = played.leader.post(played.at(1, "plan/new"), {**sent, "owner": owner[1]})
    assert answer.status_code == 303
    for file in ("report.docx", "report.pdf", "report.html", "plan.xlsx"):
        form = file.rpartition(".")[2]
        told = " ".join(
            _words(played.leader.get(played.at(1, f"documents/{file}")).data, form).split()
        )
        assert "Skrive vaktnavnet på tavla" in told, file
        assert "1. mars 2027" in told, file
    book = load_workbook(BytesIO(played.leader.get(played.at(1, "documents/plan.xlsx")).data))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
