"""docs/indicators.md tells every indicator, whole and true."""

from __future__ import annotations

from debrief.measures import measure
from debrief.record import Record
from scenarios.indicators import indicators
from tests.architecture.tables import Row, lost_test, named, rows
from tests.architecture.tree import ROOT
from tests.simulator.builder import Room

PAGE = ROOT / "docs" / "indicators.md"
COLUMNS = ("id", "formula", "events read", "opportunities", "level", "test", "row")
DOMAIN = {
    f"{r}{number}"
    for r, count in (("RA", 7), ("RE", 7), ("RO", 8), ("RG", 7), ("RL", 8))
    for number in range(1, count + 1)
}
"""The 37 of domain 4."""


def by_id() -> dict[str, Row]:
    """The rows of the page by their indicator."""
    return {row["id"]: row for row in rows(PAGE)}


def test_all_thirty_seven_have_their_row() -> None:
    """Those of domain 4, those that are published and those of the page are the same."""
    assert len(DOMAIN) == 37
    assert set(indicators()) == DOMAIN
    assert list(by_id()) == list(indicators())
    assert len(rows(PAGE)) == len(DOMAIN)


def test_a_row_says_what_is_published() -> None:
    """Formula and level are the file's; the row of domain 4 is its source."""
    for indicator, row in by_id().items():
        published = indicators()[indicator]
        assert tuple(row) == COLUMNS
        assert all(row.values()), row
        assert row["formula"] == published.formula["en"].strip(), indicator
        assert row["level"] == published.level, indicator
        assert row["row"] == f"{published.source.removeprefix('domain.md ')} {indicator}"


def test_a_row_names_the_events_that_are_read() -> None:
    """As the function itself says."""
    room = Room(manned=("rektor",)).start()
    figures = measure(Record(room.state.plan, room.entries))
    for indicator, row in by_id().items():
        assert named(row["events read"]) == list(figures[indicator].kinds), indicator


def test_a_row_names_a_test_that_is_there() -> None:
    """And that speaks of the indicator in the file's first line."""
    for indicator, row in by_id().items():
        (test,) = named(row["test"])
        assert not lost_test(test), f"{indicator}: {test}"
        head = (ROOT / test.partition("::")[0]).read_text(encoding="utf-8").splitlines()[0]
        assert indicator in head, f"{indicator}: {head}"
