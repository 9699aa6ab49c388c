"""What the forms of letters, decisions, levels and samordning offer; nothing is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.decisions import CARD
from simulator.play.law import takes
from simulator.play.samordning import settler_of
from simulator.play.voice import Voices
from webapp.regions.law import law
from webapp.regions.levels import Step, steps
from webapp.regions.sight import Sight
from webapp.regions.team import Colleague, colleague


@dataclass(frozen=True, slots=True)
class Duty:
    """When one has to report, in the rule pack's words, and where that stands."""

    basis: str
    limits: str
    laws: str


@dataclass(frozen=True, slots=True)
class Forms:
    """``grounds`` are (value, words) a decision can stand on, the seat's own card first;
    ``listened`` what the seat has itself heard; ``settler`` who settles who coordinates."""

    reports_to: tuple[Colleague, ...]
    refers_to: tuple[Colleague, ...]
    duty: Duty | None
    own: tuple[tuple[str, str], ...]
    grounds: tuple[tuple[str, str], ...]
    listened: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    settler: str
    everybody: tuple[Colleague, ...]


def forms(sight: Sight) -> Forms:
    """What the seat's forms offer now."""
    state, rules = sight.state, law(sight)
    card = sight.plan.seats[sight.seat].card
    reporting = rules.sharing.get("D1")
    return Forms(
        reports_to=_others(sight, takes(state, "notification")),
        refers_to=_others(sight, takes(state, "referral")),
        duty=Duty(reporting.basis, reporting.limits, ", ".join(reporting.laws))
        if reporting
        else None,
        own=tuple((f"{CARD}{place}", text) for place, text in enumerate(card.can, 1)),
        grounds=tuple(
            (row.id, f"{row.text} ({', '.join(row.laws)})") for row in rules.mandates.values()
        ),
        listened=tuple(_listened(sight)),
        steps=steps(sight),
        settler=sight.seat_name(settler_of(state, sight.seat)),
        everybody=tuple(colleague(sight, seat) for seat in sight.plan.seats),
    )


def _others(sight: Sight, seats: list[str]) -> tuple[Colleague, ...]:
    return tuple(colleague(sight, seat) for seat in seats if seat != sight.seat)


def _listened(sight: Sight) -> list[tuple[str, str]]:
    """Each time the seat listened and was answered, newest first; silence is told as that."""
    found = []
    for each in sight.state[Voices].listenings.values():
        if each.seat != sight.seat or each.voice is None:
            continue
        voice = sight.plan.voices.get(each.voice)
        found.append((each.id, voice.text if voice else sight.plan.scenario.situation.silence))
    return found[::-1]
