"""Reading one journal into a tally: scenes, script, handovers, acts and the indices it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.rehearsal.load import read_load
from facilitator.rehearsal.scenes import played_legs
from facilitator.rehearsal.tally import Tally
from scenarios.duration import SECOND
from scenarios.plan import Plan
from simulator.play.expectations import Expectations
from simulator.play.kernel import Entry, State
from simulator.play.passes import Handovers
from simulator.play.script import InjectDelivered, InjectTriggered, Script

THOUSANDTHS = 1_000


def read(
    plan: Plan, entries: Sequence[Entry], state: State, indices: Mapping[str, float | None]
) -> Tally:
    """The tally of one journal. ``state`` is the journal folded; ``indices`` holds each R's index
    as the debrief has it (0–1, None without ground): figures are the debrief's to make."""
    tally = Tally(runs=1)
    tally.add("play", "", _seconds(entries[-1].at_ms))
    legs = played_legs(plan, entries)
    for leg in legs:
        tally.add("scene", leg.scene, _seconds(leg.ends_at - leg.starts_at))
        tally.add("hold", leg.scene, _seconds(leg.held_ms))
    read_load(tally, plan, entries, state, legs)
    _read_script(tally, plan, entries, state)
    _read_handovers(tally, plan, state)
    _read_acts(tally, plan, state)
    for r, index in indices.items():
        if index is None:
            tally.count("index", r, "none")
        else:
            tally.add("index", r, round(index * THOUSANDTHS))
    return tally


def _seconds(ms: int) -> int:
    return (ms + SECOND // 2) // SECOND


def _read_script(tally: Tally, plan: Plan, entries: Sequence[Entry], state: State) -> None:
    for inject in plan.injects:
        stand = state[Script].stand(inject)
        outcome = stand.why if stand.phase == "not_taken" else stand.phase
        tally.count("inject", inject, outcome)
    triggered: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry.event, InjectTriggered):
            triggered[entry.event.inject] = entry.at_ms
        elif isinstance(entry.event, InjectDelivered):
            since = triggered.get(entry.event.inject, entry.at_ms)
            tally.add("wait", entry.event.inject, _seconds(entry.at_ms - since))


def _read_handovers(tally: Tally, plan: Plan, state: State) -> None:
    steps = {each.expected: each.step for each in state[Handovers].passes.values()}
    for wanted in plan.handovers.values():
        step: str = steps.get(wanted.id, "none")
        after = wanted.after
        if step == "none" and after and state[Script].stand(after).phase != "delivered":
            step = "not_due"
        tally.count("handover", wanted.id, step)


def _read_acts(tally: Tally, plan: Plan, state: State) -> None:
    due = state[Expectations].due
    for expected in plan.expected:
        found = due.get(expected)
        if found is None:
            outcome = "not_asked"
        elif found.met_by is not None:
            outcome = "in_time" if found.in_time else "late"
        else:
            outcome = "postponed" if found.lapsed == "postponed" else "never"
        tally.count("act", expected, outcome)
