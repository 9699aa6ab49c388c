"""The story's calendar: story milliseconds, dates, working time. Integer arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from scenarios.duration import DAY, HOUR, WORKDAY, Duration
from scenarios.schema import Scenario

_OPENS = 8
_SATURDAY = 5
_MILLISECOND = timedelta(milliseconds=1)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days are Monday to Friday, 08:00–16:00, less the scenario's holidays."""

    start: datetime
    holidays: frozenset[date]

    def moment(self, story_ms: int) -> datetime:
        """The story date and hour at ``story_ms``."""
        return self.start + timedelta(milliseconds=story_ms)

    def story_ms(self, moment: datetime) -> int:
        """Story ms of a date and hour."""
        return (moment - self.start) // _MILLISECOND

    def works(self, day: date) -> bool:
        """Whether services are open that day."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def after_work(self, moment: datetime, work_ms: int) -> datetime:
        """The moment when ``work_ms`` of working time have passed since ``moment``.

        A full day's end is told as that afternoon (16:00), not as the next morning.
        """
        opens, worked = _into_day(self, moment)
        left = work_ms + worked
        days = max(left - 1, 0) // WORKDAY
        return _working_day(self, opens, days) + (left - days * WORKDAY) * _MILLISECOND

    def work_between(self, start: datetime, end: datetime) -> int:
        """Working ms from ``start`` to ``end`` (0 if ``end`` is earlier)."""
        total, day = 0, start.date()
        while day <= end.date():
            if self.works(day):
                opens = datetime(day.year, day.month, day.day, _OPENS)
                closes = opens + timedelta(milliseconds=WORKDAY)
                total += max((min(end, closes) - max(start, opens)) // _MILLISECOND, 0)
            day += timedelta(days=1)
        return total

    def due(self, story_ms: int, within: Duration) -> int:
        """Story ms of a deadline ``within`` after ``story_ms``.

        Calendar durations of a day and more run to 16:00 on the last day, as a service would
        count them; hours run to the minute.
        """
        moment = self.moment(story_ms)
        if within.working:
            return self.story_ms(self.after_work(moment, within.ms))
        if within.ms % DAY:
            return story_ms + within.ms
        last = moment + timedelta(milliseconds=within.ms)
        return self.story_ms(_opens(last) + timedelta(milliseconds=8 * HOUR))


def _opens(moment: datetime) -> datetime:
    return moment.replace(hour=_OPENS, minute=0, second=0, microsecond=0)


@lru_cache(maxsize=1024)
def _into_day(calendar: Calendar, moment: datetime) -> tuple[datetime, int]:
    """When services open on the day of ``moment``, and the working ms passed since; 0 on a day
    off. A scene's start is asked for with every entry."""
    opens = _opens(moment)
    passed = min(max((moment - opens) // _MILLISECOND, 0), WORKDAY)
    return opens, passed if calendar.works(opens.date()) else 0


@lru_cache(maxsize=1024)
def _working_day(calendar: Calendar, opens: datetime, number: int) -> datetime:
    """When the working day opens that comes ``number`` after that of ``opens``, or after the first
    that follows it. Asked for the same few days of a scene thousands of times."""
    while True:
        if calendar.works(opens.date()):
            if not number:
                return opens
            number -= 1
        opens += _A_DAY


@lru_cache(maxsize=64)
def _calendar(start: datetime, holidays: frozenset[date]) -> Calendar:
    return Calendar(start, holidays)


def calendar_of(scenario: Scenario) -> Calendar:
    """The scenario's calendar."""
    return _calendar(scenario.story_start, frozenset(scenario.holidays))
