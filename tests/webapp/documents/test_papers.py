"""The documents hold the figures of the journal, in the reader's language, and name nobody."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from debrief.documents.model import Language, cited
from debrief.five_r import five_r
from debrief.handovers import handover_rows
from debrief.obstacles import obstacles
from debrief.record import Record
from debrief.responses import response_rows
from debrief.timeline import timeline
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.answers import QuestionAsked
from simulator.play.kernel import Actor
from tests.debrief.builder import Tale
from tests.debrief.documents.web_page import WebPage
from tests.webapp.documents.emma import LANGUAGES, entries, read
from webapp.cli.spoken import spoken
from webapp.documents.eyes import Reading
from webapp.documents.frame import services
from webapp.documents.making import COMPOSED, made
from webapp.gjennomgang.five_r import decimal

SENT = {
    "nb": "Sendt: {}. Overtatt: {}. Fulgt helt fram: {}.",
    "nn": "Sendt: {}. Overteke: {}. Følgt heilt fram: {}.",
}
LIMIT = {
    "nb": "Hvor godt noe er sagt, leser ikke tallene.",
    "nn": "Kor godt noko er sagt, seier ikkje tala.",
}

BEYOND = {"nb": "Det laget ikke kunne avgjøre", "nn": "Det laget ikkje kunne avgjere"}
FIVE = {"nb": "De fem R-ene", "nn": "Dei fem R-ane"}


def _made(lang: Language, name: str, form: str) -> bytes:
    with spoken(lang):
        return made(read(lang), name, form)


def _word(lang: Language, name: str) -> tuple[list[str], list[list[str]]]:
    """Paragraphs and table rows of a Word document, read back."""
    found = docx.Document(BytesIO(_made(lang, name, "docx")))
    rows = [[cell.text for cell in row.cells] for table in found.tables for row in table.rows]
    return [each.text for each in found.paragraphs], rows


def _pdf(lang: Language, name: str) -> str:
    """The words of a PDF, as one line."""
    pages = PdfReader(BytesIO(_made(lang, name, "pdf"))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("name", ["report", "one-page"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_word_says(lang: Language, name: str) -> None:
    """B9: each paragraph and each row of figures, in order and with the same evidence."""
    page = WebPage(_made(lang, name, "html"))
    assert page.tags[0] == ("html", {"lang": lang})
    paragraphs, rows = _word(lang, name)
    assert page.rows == rows
    assert [words for tag, words in page.said if tag not in ("title", "th", "td")] == [
        each for each in paragraphs if each
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_has_every_figure_with_n_and_formula(lang: Language) -> None:
    """B9: handovers, responses and each indicator stand in Word and PDF as the debrief has them."""
    record = read(lang).record
    paragraphs, rows = _word(lang, "report")
    words = " ".join(paragraphs)
    flat = _pdf(lang, "report")
    passes = [row for row in handover_rows(record) if row.offered or row.due]
    steps = (sum(row.has(step) for row in passes) for step in ("offered", "taken_over", "told"))
    sent = SENT[lang].format(*steps)
    assert sent in words
    assert sent in flat
    assert LIMIT[lang] in words
    assert LIMIT[lang] in flat
    told = {row[0].split(" ")[0]: row for row in rows}
    for r in five_r(record).values():
        for figure in (each for each in r.figures if each.id in r.declared):
            row = told[figure.id]
            assert row[2] == str(figure.n)
            assert f"{figure.id} " in flat
            if figure.shown_ratio is not None:
                with spoken(lang):
                    assert row[1].startswith(decimal(figure.shown_ratio))
                    assert f"{decimal(figure.shown_ratio)}, der" in flat
            assert re.search(rf"^{figure.id} .+: .+", "\n".join(paragraphs), re.MULTILINE)
    missed = sum(each.standing == "missed" for each in response_rows(record))
    pairs = [row for row in rows if len(row) == 6 and row[1].isdigit()]
    assert sum(int(row[3]) for row in pairs) == missed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_team_could_not_decide_stands_apart_in_the_report(lang: Language) -> None:
    """Domain 4.11: under its own heading, before the five R's, each with its entries."""
    found = obstacles(read(lang).record)
    paragraphs, _rows = _word(lang, "report")
    at = paragraphs.index(BEYOND[lang])
    assert found
    assert at < paragraphs.index(FIVE[lang])
    told = paragraphs[at + 2 : at + 2 + len(found)]
    assert [each.rpartition(" [")[2] for each in told] == [
        cited(each.seqs).removeprefix("[") for each in found
    ]
    flat = _pdf(lang, "report")
    assert all(each in flat for each in told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_is_one_page(lang: Language) -> None:
    """One sheet of paper, also of a long exercise, with her line, three moments and a question."""
    read = PdfReader(BytesIO(_made(lang, "one-page", "pdf")))
    assert len(read.pages) == 1
    assert str(read.root_object["/Lang"]) == lang
    paragraphs, _rows = _word(lang, "one-page")
    assert any(each.endswith("?") for each in paragraphs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_log_is_the_teams_timeline(lang: Language) -> None:
    """B9: a row for each entry that the team may see, under its own number, in order."""
    sheet = load_workbook(BytesIO(_made(lang, "log", "xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [row.seq for row in timeline(read(lang).record, "team")]
    assert all(row[3] for row in rows)


def test_the_log_tells_nobody_beside_a_fault() -> None:
    """B3: what never came is told of those it lay between, as on the room's screen."""
    missed = [each for each in response_rows(read("nb").record) if each.standing == "missed"]
    sheet = load_workbook(BytesIO(_made("nb", "log", "xlsx"))).worksheets[0]
    told = [str(row[3]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert missed
    for each in missed:
        text = read("nb").record.plan.expected[each.expected][1].text
        assert f"Ikke gjort innen fristen: {text}" not in told


@pytest.mark.parametrize(("name", "form"), COMPOSED)
def test_what_is_made_twice_is_the_same(name: str, form: str) -> None:
    """The same journal gives the same bytes, read anew or not."""
    fresh = Reading(Record(plan_for(load("emma").scenario("nb"), "90"), entries()), "nb")
    with spoken("nb"):
        assert made(fresh, name, form) == _made("nb", name, form)


def test_evidence_in_the_report_is_in_the_log() -> None:
    """Every row that a document points at can be looked up."""
    sheet = load_workbook(BytesIO(_made("nb", "log", "xlsx"))).worksheets[0]
    known = {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}
    paragraphs, rows = _word("nb", "report")
    cited = re.findall(r"\[([\d–, ]+)\]", " ".join([*paragraphs, *(row[-1] for row in rows)]))
    assert cited
    for run in ", ".join(cited).split(", "):
        assert set(map(int, run.split("–"))) <= known


def test_a_formula_that_somebody_wrote_is_words_in_the_log() -> None:
    """D14: what a person wrote is told in the log, and no cell of it is a formula."""
    tale = Tale(people=("rektor", "barnevern")).start()
    wrote = '=HYPERLINK("http://example.no")'
    asked = QuestionAsked("q-1", "rektor", "barnevern", wrote)
    tale.tell(Actor("seat", "rektor", "p-rektor"), asked)
    with spoken("nb"):
        file = made(Reading(tale.record, "nb"), "log", "xlsx")
    cells = [cell for row in load_workbook(BytesIO(file)).worksheets[0].iter_rows() for cell in row]
    assert f"'{wrote}" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_people_are_counted_by_service_and_not_named() -> None:
    """C10: how many of each service took part; ids of people stand in no document."""
    tale = Tale(people=("rektor", "barnevern")).start()
    services_of = [tale.plan.seats[seat].service for seat in tale.people]
    assert services(tale.record) == dict.fromkeys(services_of, 1)
    with spoken("nb"):
        for name, form in COMPOSED:
            file = made(Reading(tale.record, "nb"), name, form)
            assert b"p-rektor" not in file
            assert "p-rektor" not in _all_words(file, form)


def _all_words(file: bytes, form: str) -> str:
    if form == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)
    if form == "html":
        return WebPage(file).words()
    if form == "docx":
        return str(docx.Document(BytesIO(file)).element.xml)
    rows = load_workbook(BytesIO(file)).worksheets[0].iter_rows(values_only=True)
    return " ".join(str(value) for row in rows for value in row)
