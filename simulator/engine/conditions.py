"""Judging conditions: pure questions to the State, never evaluated code."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.condition import Condition, Elapsed, HandoverState, SituationLine
from scenarios.plan import Plan
from simulator.play.calendar import calendar_of
from simulator.play.clock import Clock, scene_id
from simulator.play.expectations import Expectations
from simulator.play.facts import Facts
from simulator.play.kernel import State
from simulator.play.passes import Handovers
from simulator.play.script import Script
from simulator.play.situation import Child
from simulator.play.tasks import Tasks

_ACCEPTED = ("taken_over", "read_back", "started", "told")


def judge(state: State, condition: Condition, story_ms: int) -> bool:
    """Whether ``condition`` holds now, at story ms ``story_ms``."""
    if condition.all_of:
        return all(judge(state, each, story_ms) for each in condition.all_of)
    if condition.any_of:
        return any(judge(state, each, story_ms) for each in condition.any_of)
    if condition.none_of:
        return not judge(state, condition.none_of, story_ms)
    return _judge_leaf(state, condition, story_ms)


def _judge_leaf(  # noqa: C901 - one case for each kind of condition
    state: State, condition: Condition, story_ms: int
) -> bool:
    if condition.done is not None:
        return state[Expectations].done(condition.done)
    if condition.not_done is not None:
        return _not_done(state, condition.not_done)
    if condition.fact_known is not None:
        return state[Facts].knows(condition.fact_known.seat, [condition.fact_known.fact])
    if condition.unowned is not None:
        return condition.unowned in state[Tasks].unowned()
    if condition.handover_state is not None:
        return handover_is(state, condition.handover_state)
    if condition.situation is not None:
        return _line_passed(state, condition.situation)
    if condition.inject_state is not None:
        phase = state[Script].stand(condition.inject_state.inject).phase
        return phase == condition.inject_state.state
    if condition.scene is not None:
        return scene_id(state) == condition.scene
    return condition.elapsed is not None and _is_over(state, condition.elapsed, story_ms)


def _not_done(state: State, expected: str) -> bool:
    """It became due and was not done in time."""
    found = state[Expectations].due.get(expected)
    return found is not None and found.met_by is None and found.late


def handover_is(state: State, wanted: HandoverState) -> bool:
    """Whether the expected handover stands so."""
    passes = state[Handovers].passes.values()
    steps = [each.step for each in passes if each.expected == wanted.handover]
    if not steps:
        return wanted.state == "none"
    step = steps[-1]
    if wanted.state == "accepted":
        return step in _ACCEPTED
    names = {"offered": ("offered", "seen"), "declined": ("declined",), "closed": ("told",)}
    return step in names.get(wanted.state, ())


def _line_passed(state: State, line: SituationLine) -> bool:
    value = state[Child].values.get(line.value)
    if value is None:
        return False
    below = line.below is None or value < line.below
    return below and (line.at_least is None or value >= line.at_least)


def _is_over(state: State, elapsed: Elapsed, story_ms: int) -> bool:
    since = since_story(state, elapsed.since)
    return since is not None and story_ms >= due_of(state, elapsed, since)


def due_of(state: State, elapsed: Elapsed, since: int) -> int:
    """Story ms at which an ``elapsed`` that began at ``since`` is over."""
    return calendar_of(state.plan.scenario).due(since, elapsed.is_over)


def since_story(state: State, what: str) -> int | None:
    """Story ms at which an inject was delivered or a scene began; None if not yet."""
    if what in state.plan.injects:
        stand = state[Script].stand(what)
        return stand.story_ms if stand.phase == "delivered" else None
    leg = state.plan.leg_of.get(what)
    if leg is None or leg.index > state[Clock].leg:
        return None
    return calendar_of(state.plan.scenario).story_ms(leg.scene.starts)


def timers(plan: Plan, what: str) -> Iterator[tuple[str, Elapsed]]:
    """The injects whose condition counts time since ``what`` (an inject or a scene)."""
    for inject in plan.injects.values():
        for each in inject.when.walk() if inject.when else ():
            if each.elapsed is not None and each.elapsed.since == what:
                yield inject.id, each.elapsed
