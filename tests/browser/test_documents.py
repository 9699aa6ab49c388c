"""The report as a web page, in a real browser: without a server, on a phone and on a wall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scenarios.loader import load
from simulator.journal.file import write_journal
from simulator.rehearse import rehearse
from tests.browser.conftest import NewPage
from tests.browser.phone import Phone
from webapp.cli.debrief import TOLD, run


@pytest.mark.parametrize(("lang", "more"), [("nb", []), ("nn", ["--one-page"])])
def test_a_page_from_the_terminal_is_for_everybody(
    lang: str,
    more: list[str],
    tmp_path: Path,
    new_page: NewPage,
    assert_accessible: Callable[[Page], None],
) -> None:
    """C1: axe finds nothing in the file, and nothing scrolls sideways but a wide table."""
    made = rehearse(load("small"), "45", seed=3)
    journal, file = tmp_path / "journal.jsonl", tmp_path / "report.html"
    write_journal(journal, made.document, made.entries)
    assert run([str(journal), "--html", str(file), "--lang", lang, *more]) == TOLD
    for width in (320, 1280):
        page = new_page(width, lang)
        page.goto(file.as_uri())
        assert_accessible(page)
        assert not Phone(page).overflows()
