"""When a service is open, and when it reads what comes in writing."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.behaviour.services import Work, behaviour
from simulator.play.calendar import Calendar
from simulator.play.opening import opening

FRIDAY = datetime(2026, 4, 24, 17)
CALENDAR = Calendar(datetime(2026, 4, 1, 8), frozenset({date(2026, 4, 27)}))
OFFICE, GP = Work(hours=(8, 16)), Work(hours=(8, 16), reads=[2, 4])


def test_what_comes_on_a_friday_evening_waits_for_the_first_working_day() -> None:
    """Past the weekend and the Monday that is a holiday."""
    times = opening(OFFICE, "hour", written=False)
    assert times.after(CALENDAR, FRIDAY) == datetime(2026, 4, 28, 8)
    assert times.after(CALENDAR, FRIDAY.replace(hour=7)) == FRIDAY.replace(hour=8)
    assert times.after(CALENDAR, FRIDAY.replace(hour=9)) == FRIDAY.replace(hour=9)


def test_reading_days_hold_for_what_is_written_alone() -> None:
    """Also in a scene of working days, which has no other hours."""
    assert opening(GP, "hour", written=True).after(CALENDAR, datetime(2026, 4, 29, 9)) == datetime(
        2026, 4, 30, 8
    )
    assert opening(GP, "workday", written=False).always
    assert not opening(GP, "workday", written=True).always
    assert opening(behaviour().services["sykehus"].work, "hour", written=True).always


@pytest.mark.parametrize("written", [True, False])
@given(wanted=st.datetimes(datetime(2026, 4, 1), datetime(2026, 4, 25)))
def test_it_is_open_when_it_opens(wanted: datetime, *, written: bool) -> None:
    """Never earlier than asked for, within the hours of a working day, and then it stays so."""
    times = opening(GP, "hour", written=written)
    opens = times.after(CALENDAR, wanted)
    assert opens >= wanted
    assert CALENDAR.works(opens.date())
    assert 8 <= opens.hour < 16
    assert not written or opens.isoweekday() in (2, 4)
    assert times.after(CALENDAR, opens) == opens
