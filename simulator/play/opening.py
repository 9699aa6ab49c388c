"""When a service is open, and reads what comes in writing: what the system waits for in a seat.

People's seats have no such times, and what is acute waits for nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from scenarios.behaviour.services import Work
from simulator.play.calendar import Calendar

ROUND_THE_CLOCK = (0, 24)
DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours of a working day, and the weekdays (1 is Monday) of reading; every one if none."""

    hours: tuple[int, int]
    reads: tuple[int, ...]

    @property
    def always(self) -> bool:
        """Whether nothing ever waits."""
        return self.hours == ROUND_THE_CLOCK and not self.reads

    def after(self, calendar: Calendar, wanted: datetime) -> datetime:
        """The first moment from ``wanted`` on at which it is open and reads what came; ``wanted``
        itself if there is none within two weeks."""
        for ahead in range(DAYS_AHEAD):
            day = wanted + timedelta(days=ahead)
            opens = day.replace(hour=self.hours[0], minute=0, second=0, microsecond=0)
            closes = opens + timedelta(hours=self.hours[1] - self.hours[0])
            open_today = self.hours == ROUND_THE_CLOCK or calendar.works(day.date())
            if not open_today or (self.reads and day.isoweekday() not in self.reads):
                continue
            if ahead:
                return opens
            if wanted < closes:
                return max(wanted, opens)
        return wanted


def opening(work: Work, unit: str, *, written: bool) -> Opening:
    """The times of a service that works so, in a scene that counts its time in ``unit``.

    A scene of working days has no other hours; reading days hold for what is ``written``.
    """
    hours = ROUND_THE_CLOCK if unit == "workday" else work.hours or ROUND_THE_CLOCK
    return Opening(hours, tuple(work.reads or ()) if written else ())
