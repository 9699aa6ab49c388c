"""Who is there: 'her nå' or 'sist sett', never more than is known."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.clock import Clock
from simulator.play.roster import Roster, absent
from simulator.play.succession import holds_other_end
from webapp.clock import MINUTE
from webapp.regions.overview import Overview
from webapp.regions.say import _, ngettext
from webapp.rows import ParticipantRow

FRESH_MS = 30_000
"""Somebody heard from this recently is here (E6)."""


@dataclass(frozen=True, slots=True)
class Person:
    """One participant, as whoever leads sees them. ``state`` is here, quiet or out."""

    id: str
    name: str
    role: str
    team: int
    state: str
    seen: str
    code: str
    standing: str
    exercise: str
    free: tuple[tuple[str, str], ...] = ()
    """Seats of their team that nobody is in, and that they can be given: id and name."""


def people(over: Overview) -> tuple[Person, ...]:
    """Everybody who has joined, those inside first."""
    order = {"in": 0, "lobby": 1, "removed": 2, "banned": 3}
    everybody = sorted(over.people, key=lambda each: order[each.state])
    return tuple(person(over, each) for each in everybody)


def person(over: Overview, row: ParticipantRow) -> Person:
    """One of them."""
    inside = row.state in ("in", "lobby")
    fresh = row.id in over.here or over.wall - over.heard[row.id] <= FRESH_MS
    numbers = {team.id: team.number for team in over.teams}
    return Person(
        id=row.id,
        name=row.name or _("uten navn"),
        role=over.sights[0].seat_name(row.seat_id or ""),
        team=numbers.get(row.team_id, 0),
        state="out" if not inside else "here" if fresh else "quiet",
        seen=seen(over, row, fresh=fresh and inside),
        code=grouped(row.code or "") if inside else "",
        standing=row.state,
        exercise=row.exercise_id,
        free=_free(over, row) if inside else (),
    )


def _free(over: Overview, row: ParticipantRow) -> tuple[tuple[str, str], ...]:
    numbers = [team.id for team in over.teams]
    if row.team_id not in numbers:
        return ()
    sight = over.sights[numbers.index(row.team_id)]
    if sight.state[Clock].phase == "over":
        return ()
    gone = absent(sight.state)
    chairs = sight.state[Roster].chairs.items()
    return tuple(
        (seat, sight.seat_name(seat))
        for seat, chair in chairs
        if not chair.participants
        and seat not in gone
        and not holds_other_end(sight.state, row.id, seat)
    )


def seen(over: Overview, row: ParticipantRow, *, fresh: bool) -> str:
    """When somebody was last heard from, in words."""
    if row.state == "removed":
        return _("tatt ut, kan komme tilbake")
    if row.state == "banned":
        return _("stengt ute")
    if row.state == "lobby":
        return _("venter i lobbyen")
    if fresh:
        return _("her nå")
    minutes = max((over.wall - over.heard[row.id]) // MINUTE, 1)
    return ngettext("sist sett for %(num)s min siden", "sist sett for %(num)s min siden", minutes)


def grouped(number: str) -> str:
    """A seat code in groups of three."""
    return " ".join(number[at : at + 3] for at in range(0, len(number), 3))
