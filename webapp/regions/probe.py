"""Spørsmål underveis: private questions, with nothing chosen beforehand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.schema import ProbeQuestion
from simulator.play.probes import Probes
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what the form sends, and what it says."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``most`` is how many answers it takes."""

    id: str
    ask: str
    options: tuple[Option, ...]
    most: int


@dataclass(frozen=True, slots=True)
class ProbeView:
    """The probe open now, and whether this seat has answered."""

    id: str
    questions: tuple[Asked, ...]
    answered: bool


def probe(sight: Sight) -> ProbeView | None:
    """The probe that is open, in the seat's own order of options."""
    probes = sight.state[Probes]
    if not probes.open:
        return None
    found = sight.plan.probes[probes.open]
    answered = sight.seat in probes.asked[found.id].answers
    return ProbeView(found.id, tuple(_asked(sight, each) for each in found.questions), answered)


def shuffled(options: Sequence[Option], *key: str) -> tuple[Option, ...]:
    """Options in an order that is always the same for one key, and says nothing."""

    def place(option: Option) -> bytes:
        text = "|".join((*key, option.value))
        return hashlib.sha256(text.encode()).digest()

    return tuple(sorted(options, key=place))


def _asked(sight: Sight, question: ProbeQuestion) -> Asked:
    if question.kind in ("holder", "owner"):
        seats = [Option(seat, sight.seat_name(seat)) for seat in sight.plan.seats]
        nobody = [Option("", _("Ingen"))] if question.kind == "holder" else []
        return Asked(question.id, question.ask, (*seats, *nobody), 1)
    options = [Option(str(n), text) for n, text in enumerate(question.options)]
    most = 3 if question.kind == "goals" else 1
    mixed = shuffled(options, sight.seat, question.id)
    return Asked(question.id, question.ask, mixed, most)
