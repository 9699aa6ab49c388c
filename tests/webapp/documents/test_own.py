"""What each takes home, read back: one's own exercise, and the first impressions of all."""

from __future__ import annotations

from io import BytesIO

import docx
import gevent
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from debrief.documents.model import Document, Language
from debrief.documents.pdf import pdf
from debrief.documents.sheet import sheet
from debrief.documents.word import word
from debrief.handovers import handover_rows
from debrief.responses import response_rows
from simulator.play.hotwash import HotwashGiven
from simulator.play.kernel import Actor
from tests.debrief.builder import Tale
from tests.webapp.documents.emma import LANGUAGES, read
from webapp.cli.spoken import spoken
from webapp.documents.eyes import PaperEyes, Reading
from webapp.documents.file import as_file
from webapp.documents.first_impressions import first_impressions, impressions_sheet
from webapp.documents.my_exercise import my_exercise

SEAT = "bup"
HELD = {
    "nb": "Overleveringer jeg var med på",
    "nn": "Overleveringar eg var med på",
}


def _mine(lang: Language, seat: str = SEAT) -> Document:
    with spoken(lang):
        return my_exercise(read(lang), PaperEyes("participant", "", "", 1, 1, seat, "p-1"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ones_own_exercise_is_of_ones_own_seat(lang: Language) -> None:
    """Each handover of the seat, each answer asked of it and no other's, in Word as in PDF."""
    record = read(lang).record
    passes = [
        row
        for row in handover_rows(record)
        if (row.offered or row.due) and SEAT in (row.sender, row.receiver)
    ]
    answers = [row for row in response_rows(record) if row.seat == SEAT]
    found = docx.Document(BytesIO(word(_mine(lang))))
    told = [[cell.text for cell in row.cells] for table in found.tables for row in table.rows]
    assert len([row for row in told if len(row) == 4]) == len(passes) + 1
    assert len([row for row in told if len(row) == 5]) == len(answers) + 1
    assert HELD[lang] in [each.text for each in found.paragraphs]
    flat = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf(_mine(lang)))).pages)
    assert " ".join(HELD[lang].split()) in " ".join(flat.split())


def test_the_same_journal_gives_the_same_bytes() -> None:
    """Twice made, twice alike; another seat's is another."""
    assert word(_mine("nb")) == word(_mine("nb"))
    assert pdf(_mine("nb")) == pdf(_mine("nb"))
    assert word(_mine("nb")) != word(_mine("nb", "ke"))


def test_first_impressions_are_nobodys() -> None:
    """B3, B9: the cards without seat, person or order; few are told that words may be known."""
    reading = _said("=1+1", "Vi ventet lenge", "At ingen ringte")
    with spoken("nb"):
        paper, table = first_impressions(reading), impressions_sheet(reading)
    words = docx.Document(BytesIO(word(paper)))
    told = [each.text for each in words.paragraphs]
    assert {"Vi ventet lenge", "At ingen ringte", "Gikk bra"} <= set(told)
    assert any("Dere er få" in each for each in told)
    assert "p-rektor" not in str(words.element.xml)
    assert not any(part.evidence for part in paper.parts if hasattr(part, "evidence"))
    cells = [cell for row in load_workbook(BytesIO(sheet(table))).worksheets[0] for cell in row]
    assert "Vi ventet lenge" in [cell.value for cell in cells]


def test_a_formula_in_an_impression_is_words() -> None:
    """D14: a card that begins like a formula is text in the spreadsheet."""
    with spoken("nb"):
        table = impressions_sheet(_said("=1+1", "", ""))
    cells = [cell for row in load_workbook(BytesIO(sheet(table))).worksheets[0] for cell in row]
    assert "'=1+1" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_nothing_said_is_told_as_such() -> None:
    """Without a card there are three headings and no empty list."""
    with spoken("nb"):
        paper = first_impressions(_said())
    told = [each.text for each in docx.Document(BytesIO(word(paper))).paragraphs]
    assert told.count("Ingen har skrevet noe her.") == 3


def _said(*words: str) -> Reading:
    tale = Tale(people=("rektor", "barnevern")).start()
    if words:
        by = Actor("seat", "rektor", "p-rektor")
        tale.tell(by, HotwashGiven("rektor", "p-rektor", *words))
    return Reading(tale.record, "nb")


def test_others_are_served_while_a_paper_is_written() -> None:
    """E3: a PDF that takes its time leaves the event loop to everybody else."""
    served: list[int] = []

    def serve() -> None:
        while True:
            served.append(1)
            gevent.sleep(0.005)

    others = gevent.spawn(serve)
    as_file(_mine("nb"), "pdf", "mine")
    others.kill()
    assert len(served) > 2
