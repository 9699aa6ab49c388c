"""One team opened: its seats, who plays them, what waits on them, what they did last."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.care import Care
from simulator.play.inbox import Inbox
from simulator.play.kernel import Entry
from simulator.play.tasks import Tasks
from webapp.clock import MINUTE
from webapp.regions.headings import heading
from webapp.regions.overview import Overview
from webapp.regions.presence import Person, person
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight
from webapp.regions.team import Colleague, colleague

NO_ACTS = ("item.seen", "seat.taken", "seat.left", "writing.began", "writing.ended")
"""Entries of a seat that tell nobody what it did last."""


@dataclass(frozen=True, slots=True)
class Member:
    """One seat, as whoever leads sees it. ``waits`` are the things open on it."""

    seat: Colleague
    people: tuple[Person, ...]
    waits: tuple[str, ...]
    owns: tuple[str, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Crew:
    """The opened team."""

    number: int
    teams: int
    members: tuple[Member, ...]
    simulated: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class CareView:
    """What is for the øvingsleder alone: who asked to be seen, and who rests."""

    touched: tuple[str, ...]
    resting: tuple[str, ...]


def crew(over: Overview, entries: list[Entry]) -> Crew:
    """The opened team's seats; ``entries`` is the newest part of its journal."""
    sight = over.sight
    latest: dict[str, Entry] = {}
    for entry in entries:
        if entry.actor.seat and entry.kind not in NO_ACTS:
            latest[entry.actor.seat] = entry
    members = [_member(over, sight, seat, latest.get(seat)) for seat in sight.plan.seats]
    return Crew(
        over.chosen,
        len(over.teams),
        tuple(each for each in members if not each.seat.is_simulated),
        tuple(each for each in members if each.seat.is_simulated),
    )


def _member(over: Overview, sight: Sight, seat: str, last: Entry | None) -> Member:
    tasks = sight.plan.tasks
    items = sight.state[Inbox].open_of(seat)
    return Member(
        seat=colleague(sight, seat),
        people=tuple(person(over, each) for each in over.of_seat(over.team_id, seat)),
        waits=tuple(f"{heading(sight, i).kind}: {heading(sight, i).title}" for i in items),
        owns=tuple(tasks[t].text for t in sight.state[Tasks].owned_by(seat) if t in tasks),
        last=_ago(sight, last) if last else "",
    )


def _ago(sight: Sight, last: Entry) -> str:
    minutes = (sight.now_ms - last.at_ms) // MINUTE
    if minutes < 1:
        return _("gjorde noe nettopp")
    return ngettext("sist for %(num)s min siden", "sist for %(num)s min siden", minutes)


def care(over: Overview) -> CareView:
    """Private signals, from all teams."""
    touched, resting = [], []
    names = {each.id: each.name or _("uten navn") for each in over.people}
    for team, sight in zip(over.teams, over.sights, strict=True):
        for seat, who, at_ms in reversed(sight.state[Care].touched):
            minutes = max((sight.now_ms - at_ms) // MINUTE, 0)
            where = f"{names.get(who, '')}, {sight.seat_name(seat)}"
            ago = ngettext("for %(num)s min siden", "for %(num)s min siden", minutes)
            touched.append(f"{_lag(over, team.number)}{where}: {ago}")
        for seat, who in sorted(sight.state[Care].resting):
            where = f"{names.get(who, '')}, {sight.seat_name(seat)}"
            resting.append(f"{_lag(over, team.number)}{where}")
    return CareView(tuple(touched), tuple(resting))


def _lag(over: Overview, number: int) -> str:
    return _("Lag %(number)s: ", number=number) if len(over.teams) > 1 else ""
