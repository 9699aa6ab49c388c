"""The equal tables, to take along: every row of the page, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re

import pytest

from debrief.documents.harmless import harmless, printable
from tests.webapp.gjennomgang.played import Gjennomgang

PAGES = ("handovers", "lanes", "replay")


def _rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("page", PAGES)
def test_a_table_taken_along_has_every_row_of_the_page(analysed: Gjennomgang, page: str) -> None:
    """B8: it has the rows and columns of the table on the page, for leader and participant."""
    doors = (
        (analysed.leader, analysed.at(1, page)),
        (analysed.people[0], f"/gjennomgang/vis/{page}"),
    )
    for browser, address in doors:
        table = browser.get(address).text.partition("<table")[2].partition("</table>")[0]
        assert "data-sorts" in table
        answer = browser.get(f"{address}/table.csv")
        assert answer.mimetype == "text/csv"
        assert f'filename="{page}-1.csv"' in answer.headers["Content-Disposition"]
        rows = _rows(answer.text)
        assert len(rows) - 1 == table.partition("<tbody>")[2].count("<tr")
        assert {len(row) for row in rows} == {table.count('scope="col"')}
        assert re.fullmatch(r"\d+(, \d+)*", rows[-1][-1])


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_no_cell_is_taken_for_a_formula(first: str) -> None:
    """D14: what a spreadsheet might run is marked as text; all else stays as it is."""
    assert harmless(f"{first}1+1") == f"'{printable(first)}1+1"
    assert harmless(f"1{first}") == f"1{printable(first)}"


def test_other_pages_have_none(analysed: Gjennomgang) -> None:
    """A page without such a table has no address for one, and the room's screen takes nothing."""
    assert analysed.leader.get(analysed.at(1, "five-r/table.csv")).status_code == 404
    assert analysed.screen.get(analysed.at(1, "replay/table.csv")).status_code == 303
