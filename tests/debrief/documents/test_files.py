"""Word, PDF and spreadsheet: read back by others than who wrote them, and the same every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from time import sleep
from typing import Any, cast

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from debrief.documents.harmless import FORMULA, harmless
from debrief.documents.model import (
    Bullets,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    cited,
)
from debrief.documents.pdf import BOX, drawable, pdf
from debrief.documents.sheet import sheet
from debrief.documents.word import word

ZIP_CLOCK_S = 2.1
"""Zip files tell time in steps of two seconds."""
HARMLESS = "«Tall» #strong[ikke fet] *heller ikke* $1 @her <b>"
PAPER = Document(
    "En liten rapport",
    "nn",
    datetime(2025, 10, 21, 9, 20),
    (
        Heading("Ramma"),
        Paragraph(HARMLESS, (3, 7, 8, 9)),
        Bullets(("eitt", "to")),
        Table("Tal", ("Kva", "Kor mange"), (3, 1), (Row(("Svar", 4), (11, 12)), Row(("=1+1", 5)))),
    ),
)


def _xlsx(value: str) -> object:
    table = Table("Tal", ("Kva",), (1,), (Row((value,)),))
    cell = load_workbook(BytesIO(sheet(replace(PAPER, parts=(table,))))).worksheets[0]["A2"]
    assert cell.data_type != "f"
    return cell.value


@pytest.mark.parametrize("write", [word, pdf, sheet])
def test_two_makings_are_the_same_bytes(write: Callable[[Document], bytes]) -> None:
    """No clock and no chance gets into a file."""
    first = write(PAPER)
    sleep(ZIP_CLOCK_S)
    assert write(PAPER) == first


def test_word_has_headings_a_language_and_heads_that_repeat() -> None:
    """What a screen reader needs: title, levels, language, and which row is the head."""
    read = docx.Document(BytesIO(word(PAPER)))
    assert read.core_properties.title == PAPER.title
    assert read.core_properties.created == PAPER.moment.replace(tzinfo=UTC)
    styles = {each.text: each.style.name for each in read.paragraphs if each.style}
    assert styles[PAPER.title] == "Title"
    assert styles["Ramma"] == "Heading 1"
    assert f"{HARMLESS} [3, 7–9]" in styles
    spoken = {each.get(qn("w:val")) for each in read.styles.element.iter(qn("w:lang"))}
    assert spoken == {"nn-NO"}
    (table,) = read.tables
    assert list(table._tbl.iter(qn("w:tblHeader")))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Kva", "Kor mange"],
        ["Svar", "4 [11–12]"],
        ["=1+1", "5"],
    ]


def test_pdf_is_tagged_and_says_title_and_language() -> None:
    """PDF/UA-1: marked, with a structure that has heads of tables; words stay words."""
    read = PdfReader(BytesIO(pdf(PAPER)))
    root = cast(Any, read.root_object)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nn"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata is not None
    assert read.metadata.title == PAPER.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert {"/Title", "/H1", "/Table", "/TH", "/TD", "/LI", "/P"} <= _tags(root["/StructTreeRoot"])
    assert HARMLESS in read.pages[0].extract_text()


def _tags(node: object) -> set[str]:
    """The kinds of structure under a node of the tree."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        return set().union(*map(_tags, found)) if found else set()
    if not isinstance(found, dict):
        return set()
    own = {str(found["/S"])} if "/S" in found else set()
    return own | _tags(found.get("/K", []))


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_is_run(start: str) -> None:
    """D14: what begins as a formula reopens as text with an apostrophe before it."""
    assert str(_xlsx(f'{start}HYPERLINK("x")')).startswith("'")


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_any_words_can_be_a_cell(text: str) -> None:
    """D14: whatever somebody wrote, the sheet can be made and nothing in it is run."""
    shown = harmless(text)
    assert not shown.startswith(FORMULA)
    assert str(_xlsx(text) or "") == shown


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_any_words_can_be_paper(text: str) -> None:
    """Whatever somebody wrote, Word and PDF can be made; PDF has a box for what has no glyph."""
    paper = replace(PAPER, parts=(Paragraph(text, (1,)),))
    assert word(paper)
    assert pdf(paper)
    assert drawable("👍 Áŋŋá") == "□ Áŋŋá"


def test_what_is_not_boxed_has_a_glyph() -> None:
    """The characters that are let through are those that the fonts have."""
    known = [each for each in map(chr, range(0x3000)) if drawable(each) == each and each != BOX]
    assert pdf(replace(PAPER, parts=(Paragraph(" ".join(known)),)))


@given(st.sets(st.integers(1, 60)))
def test_cited_entries_are_all_of_them(seqs: set[int]) -> None:
    """Runs stand for every entry in them, and for no other."""
    told = cited(seqs).strip("[]")
    runs = [tuple(map(int, each.split("–"))) for each in told.split(", ")] if told else []
    assert {n for run in runs for n in range(run[0], run[-1] + 1)} == seqs
    assert all(a[-1] + 1 < b[0] for a, b in pairwise(runs))
