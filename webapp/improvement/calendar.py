"""The plan's dates as a calendar file (RFC 5545): the same plan gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from facilitator.improvement.row import Row
from webapp.regions.say import _

DOMAIN = "samspill"


def calendar(rows: Iterable[Row]) -> bytes:
    """One whole-day event for each row that is open, on the day when it is looked at."""
    made = Calendar()
    made.add("prodid", "-//Samspill//Forbedringsplan//NO")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Forbedringsplan"))
    for row in rows:
        if row.is_open:
            made.add_component(_event(row))
    return bytes(made.to_ical())


def _event(row: Row) -> Event:
    day, event = date.fromisoformat(row.due), Event()
    event.add("uid", f"{row.id}@{DOMAIN}")
    # When the row was made: a stamp of now would make another file each time.
    event.add("dtstamp", datetime.fromtimestamp(row.made_wall // 1000, UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _("Se etter: %(measure)s", measure=row.measure))
    event.add("description", f"{row.finding}\n{row.owner}")
    event.add("transp", "TRANSPARENT")
    return event
