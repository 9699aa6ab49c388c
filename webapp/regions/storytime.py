"""Story time in words: what day it is, when something happened, until when something waits.

Deadlines are told as 'god tid' and 'snart', never as a number that runs down.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from babel.dates import format_date, format_time
from flask_babel import get_locale

from simulator.play.clock import Clock, elapsed_at, runs
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight

Room = Literal["", "plenty", "soon", "now", "past"]
"""How much of a deadline is left; '' where there is none."""

MARGIN_MS = 300
"""So that a question asked when the words change comes after, not before."""
PLENTY = 0.4
"""From this share of the time and up there is plenty left."""


def _date(moment: datetime, pattern: str) -> str:
    return format_date(moment, pattern, locale=get_locale())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def day(moment: datetime) -> str:
    """``Uke 38, mandag``."""
    week = moment.isocalendar().week
    return _("Uke %(week)s, %(day)s", week=week, day=_date(moment, "EEEE"))


def hour(moment: datetime) -> str:
    """``Torsdag, kl. 21.30``."""
    clock = format_time(moment, "HH.mm" if _dots() else "HH:mm", locale=get_locale())
    return _("%(day)s, kl. %(clock)s", day=_capital(_date(moment, "EEEE")), clock=clock)


def _dots() -> bool:
    return str(get_locale()) != "en"


def now(sight: Sight) -> str:
    """What time it is in the story, as finely as the scene is told."""
    moment = sight.moment
    if _long_ago(sight, moment):
        return with_year(moment)
    if not sight.by_hours:
        return day(moment)
    # Half hours are fine enough, and hold the page still.
    return hour(moment - timedelta(minutes=moment.minute % 30, seconds=moment.second))


def _long_ago(sight: Sight, moment: datetime) -> bool:
    """Whether a week and a day would not tell when: the years before the story proper."""
    return sight.plan.scenario.story_start - moment > timedelta(days=366)


def scene_date(sight: Sight, moment: datetime) -> str:
    """When a scene begins: ``Mandag 14. september``, with its year where that is long ago."""
    return with_year(moment) if _long_ago(sight, moment) else long_date(moment)


def long_date(moment: datetime) -> str:
    """``Mandag 14. september``."""
    pattern = "EEEE d MMMM" if str(get_locale()) == "en" else "EEEE d. MMMM"
    return _capital(_date(moment, pattern))


def short_date(moment: datetime) -> str:
    """``man. 14. sep.``."""
    return _date(moment, "EEE d MMM" if not _dots() else "EEE d. MMM")


def with_year(on: date) -> str:
    """``14. september 2026``."""
    return format_date(on, "d. MMMM y" if _dots() else "d MMMM y", locale=get_locale())


def since(sight: Sight, story_ms: int) -> str:
    """When something happened, seen from now: ``i dag``, ``mandag``, ``12. oktober``."""
    then, today = sight.moment_at(story_ms), sight.moment
    if then.date() == today.date():
        if not sight.by_hours:
            return _("i dag")
        return _("kl. %(clock)s", clock=format_time(then, "HH.mm" if _dots() else "HH:mm"))
    if then.date() == today.date() - timedelta(days=1):
        return _("i går")
    if then.isocalendar()[:2] == today.isocalendar()[:2]:
        return _date(then, "EEEE")
    return _date(then, "d MMMM" if not _dots() else "d. MMMM")


def until(sight: Sight, story_ms: int) -> str:
    """Until when something waits: ``innen fredag``."""
    due, today = sight.moment_at(story_ms), sight.moment
    if due.date() <= today.date():
        if sight.by_hours and due > today:
            clock = format_time(due, "HH.mm" if _dots() else "HH:mm", locale=get_locale())
            return _("innen kl. %(clock)s", clock=clock)
        return _("innen i dag")
    if due.date() == today.date() + timedelta(days=1):
        return _("innen i morgen")
    weeks = (due.date() - today.date() + timedelta(days=today.weekday())).days // 7
    if weeks == 0:
        return _("innen %(day)s", day=_date(due, "EEEE"))
    if weeks == 1:
        return _("innen %(day)s neste uke", day=_date(due, "EEEE"))
    return _("innen %(day)s", day=_date(due, "d MMMM" if not _dots() else "d. MMMM"))


def room(sight: Sight, start_ms: int, due_ms: int, *, late: bool = False) -> Room:
    """How much room a deadline leaves. ``late`` is what the engine has said."""
    if late:
        return "past"
    if sight.story_ms >= due_ms:
        return "now"
    left = (due_ms - sight.story_ms) / max(due_ms - start_ms, 1)
    return "plenty" if left >= PLENTY else "soon"


def room_words(left: Room) -> str:
    """The words for it."""
    return _(_ROOMS[left]) if left else ""


_ROOMS: dict[Room, str] = {
    "plenty": _l("god tid"),
    "soon": _l("snart"),
    "now": _l("nå"),
    "past": _l("fristen er passert"),
}


def again_ms(sight: Sight) -> int:
    """Real ms until the words for story time change; 0 while they stand still."""
    leg, state = sight.leg, sight.state
    if leg is None or not runs(state) or state[Clock].paused:
        return 0
    step = leg.unit_ms // 2 if sight.by_hours else leg.unit_ms
    elapsed = elapsed_at(state, sight.now_ms)
    ahead = step - elapsed % step
    return ahead * state[Clock].pace_ms // leg.unit_ms + MARGIN_MS
