"""Facts as cards: what a seat knows, since when, from whom, and what governs passing it on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.schema import Fact
from simulator.play.facts import Facts, Learned
from simulator.play.grants import Grants
from simulator.play.inbox import Inbox
from webapp.regions import storytime, words
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Way:
    """One basis on which a card may reach some seats without asking again."""

    basis: str
    seats: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind 'Kan jeg dele dette?': it explains, and never decides."""

    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One fact as a seat holds it. ``id`` is what forms send."""

    id: str
    text: str
    about: str
    sensitivity: str
    source: str
    again: bool
    rule: Rule


def known(sight: Sight) -> tuple[Card, ...]:
    """Every card the seat holds, in the order received."""
    return cards(sight, sight.state[Facts].of(sight.seat))


def cards(sight: Sight, facts: Iterable[str]) -> tuple[Card, ...]:
    """The given facts as cards, as far as the seat knows them."""
    own = sight.state[Facts].of(sight.seat)
    return tuple(
        _card(sight, sight.plan.facts[fact], own[fact])
        for fact in facts
        if fact in own and fact in sight.plan.facts
    )


def source_of(sight: Sight, how: Learned) -> str:
    """From whom a seat has something, in words."""
    plan = sight.plan
    if how.source == "before":
        return _("visste du fra før")
    if how.source in plan.seats:
        return _("fra %(name)s", name=plan.seats[how.source].name)
    if how.source in plan.injects:
        return _("fra: %(name)s", name=plan.injects[how.source].sender)
    if how.source in plan.voices:
        child = plan.voices[how.source].speaker == "child"
        return _("fra %(name)s selv", name=sight.child) if child else _("fra foreldrene")
    return ""


def rule_of(sight: Sight, fact: Fact) -> Rule:
    """What the rules say about a card, in words."""
    ways = []
    for reach in fact.reach if fact.rule != "free" else ():
        seats = [seat for seat in reach.seats if _still(sight, fact, reach.basis, seat)]
        if seats:
            names = ", ".join(sight.seat_name(seat) for seat in seats)
            ways.append(Way(words.basis(reach.basis), names))
    return Rule(words.rule(fact.rule), tuple(ways))


def _still(sight: Sight, fact: Fact, basis: str, seat: str) -> bool:
    """Whether the story lets a card reach another seat still: leave may have been taken back, and
    whoever holds the card was told so."""
    gone = basis == "consent" and sight.state[Grants].leave(fact.id, seat) is False
    return seat != sight.seat and not gone


def _card(sight: Sight, fact: Fact, how: Learned) -> Card:
    source, told = source_of(sight, how), _told_at(sight, how)
    if told is not None:
        source = f"{source}, {storytime.since(sight, told)}"
    return Card(
        fact.id,
        fact.text,
        words.about(fact.about, sight.child),
        words.sensitivity(fact.sensitivity),
        source,
        how.again > 0,
        rule_of(sight, fact),
    )


def _told_at(sight: Sight, how: Learned) -> int | None:
    """Story ms at which it was told, where an item in the inbox says so."""
    for item in sight.state[Inbox].items.values():
        if item.origin == how.seq and item.seat == sight.seat:
            return item.delivered_story
    return None
