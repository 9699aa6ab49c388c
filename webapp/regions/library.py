"""The library: scenarios that can be played, and the exercises one has made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from scenarios.behaviour.services import behaviour
from scenarios.kinds import Language
from scenarios.loader import Loaded, load
from scenarios.loader import library as slugs
from scenarios.plan import plan_for
from scenarios.schema import Scenario
from simulator.play.clock import Clock
from webapp.i18n import language
from webapp.regions.say import _
from webapp.rows import RoomRow
from webapp.runtime import Runtime

TEST_ONLY = frozenset({"small"})
"""Scenarios that exist for tests to play."""
NEEDS_SUPPORT = 3
"""The content class for which somebody to talk to has to be named first (decision 18)."""


@dataclass(frozen=True, slots=True)
class FormatCard:
    """One format: how long, for whom, how heavy."""

    name: str
    title: str
    minutes: int
    play_minutes: int
    seats: int
    injects: int
    heaviest: int
    solo: bool

    @property
    def needs_support(self) -> bool:
        """Whether it plays something acute as written."""
        return self.heaviest >= NEEDS_SUPPORT


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """One scenario, in the reader's language where it has it."""

    slug: str
    title: str
    summary: str
    disclaimer: str
    languages: tuple[str, ...]
    formats: tuple[FormatCard, ...]
    may_lack: tuple[tuple[str, str], ...]
    """Id and name of services that a kommune may be without."""


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One of the facilitator's exercises."""

    exercise_id: str
    title: str
    played: str
    """Its format, and that it is talked through if it is."""
    standing: str
    pin: str | None
    people: int
    teams: int


@cache
def loaded(slug: str) -> Loaded:
    """A scenario of the library; read once, for the library does not change under a server."""
    return load(slug)


def cards(lang: str) -> list[ScenarioCard]:
    """Every scenario that can be played."""
    found = [loaded(slug) for slug in slugs() if slug not in TEST_ONLY]
    return [card(each, lang) for each in found if each.languages]


def card(each: Loaded, lang: str) -> ScenarioCard:
    """A scenario's card in ``lang``, where it has it."""
    scenario = each.scenario(lang if lang in each.languages else each.languages[0])
    return ScenarioCard(
        scenario.slug,
        scenario.title,
        scenario.summary,
        scenario.disclaimer,
        tuple(each.languages),
        tuple(sorted((_format(scenario, name) for name in scenario.formats), key=_minutes)),
        tuple((seat.id, seat.service) for seat in scenario.seats if seat.absence),
    )


def _minutes(card: FormatCard) -> int:
    return card.minutes


def _format(scenario: Scenario, name: str) -> FormatCard:
    plan = plan_for(scenario, name)
    played = [
        min(inject.content_class, plan.format.content_class) for inject in plan.injects.values()
    ]
    return FormatCard(
        name,
        plan.format.title,
        plan.format.minutes,
        round(plan.play_ms / 60_000),
        len(plan.format.seats),
        len(plan.injects),
        max(played, default=0),
        plan.format.solo,
    )


def exercises(here: Runtime, rooms: Iterable[RoomRow]) -> list[ExerciseCard]:
    """The facilitator's exercises, newest first."""
    return [_exercise(here, room) for room in rooms]


def _exercise(here: Runtime, room: RoomRow) -> ExerciseCard:
    people = here.room.participants(room.exercise_id)
    with here.lock:
        phase = here.conduct.clock(room.exercise_id)[Clock].phase
        plan = here.conduct.plan(here.store.exercise(room.exercise_id), language())
    form = (_("Diskusjonsøvelse"),) if plan.is_discussion else ()
    return ExerciseCard(
        room.exercise_id,
        room.title,
        " · ".join((*form, plan.format.title)),
        {"lobby": _("Ikke begynt"), "over": _("Spilt ferdig")}.get(phase, _("I gang")),
        room.pin,
        sum(each.state == "in" for each in people),
        len(here.store.teams(room.exercise_id)),
    )


def kommuner() -> dict[str, tuple[str, str]]:
    """Kinds of kommune: what they are called and how they differ, in the language in use."""
    lang = cast(Language, language())
    kinds = behaviour().kommuner.values()
    return {
        each.id: (each.name.get(lang, each.name["nb"]), each.about.get(lang, each.about["nb"]))
        for each in kinds
    }
