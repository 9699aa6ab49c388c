"""What simulated colleagues say where a scenario has no words: whole, in three languages."""

from __future__ import annotations

from typing import get_args

import pytest

from scenarios.kinds import Language
from scenarios.phrases import phrase, phrase_findings, read_phrases, reworded

NAMES = [row.id for row in read_phrases().value("nb").phrases]


def test_every_phrase_stands_in_every_language() -> None:
    """Nothing is missing, and each language says it in its own words."""
    assert phrase_findings() == []
    for name in NAMES:
        said = {phrase(name, "Tuva", language) for language in get_args(Language)}
        assert len(said) > 1, name
        assert not any("{" in each for each in said), name


def test_no_two_phrases_are_the_same() -> None:
    """A reader of another language gets the one that was meant."""
    assert len({phrase(name, "Tuva") for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", get_args(Language))
def test_a_phrase_is_read_in_the_readers_language(name: str, language: Language) -> None:
    """What the journal keeps in bokmål, somebody else reads in theirs."""
    assert reworded(phrase(name, "Tuva"), "Tuva", language) == phrase(name, "Tuva", language)


@pytest.mark.parametrize("language", [*get_args(Language), "sv"])
def test_what_people_write_stays_as_they_wrote_it(language: str) -> None:
    """Also where it begins as a phrase does, and where the child is another."""
    for text in ("", "Vi ringer.", f"{phrase('settle', 'Tuva')} Ja.", phrase("settle", "Ada")):
        assert reworded(text, "Tuva", language) == text
