"""A scenario as one format plays it: what is in it, in which legs, at which pace.

Story offsets count from a scene's start, play offsets from the start of play; both are integer
milliseconds. In a scene counted in workdays, story time is working time (eight hours a day).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from scenarios.discussion import Form, parted, talked_through
from scenarios.duration import HOUR, MINUTE, WORKDAY
from scenarios.schema import (
    Consent,
    Expected,
    Fact,
    Format,
    Handover,
    Inject,
    Leg,
    Probe,
    Scenario,
    Scene,
    Seat,
    Task,
    Voice,
)

JUMP_MS = MINUTE
"""Real time given to 'Hvem har hva i ventetiden?' before a jump."""


MOST_LINES = 5
"""Lines that are said one by one: an agreement has five sentences."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


@dataclass(frozen=True)
class PlannedLeg:
    """A scene as the format plays it.

    ``length`` units are played at ``pace_ms`` real milliseconds each, ``unit_ms`` story
    milliseconds each (all three 0 for told and meeting scenes). ``lasts_ms`` is the planned real
    time, ``starts_ms`` the planned play time at which it starts (after its jump, if it has one).
    """

    index: int
    scene: Scene
    length: int
    pace_ms: int
    unit_ms: int
    lasts_ms: int
    starts_ms: int
    jump: bool

    @property
    def story_ms(self) -> int:
        """Story time that passes in it."""
        return self.length * self.unit_ms

    @property
    def ends_ms(self) -> int:
        """Planned play time at which it ends."""
        return self.starts_ms + self.lasts_ms

    def play_ms_at(self, story_ms: int) -> int:
        """Planned play time at ``story_ms`` after the scene's start (unpaused, not held)."""
        if not self.unit_ms:
            return self.starts_ms
        return self.starts_ms + story_ms * self.pace_ms // self.unit_ms


@dataclass(frozen=True)
class Plan:
    """One format of a scenario. The mappings are by id, in the order in which they are declared.

    ``seats`` is the whole team; ``format.seats`` are those given to people, the rest is simulated.
    """

    name: str
    scenario: Scenario
    format: Format
    legs: tuple[PlannedLeg, ...]
    seats: Mapping[str, Seat]
    facts: Mapping[str, Fact]
    tasks: Mapping[str, Task]
    injects: Mapping[str, Inject]
    handovers: Mapping[str, Handover]
    probes: Mapping[str, Probe]
    voices: Mapping[str, Voice]
    consents: Mapping[str, Consent]
    scenes: Mapping[str, Scene]
    written: Plan | None = None
    """The same plan in the language that journals are written in; None if it is this one."""
    form: Form = "spill"
    talked_of: Mapping[str, Probe] = field(default_factory=dict)
    """What a discussion asks in each of its scenes, where with a clock each would answer alone."""

    @property
    def is_discussion(self) -> bool:
        """Whether it is talked through, scene by scene, and no clock runs."""
        return self.form == "diskusjon"

    @cached_property
    def expected(self) -> Mapping[str, tuple[Inject, Expected]]:
        """Every expected action by id, with the inject it answers."""
        pairs = ((inject, act) for inject in self.injects.values() for act in inject.expects)
        return {act.id: (inject, act) for inject, act in pairs}

    @cached_property
    def said(self) -> tuple[str, ...]:
        """All that the scenario has a colleague say, or that is said of its things, in an order
        that is the same in every language."""
        acts = [text for _inject, act in self.expected.values() for text in _texts_of(act)]
        decisions = [each for scene in self.scenes.values() for each in scene.decisions]
        return (
            *acts,
            *(each.text for each in self.handovers.values()),
            *(each.text for each in self.tasks.values()),
            *(each.text for each in decisions),
            *(each.absence.line if each.absence else "" for each in self.seats.values()),
        )

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Where in ``said`` a text stands first."""
        return {text: place for place, text in reversed([*enumerate(self.said)]) if text}

    def read(self, text: str) -> str:
        """What the journal has, in this plan's language where the scenario says it; else as it
        was written."""
        place = self.written.place_of.get(text) if self.written else None
        return text if place is None else self.said[place]

    @cached_property
    def leg_of(self) -> Mapping[str, PlannedLeg]:
        """The leg that plays a scene, by scene id."""
        return {leg.scene.id: leg for leg in self.legs}

    @property
    def play_ms(self) -> int:
        """Planned play time in all, with a minute for every jump."""
        return self.legs[-1].ends_ms

    @cached_property
    def _injects_by_scene(self) -> Mapping[str, tuple[Inject, ...]]:
        found: dict[str, tuple[Inject, ...]] = {}
        for inject in self.injects.values():
            found[inject.scene] = (*found.get(inject.scene, ()), inject)
        return found

    def injects_of(self, scene_id: str) -> tuple[Inject, ...]:
        """The injects that belong to a scene, in declared order."""
        return self._injects_by_scene.get(scene_id, ())

    def play_ms_of(self, inject: Inject) -> int | None:
        """Planned play time of a timed inject; None for a conditional one."""
        return None if inject.at is None else self.leg_of[inject.scene].play_ms_at(inject.at.ms)

    def given(self, people: int) -> tuple[str, ...]:
        """The seats that ``people`` persons get, first to last; at most as many as there are."""
        order = self.format.seats_for.get(people, self.format.seats)
        return tuple(order[:people])


def _texts_of(act: Expected) -> Iterator[str]:
    """What an act says: whole, and line by line, as the five sentences of an agreement are."""
    lines = (act.line or "").splitlines()
    yield from (act.line or "", act.text, *(*lines, *[""] * MOST_LINES)[:MOST_LINES])


def plan_for(scenario: Scenario, format_name: str) -> Plan:
    """``scenario`` resolved for one of its formats, in the form that the name says.

    Raises KeyError if there is no such format, ValueError if a leg can't be planned (the checks
    name the line).
    """
    own, form = parted(format_name)
    if form == "diskusjon":
        scenario = talked_through(scenario, own)
    chosen = scenario.formats[own]
    scenes = {scene.id: scene for scene in scenario.scenes}
    legs = _legs(chosen.legs, scenes)
    played = [leg.scene.id for leg in legs]
    asked = _by_id(scenario.probes, chosen.probes)
    return Plan(
        name=format_name,
        scenario=scenario,
        format=chosen,
        legs=legs,
        seats=_by_id(scenario.seats),
        facts=_by_id(scenario.facts, chosen.facts),
        tasks=_by_id(scenario.tasks, chosen.tasks),
        injects=_by_id(_as_in(scenario.injects, own), chosen.injects),
        handovers=_by_id(scenario.handovers, chosen.handovers),
        probes={} if form == "diskusjon" else asked,
        voices=_by_id(voice for voice in scenario.voices if voice.scene in played),
        consents=_by_id(
            consent
            for consent in scenario.consents
            if consent.scene in played and own in (consent.formats or [own])
        ),
        scenes={scene: scenes[scene] for scene in played},
        form=form,
        talked_of=asked if form == "diskusjon" else {},
    )


def _as_in(injects: Iterable[Inject], format_name: str) -> Iterator[Inject]:
    """The injects with what is expected of them in that format."""
    for inject in injects:
        expects = [act for act in inject.expects if format_name in (act.formats or [format_name])]
        if len(expects) == len(inject.expects):
            yield inject
        else:
            yield inject.model_copy(update={"expects": expects})


def _legs(legs: Iterable[Leg], scenes: Mapping[str, Scene]) -> tuple[PlannedLeg, ...]:
    planned: list[PlannedLeg] = []
    clock = 0
    for index, leg in enumerate(legs):
        if leg.scene not in scenes:
            raise ValueError(f"leg {index} plays '{leg.scene}', which is no scene")
        clock += JUMP_MS if leg.jump else 0
        planned.append(_leg(index, leg, scenes[leg.scene], clock))
        clock = planned[-1].ends_ms
    return tuple(planned)


def _leg(index: int, leg: Leg, scene: Scene, starts_ms: int) -> PlannedLeg:
    if scene.kind != "play":
        if leg.lasts is None:
            raise ValueError(f"leg {index} ({scene.id}) is not played by a clock and needs 'lasts'")
        return PlannedLeg(index, scene, 0, 0, 0, leg.lasts.ms, starts_ms, leg.jump)
    if leg.pace is None:
        raise ValueError(f"leg {index} ({scene.id}) is a play scene and needs 'pace'")
    length = scene.length if leg.length is None else leg.length
    unit_ms = WORKDAY if scene.unit == "workday" else HOUR
    lasts_ms = length * leg.pace.ms
    return PlannedLeg(index, scene, length, leg.pace.ms, unit_ms, lasts_ms, starts_ms, leg.jump)


def _by_id(items: Iterable[N], chosen: Iterable[str] | None = None) -> Mapping[str, N]:
    wanted = None if chosen is None else set(chosen)
    return {item.id: item for item in items if wanted is None or item.id in wanted}
