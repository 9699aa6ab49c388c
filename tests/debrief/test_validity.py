"""A small run of the validity experiments: the whole of it is ``benchmarks/validity.py``."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks._validity_page import page
from benchmarks.validity import cheats, indices, judged, ladder, play, weaknesses
from debrief.five_r import NAMES

RUNS = 12
Lines = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def lines() -> Lines:
    """Emma's ninety minutes, twelve seeds for each of three profiles."""
    seeds = range(1, RUNS + 1)
    names = ("silent", "typical", "expert")
    return {name: [play("emma", "90", name, seed) for seed in seeds] for name in names}


def test_every_r_rises_with_how_well_a_team_plays(lines: Lines) -> None:
    """The median of each R rises from silent over typical to expert."""
    found = list(ladder(indices(lines)))
    assert [each.r for each in found] == list(NAMES)
    assert [each for each in found if not each.holds] == []


def _cell(**changed: float) -> dict[str, float | None]:
    return {r: changed.get(r, 0.6) for r in NAMES}


def test_a_weakness_that_shows_elsewhere_does_not_hold() -> None:
    """The experiment fails where another R falls as often, or a cheat gains."""
    usual = [_cell()] * 10
    found = {
        "typical": usual,
        "weak:roller": [_cell(roller=0.4)] * 7 + [_cell(regler=0.1)] * 3,
        "weak:regler": [_cell(regler=0.4)] * 8 + [_cell()] * 2,
        "cheat:share-all": [_cell(rammer=0.7)] * 6 + [_cell()] * 4,
        "cheat:share-none": [_cell(rammer=0.7)] * 4 + [_cell()] * 6,
    }
    assert {each.r: each.holds for each in weaknesses(found)} == {"roller": False, "regler": True}
    told = {each.r: each.holds for each in cheats(found)}
    assert told == {"cheat:share-all": False, "cheat:share-none": True}


def test_what_does_not_hold_stands_on_the_page() -> None:
    """The page names each failure, and says that teams are simulated."""
    found = {"typical": [_cell()], "cheat:share-all": [_cell(regler=0.9)]}
    verdicts = [vars(each) for each in judged(found)]
    words = {"date": "2026-11-22", "engine": 2, "measures": 2, "scenario": "emma 90", "runs": 1}
    told = page({**words, "words": "emma 90 1", "held": 5, "of": 6, "verdicts": verdicts})
    assert "cheat:share-all gains" in told
    assert "not people" in told or "simulated" in told
