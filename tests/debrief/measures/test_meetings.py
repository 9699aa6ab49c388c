"""RA2 and RG7 on meetings told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.meetings import frame, minutes
from simulator.play.meetings import (
    CallMeeting,
    CloseMeeting,
    Decide,
    OpenMeeting,
    ReplyMeeting,
    TableFacts,
    TakePen,
)
from tests.debrief.builder import Tale


def _half_a_meeting() -> Tale:
    tale = Tale().to_meeting()
    tale.do("rektor", TakePen("mote"))
    tale.do("rektor", Decide("mote", "Rektor er den faste", "rektor", "1wd", "D1"))
    return tale.wait(240_000).end_leg()


def _called(*, family: bool = True) -> Tale:
    tale = Tale().start().wait(10_000)
    seats = ("kontaktlaerer", "rektor")
    tale.do("helsesykepleier", CallMeeting(seats, "Vi må snakke", family=family))
    tale.do("kontaktlaerer", ReplyMeeting("helsesykepleier-1", comes=True))
    tale.do("helsesykepleier", OpenMeeting("helsesykepleier-1"))
    return tale


def test_a_scripted_meeting_left_empty_is_nothing() -> None:
    """A meeting in which nobody wrote or decided counts as 0, not as no meeting."""
    figure = frame(Tale().to_meeting().wait(240_000).end_leg().record)
    assert (figure.value, figure.n) == (0, 1)
    assert minutes(Tale().to_meeting().wait(240_000).end_leg().record).value == 0


def test_no_meeting_is_no_ground() -> None:
    """Where no meeting was due and none was called, nothing is said."""
    record = Tale().start().wait(600_000).end_leg().record
    assert frame(record).value is None
    assert minutes(record).value is None


def test_a_scripted_meeting_is_pen_agenda_and_minutes() -> None:
    """Pen 1, half the agenda, and minutes of what was decided: 2.5 of 3."""
    figure = frame(_half_a_meeting().record)
    assert figure.value == pytest.approx(2.5 / 3)
    assert minutes(_half_a_meeting().record).value == 0.5


def test_a_called_meeting_has_six_parts() -> None:
    """Why, held and the family's seat are there; the head, an end and minutes are not: 3 of 6."""
    tale = _called()
    tale.do("helsesykepleier", Decide("helsesykepleier-1", "Noen ringer mor"))
    figure = frame(tale.record)
    assert (figure.value, figure.n) == (0.5, 1)
    assert figure.counts == {"called": 1, "held": 1}


def test_minutes_need_who_and_when() -> None:
    """Of two decisions in a called meeting, the one with owner and date is kept."""
    tale = _called()
    tale.do("helsesykepleier", Decide("helsesykepleier-1", "Noen ringer mor"))
    tale.do("helsesykepleier", Decide("helsesykepleier-1", "Rektor ringer", "rektor", "1wd"))
    tale.do("helsesykepleier", CloseMeeting("helsesykepleier-1"))
    assert minutes(tale.record).value == 0.5


def test_a_held_meeting_without_decisions_lacks_its_minutes() -> None:
    """A meeting that was called and held owes at least one decision."""
    tale = _called()
    figure = minutes(tale.record)
    assert (figure.value, figure.n) == (0, 1)


def test_cards_without_a_basis_on_the_table_cost() -> None:
    """One card tabled before somebody without a basis takes a tenth."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I3")
    tale.do("helsesykepleier", CallMeeting(("barnevern",), "Drøfting"))
    tale.do("barnevern", ReplyMeeting("helsesykepleier-1", comes=True))
    tale.do("helsesykepleier", OpenMeeting("helsesykepleier-1"))
    tale.do("helsesykepleier", TableFacts("helsesykepleier-1", ("F4",)))
    tale.do("helsesykepleier", Decide("helsesykepleier-1", "Vi venter", "helsesykepleier", "1wd"))
    assert minutes(tale.record).value == pytest.approx(0.9)
