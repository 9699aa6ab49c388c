"""A document as a web page: whole in one file, read by anybody, and nothing in it is run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from debrief.documents.harmless import printable
from debrief.documents.html import html
from debrief.documents.model import Bullets, Document, Heading, Paragraph, Row, Table
from tests.debrief.documents.web_page import WebPage

HOSTILE = "</style></title><script>alert(1)</script> {{ 7 * 7 }} <img src=x onerror=a> \" ' & «æ»"
PAPER = Document(
    HOSTILE,
    "nn",
    datetime(2025, 10, 21, 9, 20),
    (
        Heading("Ramma"),
        Heading("Tidene", 2),
        Paragraph(HOSTILE, (3, 7, 8, 9)),
        Paragraph("Éi linje\nog éi til", strong=True),
        Bullets((HOSTILE, "to")),
        Table("Tal", ("Kva", HOSTILE), (3, 1), (Row(("Svar", 4), (11, 12)), Row((HOSTILE, 5)))),
        Table("Meir", ("Kva", "Kor mange"), (3, 1), ()),
    ),
)
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "strong"),
    *("small", "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}


def test_it_says_what_the_document_says() -> None:
    """Language, title, headings in order, lists, and tables with caption, heads and evidence."""
    page = WebPage(html(PAPER))
    assert ("html", {"lang": "nn"}) in page.tags
    assert page.all("title") == page.all("h1") == [HOSTILE]
    assert (page.all("h2"), page.all("h3")) == (["Ramma"], ["Tidene"])
    assert page.all("p") == [f"{HOSTILE} [3, 7–9]", "Éi linje\nog éi til"]
    assert page.all("li") == [HOSTILE, "to"]
    assert page.all("caption") == ["Tal", "Meir"]
    assert all(found == {"scope": "col"} for tag, found in page.tags if tag == "th")
    assert page.rows == [
        ["Kva", HOSTILE],
        ["Svar", "4 [11–12]"],
        [HOSTILE, "5"],
        ["Kva", "Kor mange"],
    ]


def test_it_needs_nothing_and_runs_nothing() -> None:
    """D12: no tag but the document's own, no address, no handler, and a policy that allows none."""
    file = html(PAPER)
    page = WebPage(file)
    assert {tag for tag, _found in page.tags} == TAGS
    attributes = {name for _tag, found in page.tags for name in found}
    assert not attributes & {"src", "href", "style"}
    assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(rb"url\(|@import|https?:", file)
    assert any(
        (found.get("content") or "").startswith("default-src 'none'") for _t, found in page.tags
    )


def test_each_table_is_told_by_its_own_caption() -> None:
    """A table too wide for the screen is reached by keyboard, under the name of its caption."""
    tags = WebPage(html(PAPER)).tags
    regions = [found for tag, found in tags if tag == "div"]
    captions = [found["id"] for tag, found in tags if tag == "caption"]
    assert [each["aria-labelledby"] for each in regions] == captions
    assert len(set(captions)) == 2
    assert all(each["tabindex"] == "0" for each in regions)


def test_two_makings_are_the_same_bytes() -> None:
    """No clock and no chance gets into the file."""
    assert html(PAPER) == html(replace(PAPER))


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_any_words_can_be_a_page(text: str) -> None:
    """D12: whatever somebody wrote is there to read, and stays words."""
    page = WebPage(html(replace(PAPER, parts=(Paragraph(text), Bullets((text,))))))
    shown = printable(text)
    assert page.all("p") == page.all("li") == [shown]
