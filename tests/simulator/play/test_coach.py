"""Advice: only where it was chosen, only about one's own things, and always in the journal."""

from __future__ import annotations

from simulator.play.coach import AskCoach, Coach
from simulator.play.kernel import Actor
from simulator.play.roster import TeamFormed
from tests.simulator.builder import Room

MINUTE = 60_000
ITEM = "inject.I1@kontaktlaerer"


def test_advice_is_kept_once_and_only_where_it_was_chosen() -> None:
    """A coached exercise journals who asked about what; a measured one refuses."""
    room = Room(manned=("kontaktlaerer",), mode="coached").start().at(MINUTE)
    for _ in range(2):
        assert room.seat("kontaktlaerer", AskCoach(ITEM)).code is None
    assert room.kinds().count("coach.told") == 1
    assert list(room.state[Coach].told) == [ITEM]
    measured = Room(manned=("kontaktlaerer",)).start().at(MINUTE)
    assert measured.seat("kontaktlaerer", AskCoach(ITEM)).code == "no_advice_here"


def test_the_mode_stands_in_the_first_line_and_is_measured_by_default() -> None:
    """Decision 18: journals of before say so too, since the field has always been there."""
    formed = Room().entries[0].event
    assert isinstance(formed, TeamFormed)
    assert formed.mode == "measured"


def test_nobody_is_advised_about_what_is_not_theirs() -> None:
    """Another seat's item is refused, and the system asks for no advice."""
    room = Room(manned=("kontaktlaerer", "rektor"), mode="coached").start().at(MINUTE)
    assert room.seat("rektor", AskCoach(ITEM)).code == "not_in_your_inbox"
    asked = room.do(Actor("colleague", "kontaktlaerer"), AskCoach(ITEM))
    assert asked.code == "no_advice_here"
