"""RA5 on meetings told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.arenas import economy
from simulator.play.meetings import (
    CallMeeting,
    CloseMeeting,
    Decide,
    OpenMeeting,
    ReplyMeeting,
)
from tests.debrief.builder import Tale


def _meet(tale: Tale, caller: str, other: str, task: str) -> None:
    """A short meeting of two about one task."""
    called = tale.do(caller, CallMeeting((other,), "Om oppgaven"))[0].event
    meeting = called.meeting  # type: ignore[attr-defined]
    tale.do(other, ReplyMeeting(meeting, comes=True))
    tale.do(caller, OpenMeeting(meeting))
    tale.do(caller, Decide(meeting, "Vi gjør det", caller, "1wd", task=task))
    tale.do(caller, CloseMeeting(meeting))


@pytest.fixture
def tale() -> Tale:
    """Two tasks are open in the first scene."""
    told = Tale().start()
    for task in ("T1", "T2"):
        told.open(task)
    return told


def test_one_matter_one_meeting(tale: Tale) -> None:
    """Two meetings about two things: no overlap."""
    _meet(tale, "rektor", "kontaktlaerer", "T1")
    _meet(tale, "helsesykepleier", "kontaktlaerer", "T2")
    assert (economy(tale.record).value, economy(tale.record).n) == (1, 2)


def test_the_same_matter_in_two_meetings_of_a_scene(tale: Tale) -> None:
    """Of two matters one was taken up twice in the same fortnight."""
    _meet(tale, "rektor", "kontaktlaerer", "T1")
    _meet(tale, "helsesykepleier", "kontaktlaerer", "T1")
    _meet(tale, "helsesykepleier", "barnevern", "T2")
    figure = economy(tale.record)
    assert (figure.value, figure.counts["several"]) == (0.5, 1)


def test_taking_it_up_in_the_next_scene_is_following_up(tale: Tale) -> None:
    """The same task on the agenda after the jump is no overlap."""
    _meet(tale, "rektor", "kontaktlaerer", "T1")
    tale.at(600_000).end_leg().jump().wait(10_000)
    _meet(tale, "rektor", "kontaktlaerer", "T1")
    assert economy(tale.record).value == 1


def test_no_meeting_is_no_ground() -> None:
    """Nothing was taken up."""
    assert economy(Tale().start().record).value is None
