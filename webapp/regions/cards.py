"""Facts as cards: what a seat knows, since when, from whom, and what governs passing it on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.schema import Fact
from simulator.play.facts import Facts, Learned
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
    ways = tuple(
        Way(
            words.basis(reach.basis),
            ", ".join(sight.seat_name(seat) for seat in reach.seats if seat != sight.seat),
        )
        for reach in fact.reach
        if set(reach.seats) - {sight.seat}
    )
    return Rule(words.rule(fact.rule), () if fact.rule == "free" else ways)


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
