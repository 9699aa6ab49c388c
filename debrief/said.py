"""Something said about an exercise, for screens to put into words in any language.

The debrief holds no sentences of its own: a code names the sentence, ``about`` fills its blanks
with ids and numbers, and :func:`named` turns the ids into the scenario's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scenarios.plan import Plan

Blank = str | int | tuple[str, ...]

SEATS = frozenset({"seat", "sender", "receiver", "to", "who", "owner", "present", "seats"})
"""Blanks that hold seat ids; '' is nobody."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its code, its blanks, and the entries that it rests on."""

    code: str
    about: Mapping[str, Blank] = field(default_factory=dict)
    seqs: tuple[int, ...] = ()

    @property
    def seq(self) -> int:
        """The entry to open first, 0 if it rests on none."""
        return self.seqs[0] if self.seqs else 0


def named(plan: Plan, about: Mapping[str, Blank]) -> dict[str, str]:
    """The blanks as words in the plan's language; what is no id of it stays as it is."""
    return {key: _words(plan, key, value) for key, value in about.items()}


def _words(plan: Plan, key: str, value: Blank) -> str:
    many = value if isinstance(value, tuple) else (str(value),)
    find = _FINDERS.get("seat" if key in SEATS else key)
    return ", ".join((find(plan, each) if find else "") or each for each in many)


def _decision(plan: Plan, decision: str) -> str:
    known = (each for scene in plan.scenes.values() for each in scene.decisions)
    return next((each.text for each in known if each.id == decision), "")


def _voice(plan: Plan, voice: str) -> str:
    return plan.voices[voice].text if voice in plan.voices else ""


def _inject(plan: Plan, inject: str) -> str:
    found = plan.injects.get(inject)
    return (found.headline or found.sender) if found else ""


def _cause(plan: Plan, on: str) -> str:
    curve = plan.scenario.situation.curve
    return next((row.cause for row in curve if row.on == on), "")


_FINDERS: Mapping[str, Callable[[Plan, str], str]] = {
    "seat": lambda plan, each: plan.seats[each].name if each in plan.seats else "",
    "task": lambda plan, each: plan.tasks[each].text if each in plan.tasks else "",
    "tasks": lambda plan, each: plan.tasks[each].text if each in plan.tasks else "",
    "fact": lambda plan, each: plan.facts[each].text if each in plan.facts else "",
    "facts": lambda plan, each: plan.facts[each].text if each in plan.facts else "",
    "expected_handover": lambda plan, each: (
        plan.handovers[each].text if each in plan.handovers else ""
    ),
    "expected": lambda plan, each: plan.expected[each][1].text if each in plan.expected else "",
    "scene": lambda plan, each: plan.scenes[each].title if each in plan.scenes else "",
    "decision": _decision,
    "voice": _voice,
    "inject": _inject,
    "on": _cause,
}
