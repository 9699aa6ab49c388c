"""Names in the stories are invented, written down, and belong to one story each (domain.md 6.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.loader import library, load

PAGE = Path(__file__).parents[2] / "docs" / "fictional-names.md"
INSIDE = re.compile(r"(?<=[a-zæøå0-9,;] )[«(]?([A-ZÆØÅ][a-zæøå]+)\b")
"""A word with a capital inside a sentence: in Norwegian that is a name."""
REAL = {"Bufetat", "Dylan", "Familiens"}
"""A state agency, a musician, and Familiens hus: known to all, and nobody's child."""


def register() -> list[tuple[str, str]]:
    """Story and name of each row."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [(row[0], row[1]) for row in cells if len(row) == 3 and row[0] in library()]


def said(value: object) -> Iterator[str]:
    """Every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from said(each)
    elif isinstance(value, list):
        for each in value:
            yield from said(each)


@pytest.mark.parametrize("slug", library())
def test_every_name_of_a_story_is_in_the_register(slug: str) -> None:
    """What the bokmål text calls people and places stands on the page, and nothing else does."""
    texts = said(load(slug).document["source"])
    used = {match[1] for text in texts for match in INSIDE.finditer(text)} - REAL
    names = {name for story, name in register() if story == slug}
    assert {name for name in used if name not in names and name.removesuffix("s") not in names} == (
        set()
    )
    assert names - used == set()


def test_no_name_is_in_two_stories() -> None:
    """And none stands on the page twice."""
    names = [name for _, name in register()]
    assert len(names) == len(set(names))
