"""Diskusjonsøvelse: the same story taken scene by scene, without a clock, by people in one room.

A scenario is turned into one in which every scene is a meeting, what has a time is on the table
as its scene begins, and nobody is expected to act: there is then nothing that could be late,
handed over or moved. What waits for a condition waits for the facilitator instead.
"""

from __future__ import annotations

from typing import Literal

from scenarios.duration import parse
from scenarios.schema import Fact, Format, Inject, Leg, LoadBudget, Scenario, Scene

Form = Literal["spill", "diskusjon"]
"""How a format is played: with the clock, each for a service; or talked through, scene by scene."""

SUFFIX = ".diskusjon"
"""Ends the name of a format that is talked through: ``45.diskusjon``. No scenario may use a dot
in such a name, so the name alone tells both, in every journal."""
AT_ONCE = parse("0s")
MANY = 1_000
"""More items than any scene has: in a room nothing waits for a place in somebody's inbox."""


def name_of(format_name: str, form: Form) -> str:
    """What the format is called when it is played in that form."""
    return format_name + (SUFFIX if form == "diskusjon" else "")


def parted(name: str) -> tuple[str, Form]:
    """The format's own name, and the form it is played in."""
    own = name.removesuffix(SUFFIX)
    return own, "spill" if own == name else "diskusjon"


def talked_through(scenario: Scenario, format_name: str) -> Scenario:
    """``scenario`` as a discussion of one of its formats. KeyError if it has no such format."""
    chosen = scenario.formats[format_name]
    scenes = [_met(scene) for scene in scenario.scenes]
    lengths = {scene.id: scene.length for scene in scenario.scenes}
    return scenario.model_copy(
        update={
            "scenes": scenes,
            "injects": [_on_the_table(inject) for inject in scenario.injects],
            "facts": [_known(fact) for fact in scenario.facts],
            "voices": [],
            "consents": [],
            "situation": scenario.situation.model_copy(update={"curve": []}),
            "formats": {**scenario.formats, format_name: _in_one_room(chosen, lengths)},
        }
    )


def _met(scene: Scene) -> Scene:
    """The scene as a meeting of everybody, with its agenda but without tasks to take."""
    agenda = [each.model_copy(update={"task": None}) for each in scene.decisions]
    return scene.model_copy(
        update={"kind": "meeting", "form": "diskusjon", "present": [], "decisions": agenda}
    )


def _on_the_table(inject: Inject) -> Inject:
    """What has a time comes at once. What has a condition comes when the facilitator says so."""
    at = None if inject.at is None else AT_ONCE
    return inject.model_copy(
        update={"at": at, "when": None, "window": None, "expects": [], "effect": {}}
    )


def _known(fact: Fact) -> Fact:
    """A card that nobody has to bring to anybody: all of them hear it."""
    return fact.model_copy(update={"needed": []})


def _in_one_room(chosen: Format, lengths: dict[str, int]) -> Format:
    load = LoadBudget(first_15_min=MANY, per_10_min=MANY, per_10_min_acute=MANY, open_at_once=MANY)
    legs = [_told(leg, lengths[leg.scene]) for leg in chosen.legs]
    return chosen.model_copy(
        update={"legs": legs, "handovers": [], "tasks": [], "actions": [], "load": load}
    )


def _told(leg: Leg, length: int) -> Leg:
    """The leg with the real time that it takes with a clock: a guide, which ends nothing."""
    units = length if leg.length is None else leg.length
    lasts = leg.lasts if leg.pace is None else parse(f"{units * leg.pace.ms // 1_000}s")
    return Leg(scene=leg.scene, lasts=lasts)
