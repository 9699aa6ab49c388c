"""Services, kommuner and barriers: all 59 are accounted for, and what is named is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenarios.behaviour.services import Shifts, behaviour, points
from scenarios.catalogue import catalogue
from scenarios.indicators import indicators
from simulator.play.rooms import EVENTS

DOCS = Path(__file__).parents[2] / "docs"
LEAST_KNOBS = 40


def test_every_barrier_is_accounted_for() -> None:
    """B01–B59 stand once, in order: a knob with a detector, an inject, or a reason."""
    barriers = behaviour().barriers
    assert list(barriers) == [f"B{number:02d}" for number in range(1, 60)]
    assert sum(each.how == "knob" for each in barriers.values()) >= LEAST_KNOBS
    for each in barriers.values():
        shifted = bool(points(each.shifts) or each.work.model_dump(exclude_none=True))
        assert shifted == (each.how == "knob"), each.id
        assert bool(each.inject) == (each.how == "inject"), each.id
        assert bool(each.why) == (each.how == "none"), each.id
        assert each.detector or each.how != "knob", each.id


def test_every_detector_reads_something_that_is_there() -> None:
    """It is one automatic indicator, one figure of a rehearsal's line, or one kind of event."""
    for each in behaviour().barriers.values():
        if each.detector is None:
            continue
        seen = each.detector
        assert [seen.indicator, seen.figure, seen.count].count(None) == 2, each.id
        assert seen.indicator is None or indicators()[seen.indicator].automatic
        assert seen.count is None or seen.count in EVENTS, each.id


def test_every_role_belongs_to_one_service() -> None:
    """All 51 roles of the catalogue, each in one, and every name in three languages."""
    house = behaviour()
    roles = [role for service in house.services.values() for role in service.roles]
    assert sorted(roles) == sorted(catalogue())
    names = [service.name for service in house.services.values()]
    names += [kommune.name for kommune in house.kommuner.values()]
    names += [barrier.name for barrier in house.barriers.values()]
    assert all(set(name) == {"nb", "nn", "en"} for name in names)


@pytest.mark.parametrize(("percent", "left"), [(100, -55), (50, -27), (1, 0), (0, 0)])
def test_a_knob_turned_half_moves_half(percent: int, left: int) -> None:
    """Points are scaled towards zero; what comes to nothing is left out."""
    shifts = Shifts.model_validate({"asks_leave": -55})
    assert points(shifts, percent).get("asks_leave", 0) == left


def test_the_page_of_barriers_has_them_all_and_enough_of_them_move() -> None:
    """docs/barriers.md, made by the benchmark, tells each of the 59, and at least 40 move."""
    page = (DOCS / "barriers.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (B\d\d) \|.*\| (moves)? ?\|$", page, flags=re.MULTILINE)
    assert {name for name, _moves in rows} == set(behaviour().barriers)
    assert sum(bool(moves) for _name, moves in rows) >= LEAST_KNOBS
