"""Referat: what meetings decided, with owner and date, for who was there or answers for it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.minutes import Meeting, Meetings
from webapp.regions import storytime
from webapp.regions.care_plan import Rests, named, rests
from webapp.regions.meeting import Called, called
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision. ``owner`` and ``until`` are '' where the minutes name none."""

    text: str
    owner: str
    until: str
    rests: Rests | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting's minutes. ``whole`` is false for a seat that was not there: it then reads only
    what it answers for."""

    title: str
    present: str
    family: bool
    under_way: bool
    whole: bool
    decisions: tuple[Decided, ...]
    called: Called


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The minutes a seat may read; ``others`` counts meetings of which it may read nothing."""

    child: str
    meetings: tuple[Minutes, ...]
    others: int


def minutes(sight: Sight) -> MinutesView:
    """Every meeting that has begun, newest first, as the seat may read it."""
    held = [each for each in sight.state[Meetings].held.values() if each.opened_at is not None]
    shown = [found for each in reversed(held) if (found := _minutes(sight, each)) is not None]
    return MinutesView(sight.child, tuple(shown), len(held) - len(shown))


def _minutes(sight: Sight, held: Meeting) -> Minutes | None:
    whole = sight.seat in ("", *held.present)
    decisions = tuple(
        Decided(
            sight.words(each.text),
            sight.seat_name(each.owner),
            storytime.long_date(sight.moment_at(held.dues[each.number]))
            if each.number in held.dues
            else "",
            rests(sight, each.listening),
        )
        for each in held.decisions
        if whole or each.owner == sight.seat
    )
    if not whole and not decisions:
        return None
    scene = sight.plan.scenes.get(held.scene)
    title = scene.title if scene else sight.words(held.why)
    return Minutes(
        title if whole else "",
        named(sight, held.present),
        held.family,
        held.closed_at is None,
        whole,
        decisions,
        called(sight, held),
    )
