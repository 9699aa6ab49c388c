"""The room by exception: what in each team is worth a look, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.watch import Notice, notices
from simulator.play.inbox import Inbox
from simulator.play.roster import Roster
from webapp.clock import MINUTE
from webapp.regions.discussion import scribe
from webapp.regions.overview import Overview
from webapp.regions.presence import person
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight

PRIVATE = frozenset({"touched"})
"""Told in a place of its own, never on a team's card."""


@dataclass(frozen=True, slots=True)
class Worth:
    """One thing worth a look."""

    text: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class TeamCard:
    """One team: its exceptions, and in short how it stands."""

    number: int
    open: bool
    worth: tuple[Worth, ...]
    manned: int
    quiet: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Teams:
    """Every team's card."""

    cards: tuple[TeamCard, ...]


def teams(over: Overview) -> Teams:
    """The teams, those with something urgent first."""
    made = [_card(over, place) for place in range(len(over.teams))]
    return Teams(tuple(sorted(made, key=lambda card: not any(w.urgent for w in card.worth))))


def _card(over: Overview, place: int) -> TeamCard:
    sight, team = over.sights[place], over.teams[place]
    mine = [person(over, each) for each in over.inside if each.team_id == team.id]
    quiet = [each for each in mine if each.state == "quiet"]
    chairs = sight.state[Roster].chairs.values()
    found = [n for n in notices(sight.state, sight.now_ms) if n.code not in PRIVATE]
    worth = [Worth(told(sight, n), n.urgent) for n in found]
    if sight.plan.is_discussion:
        worth.append(Worth(_writes(sight), urgent=False))
    worth += [Worth(f"{each.role or each.name}: {each.seen}", urgent=False) for each in quiet]
    manned = {
        seat for seat, chair in sight.state[Roster].chairs.items() if chair.player == "person"
    }
    items = sight.state[Inbox].items.values()
    return TeamCard(
        number=team.number,
        open=team.number == over.chosen,
        worth=tuple(worth),
        manned=sum(chair.player == "person" for chair in chairs),
        quiet=len(quiet),
        waiting=sum(item.open for item in items if item.seat in manned),
    )


def _writes(sight: Sight) -> str:
    """Who writes for the team while it talks."""
    name = scribe(sight)
    return _("%(name)s skriver for laget", name=name) if name else _("Ingen skriver ennå.")


def told(sight: Sight, notice: Notice) -> str:
    """An exception in a sentence."""
    about: Mapping[str, str] = {
        name: sight.seat_name(value) if name in ("seat", "sender", "receiver") else value
        for name, value in notice.about.items()
    }
    minutes = max((sight.now_ms - notice.since) // MINUTE, 1)
    lasted = ngettext("%(num)s min", "%(num)s min", minutes)
    match notice.code:
        case "handover_waits":
            return _("En overlevering er ikke overtatt: %(sender)s → %(receiver)s", **about)
        case "handover_declined":
            return _("%(receiver)s sa nei til en overlevering fra %(sender)s", **about)
        case "task_unowned":
            return _("Ingen har: %(task)s (%(lasted)s)", lasted=lasted, **about)
        case "task_doubled":
            return _("To har samme ansvar: %(task)s", **about)
        case "nobody_coordinates":
            return _("Ingen koordinerer for %(child)s", child=sight.child)
        case "crowded":
            return _("%(seat)s har %(count)s ting som venter", **about)
        case "idle":
            return _("%(seat)s har ikke hatt noe å gjøre på %(lasted)s", lasted=lasted, **about)
        case _:
            return ""
