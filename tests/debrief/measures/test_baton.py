"""RO2 on coordination told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.baton import continuity
from simulator.play.answers import AskSeat
from simulator.play.baton import ReleaseBaton, TakeBaton
from tests.debrief.builder import Tale


def test_nobody_coordinates() -> None:
    """Play without a coordinator is 0, not unknown."""
    figure = continuity(Tale().start().at(600_000).end_leg().record)
    assert (figure.value, figure.n) == (0, 1)


def test_before_play_there_is_no_ground() -> None:
    """A team that has not begun has no time to coordinate."""
    assert continuity(Tale().record).value is None


def test_half_the_time() -> None:
    """Taken at 200 s and released at 500 s of 600: half."""
    tale = Tale().start().at(200_000)
    tale.do("rektor", TakeBaton())
    tale.at(500_000).do("rektor", ReleaseBaton())
    assert continuity(tale.at(600_000).end_leg().record).value == pytest.approx(0.5)


def test_a_name_without_an_act_holds_nothing() -> None:
    """Who holds it through a scene without doing anything there does not coordinate."""
    for acts, value in ((False, 600 / 900), (True, 1.0)):
        tale = Tale().start()
        tale.do("rektor", TakeBaton())
        tale.at(600_000).end_leg().jump()
        if acts:
            tale.do("rektor", AskSeat("barnevern", "Når kan vi drøfte?"))
        figure = continuity(tale.at(960_000).end_leg().record)
        assert figure.value == pytest.approx(value)
