"""Dates of Planen: who answers for a measure is reminded before it is to be evaluated."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.duration import parse
from simulator.engine.emission import Emission
from simulator.play.baton import Baton
from simulator.play.calendar import calendar_of
from simulator.play.kernel import Entry, State
from simulator.play.matters import Matter, MatterPlanned, Matters
from simulator.play.planned import (
    NO_DATE,
    CarePlan,
    Measure,
    MeasureEvaluated,
    MeasureReminded,
    MeasureSetDown,
)

TO_EVALUATE = parse("1wd")
"""Once reminded, one has at least a working day (mark P: a scenario default)."""


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """A date that was set is going to remind somebody when three quarters of the time are gone."""
    event = entry.event
    if not isinstance(event, MeasureSetDown | MeasureEvaluated) or event.due_story == NO_DATE:
        return
    ref = f"{event.measure}:{event.round}"
    if state[Matters].find("evaluate", ref):
        return
    ahead = max(event.due_story - entry.story_ms, 0)
    due = entry.story_ms + ahead * 3 // 4
    yield Emission(MatterPlanned("evaluate", ref, due_story=due), caused_by=entry.seq)


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """The date draws near: remind, unless that date is gone or nobody answers for it."""
    name, _, number = matter.ref.rpartition(":")
    found = state[CarePlan].measures.get(name)
    to = _whose(state, found) if found else ""
    if found is None or not to or not found.awaits(int(number)):
        return
    least = calendar_of(state.plan.scenario).due(state.story_ms, TO_EVALUATE)
    due = max(found.due_story, least)
    yield Emission(MeasureReminded(name, int(number), to, due), caused_by=matter.id)


def _whose(state: State, measure: Measure) -> str:
    """Its owner; without one who leads the plan, else who coordinates, else nobody."""
    return measure.owner or state[CarePlan].lead or state[Baton].holder
