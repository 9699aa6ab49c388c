"""docs/coverage tells, for every row of the field's inventory, what of it there is."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from scenarios.catalogue import catalogue
from tests.architecture.tables import Row, lost_test, named, rows
from tests.architecture.tree import ROOT

FOLDER = ROOT / "docs" / "coverage"
FAMILIES = {
    "M": ("models", 51),
    "T": ("tools", 45),
    "S": ("services", 34),
    "A": ("arenas", 8),
    "L": ("law", 14),
    "B": ("barriers", 59),
    "F": ("factors", 40),
    "R": ("roles", 51),
}
"""The inventory: its families, their pages, and how many rows each has."""
COLUMNS = ("id", "what", "status", "where, or why not", "test")
STATUSES = ("in", "later", "never")
PLACE = re.compile(r"[\w.\-]+(?:/[\w.\-]+)+/?")
NONE = "–"

each_family = pytest.mark.parametrize("family", FAMILIES)


def of(family: str) -> tuple[Row, ...]:
    """The rows of a family's page."""
    return rows(FOLDER / f"{FAMILIES[family][0]}.md")


def test_the_inventory_has_302_rows() -> None:
    """No family has lost or won a row."""
    assert sum(count for _page, count in FAMILIES.values()) == 302
    pages = {f"{page}.md" for page, _count in FAMILIES.values()} | {"README.md"}
    assert {path.name for path in FOLDER.iterdir()} == pages


@each_family
def test_every_id_stands_once_and_in_order(family: str) -> None:
    """A family's ids run from 01 to its count; each has one row."""
    count = FAMILIES[family][1]
    ids = [f"{family}{number:02d}" for number in range(1, count + 1)]
    assert [row["id"] for row in of(family)] == ids


@each_family
def test_every_row_is_whole(family: str) -> None:
    """Each cell says something; a status is one of three; only what is there has a test."""
    for row in of(family):
        assert tuple(row) == COLUMNS, row["id"]
        assert all(row.values()), row["id"]
        assert row["status"] in STATUSES, row["id"]
        assert (row["test"] != NONE) == (row["status"] == "in"), row["id"]
        assert len(row["where, or why not"]) > len("issue 4"), row["id"]


@each_family
def test_what_is_in_is_where_it_says_and_a_test_plays_it(family: str) -> None:
    """Paths of what is there exist, and so does each test by its name."""
    for row in of(family):
        places = [name for name in named(row["where, or why not"]) if PLACE.fullmatch(name)]
        assert [name for name in places if not (ROOT / name).exists()] == [], row["id"]
        if row["status"] == "in":
            assert places, f"{row['id']} is in, and names no place in the product"
            assert named(row["test"]), row["id"]
            lost = [lost_test(test) for test in named(row["test"])]
            assert [each for each in lost if each] == [], row["id"]


def test_a_role_is_in_when_the_catalogue_has_it() -> None:
    """No role is promised that no catalogue holds."""
    told = {row["id"] for row in of("R") if row["status"] == "in"}
    assert told <= set(catalogue("nb"))


def test_the_totals_are_those_of_the_pages() -> None:
    """The short page adds up what the long ones say."""
    told = {row["family"]: row for row in rows(FOLDER / "README.md")}
    counts = {family: Counter(row["status"] for row in of(family)) for family in FAMILIES}
    counts["all"] = sum(counts.values(), Counter())
    for family, counted in counts.items():
        said = tuple(int(told[family][column]) for column in ("rows", *STATUSES))
        right = (counted.total(), *(counted[status] for status in STATUSES))
        assert said == right, f"docs/coverage/README.md, {family}: should be {right}"
