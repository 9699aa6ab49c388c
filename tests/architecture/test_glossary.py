"""The glossary knows every word that the journal and the wire use."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from simulator.play.rooms import COMMANDS, EVENTS
from tests.architecture.tree import ROOT

WORDS = ("The drill", "Time", "What is handed over", "The child", "The journal", "The gjennomgang")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head, cell by cell."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("heading", "kinds"), [("Commands", COMMANDS), ("Events", EVENTS)])
def test_every_kind_has_one_row_and_every_row_a_kind(heading: str, kinds: Iterable[str]) -> None:
    """What can be read in a journal can be looked up, and nothing that is gone still stands."""
    told = [row[0].strip("`") for row in rows(heading)]
    assert sorted(told) == sorted(kinds)


@pytest.mark.parametrize("heading", [*WORDS, "Words that are easily mixed up"])
def test_every_word_stands_in_every_language(heading: str) -> None:
    """A word without a nynorsk or an English form, or without a meaning, is not explained."""
    table = rows(heading)
    assert table
    assert [row for row in table if not all(row)] == []


@pytest.mark.parametrize("heading", ["Commands", "Events"])
def test_every_kind_says_what_it_means(heading: str) -> None:
    """A kind is explained in one sentence."""
    assert [row for row in rows(heading) if not all(row) or not row[-1].endswith(".")] == []
