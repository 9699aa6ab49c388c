"""Mitt kart: whom I ask for what. What a seat takes home from an exercise, without a figure.

Made of the role cards and of what the seat did with the others as it played. It holds no name or
number of anybody: those are written by hand, where they belong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import ngettext

from simulator.play.answers import Answers
from simulator.play.facts import Facts
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.tasks import Tasks
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another seat: what to ask it for, what not, and what the two had to do with each other."""

    name: str
    service: str
    sector: str
    ask: tuple[str, ...]
    not_for: tuple[str, ...]
    did: tuple[str, ...]
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something a child may need somebody for, and the seats it fits."""

    text: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyMap:
    """The whole map. ``met`` are the seats that one dealt with, ``others`` the rest."""

    name: str
    service: str
    mandate: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    holds: tuple[str, ...]
    needs: tuple[Need, ...]
    met: tuple[Neighbour, ...]
    others: tuple[Neighbour, ...]


def my_map(sight: Sight) -> MyMap:
    """The map of the seat that looks."""
    seat = sight.plan.seats[sight.seat]
    around = [_neighbour(sight, each) for each in sight.plan.seats if each != sight.seat]
    return MyMap(
        name=seat.name,
        service=seat.service,
        mandate=seat.card.mandate,
        can=tuple(seat.card.can),
        cannot=tuple(seat.card.cannot),
        holds=_holds(sight, sight.seat),
        needs=tuple(_needs(sight)),
        met=tuple(each for each in around if each.did),
        others=tuple(each for each in around if not each.did),
    )


def _needs(sight: Sight) -> Iterator[Need]:
    for task in sight.plan.tasks.values():
        yield Need(task.text, tuple(sight.seat_name(seat) for seat in task.fit))


def _neighbour(sight: Sight, seat_id: str) -> Neighbour:
    seat = sight.plan.seats[seat_id]
    return Neighbour(
        name=seat.name,
        service=seat.service,
        sector=seat.sector,
        ask=tuple(seat.card.can),
        not_for=tuple(seat.card.cannot),
        did=(*_asked(sight, seat_id), *_handed(sight, seat_id), *_shared(sight, seat_id)),
        holds=_holds(sight, seat_id),
    )


def _holds(sight: Sight, seat: str) -> tuple[str, ...]:
    owned = sight.state[Tasks].owned_by(seat)
    return tuple(sight.plan.tasks[task].text for task in owned if task in sight.plan.tasks)


def _asked(sight: Sight, other: str) -> Iterator[str]:
    questions = sight.state[Answers].questions.values()
    mine = sum((each.sender, each.to) == (sight.seat, other) for each in questions)
    theirs = sum((each.sender, each.to) == (other, sight.seat) for each in questions)
    met = sum(
        each.opened_at is not None and {sight.seat, other} <= set(each.present)
        for each in sight.state[Meetings].held.values()
    )
    if mine:
        yield ngettext("Du spurte en gang.", "Du spurte %(num)s ganger.", mine)
    if theirs:
        yield ngettext("Spurte deg en gang.", "Spurte deg %(num)s ganger.", theirs)
    if met:
        yield ngettext("Dere satt i ett møte sammen.", "Dere satt i %(num)s møter sammen.", met)


def _handed(sight: Sight, other: str) -> Iterator[str]:
    for each in sight.state[Handovers].passes.values():
        request = sight.words(each.request)
        if (each.sender, each.receiver) == (sight.seat, other):
            yield _("Du overleverte: %(what)s", what=request)
        elif (each.sender, each.receiver) == (other, sight.seat):
            yield _("Overleverte til deg: %(what)s", what=request)


def _shared(sight: Sight, other: str) -> Iterator[str]:
    shares = sight.state[Facts].shares.values()
    given = _cards(each.facts for each in shares if each.sender == sight.seat and other in each.to)
    got = _cards(each.facts for each in shares if each.sender == other and sight.seat in each.to)
    if given:
        yield ngettext("Du delte én opplysning.", "Du delte %(num)s opplysninger.", given)
    if got:
        yield ngettext("Delte én opplysning med deg.", "Delte %(num)s opplysninger med deg.", got)


def _cards(shares: Iterable[tuple[str, ...]]) -> int:
    return len({fact for facts in shares for fact in facts})
