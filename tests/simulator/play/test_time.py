"""Time: the calendar counts working days, the clock maps play to story and back."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from scenarios.duration import DAY, HOUR, WORKDAY, parse
from simulator.play.calendar import Calendar
from simulator.play.clock import Clock, elapsed_at, leg_of, play_at, story_at, story_of_elapsed
from simulator.play.situation import HIGHEST, LOWEST, bend
from tests.simulator.builder import Room

MONDAY = datetime(2026, 9, 14, 8)
CALENDAR = Calendar(MONDAY, frozenset({date(2026, 9, 16)}))
ROOM = Room().start()


def test_working_days_skip_weekends_and_holidays() -> None:
    """Three working days from Monday morning, with Wednesday off, end on Thursday afternoon."""
    assert CALENDAR.after_work(MONDAY, 3 * WORKDAY) == datetime(2026, 9, 17, 16)
    assert CALENDAR.moment(CALENDAR.due(0, parse("5wd"))) == datetime(2026, 9, 21, 16)


def test_calendar_deadlines_end_in_the_afternoon() -> None:
    """A week runs to 16:00 on its last day; hours run to the minute."""
    assert CALENDAR.moment(CALENDAR.due(0, parse("1w"))) == datetime(2026, 9, 21, 16)
    assert CALENDAR.due(0, parse("4h")) == 4 * HOUR


@given(st.integers(0, 60 * WORKDAY))
def test_work_between_undoes_after_work(work_ms: int) -> None:
    """Counting working time back gives what was counted forward."""
    assert CALENDAR.work_between(MONDAY, CALENDAR.after_work(MONDAY, work_ms)) == work_ms


@given(st.integers(0, 200 * DAY), st.integers(1, 30 * WORKDAY))
def test_deadlines_lie_ahead(story_ms: int, work_ms: int) -> None:
    """A deadline is never earlier than the moment it is counted from."""
    moment = CALENDAR.moment(story_ms)
    assert CALENDAR.after_work(moment, work_ms) >= moment


@given(st.integers(10, 599_999))
def test_story_and_play_map_to_each_other(at_ms: int) -> None:
    """Where play time reaches a story time, the story is there, and not before."""
    state = ROOM.state
    story = story_at(state, at_ms)
    reached = play_at(state, story)
    assert reached is not None
    assert reached <= at_ms + 1
    assert story_at(state, reached) >= story


def test_a_day_takes_its_pace() -> None:
    """At 75 s a day the first day is over after 75 s of play."""
    state, leg = ROOM.state, leg_of(ROOM.state)
    assert leg is not None
    assert leg.pace_ms == 75_000
    day_over = state[Clock].anchor_at + 75_000
    assert elapsed_at(state, day_over) == WORKDAY
    assert story_of_elapsed(state, WORKDAY) == story_at(state, day_over)


@given(st.integers(LOWEST, HIGHEST), st.integers(-20, 20))
def test_the_curve_bends_and_stays_inside(value: int, points: int) -> None:
    """Points move a value their way, never past the ends, and exactly at mid-scale."""
    moved = bend(value, points)
    assert LOWEST <= moved <= HIGHEST
    assert (moved - value) * points >= 0
    assert bend(50, points) == 50 + points
