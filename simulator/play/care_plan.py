"""Planen: goals in the child's terms, measures with an owner and a date, and how they went.

Individuell plan, stafettlogg and 'min sak' are views of it, not copies. A goal stands on a
listening or visibly on none; a measure has one owner or visibly none; once somebody leads the plan
exactly one does. Only those who take part read its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from scenarios.duration import parse
from simulator.play.calendar import calendar_of
from simulator.play.inbox import ItemLate, close, item_id, put
from simulator.play.isbar import When
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.planned import (
    NO_DATE,
    CarePlan,
    Effect,
    Goal,
    GoalSetDown,
    Measure,
    MeasureEvaluated,
    MeasureReminded,
    MeasureSetDown,
    PlanLed,
    Verdict,
    takes_part,
)
from simulator.play.regret import by_seat
from simulator.play.roster import Roster, seat_of
from simulator.play.voice import check_own, rests_on


@wire("goal.set")
class SetGoal(Command):
    """A goal as the child would say it; ``goal`` names one that is put in new words.

    ``listening`` is what it stands on, '' if nobody has heard her about it; ``resources`` what she
    is good at and whom she has.
    """

    words: Words
    listening: str = ""
    goal: str = ""
    resources: Words = ""
    item: str = ""


@wire("measure.set")
class SetMeasure(Command):
    """A measure towards a goal: what should be different for her when it works, and when that is
    looked at together. ``measure`` names one that is changed: what is left out stands."""

    goal: str = ""
    text: Words = ""
    owner: str = ""
    expected: Words = ""
    by: When | None = None
    state: Literal["planned", "under_way"] = "planned"
    measure: str = ""
    how: Words = ""
    family: Words = ""
    helpers: tuple[str, ...] = ()
    item: str = ""


@wire("measure.evaluate")
class EvaluateMeasure(Command):
    """How a measure went, whose words that rests on, what becomes of it, when to look again."""

    measure: str
    effect: Effect
    verdict: Verdict
    line: Words = ""
    listening: str = ""
    by: When | None = None


@wire("plan.lead")
class LeadPlan(Command):
    """Take the main responsibility for the plan; whoever had it is told."""


def _due(state: State, by: When | None) -> int:
    calendar = calendar_of(state.plan.scenario)
    return NO_DATE if by is None else calendar.due(state.story_ms, parse(by))


def _set_goal(state: State, by: Actor, command: SetGoal) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    plan = state[CarePlan]
    before = plan.goals.get(command.goal)
    if command.goal and (before is None or not takes_part(state, seat)):
        return Refusal("goal_not_known")
    if not command.words.strip():
        return Refusal("nothing_to_send")
    kept = before.listening if before else ""
    rests = command.listening or kept
    wrong = None if rests == kept else check_own(state, seat, rests)
    if wrong:
        return wrong
    name = command.goal or f"{seat}-{plan.goal_counts.get(seat, 0) + 1}"
    resources = command.resources or (before.resources if before else "")
    return [GoalSetDown(name, seat, command.words, rests, resources, command.item)]


def _set_measure(state: State, by: Actor, command: SetMeasure) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    plan = state[CarePlan]
    named = {command.owner, *command.helpers} - {""}
    if not named <= {*state[Roster].chairs}:
        return Refusal("no_such_seat")
    if command.measure:
        return _change(state, seat, command)
    if command.goal not in plan.goals or not takes_part(state, seat):
        return Refusal("goal_not_known")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    due = _due(state, command.by)
    return [
        MeasureSetDown(
            f"{seat}-{plan.measure_counts.get(seat, 0) + 1}",
            command.goal,
            seat,
            command.text,
            command.owner,
            command.expected,
            due,
            int(due != NO_DATE),
            command.state,
            command.how,
            command.family,
            command.helpers,
            command.item,
        )
    ]


def _measure(state: State, seat: str, name: str) -> Measure | Refusal:
    """A measure that goes on, if the seat takes part in the plan."""
    found = state[CarePlan].measures.get(name)
    if found is None or not takes_part(state, seat):
        return Refusal("measure_not_known")
    return found if found.live else Refusal("measure_is_stopped")


def _change(state: State, seat: str, command: SetMeasure) -> Sequence[Event] | Refusal:
    found = _measure(state, seat, command.measure)
    if isinstance(found, Refusal):
        return found
    plan = state[CarePlan]
    due = found.due_story if command.by is None else _due(state, command.by)
    owner = command.owner or found.owner
    new_round = command.by is not None or (owner != found.owner and due != NO_DATE)
    under_way = command.state == "under_way" or found.state == "under_way"
    return [
        MeasureSetDown(
            found.id,
            found.goal,
            seat,
            command.text.strip() or found.text,
            owner,
            command.expected.strip() or found.expected,
            due,
            plan.rounds[found.id] + 1 if new_round else found.round,
            "under_way" if under_way else "planned",
            command.how.strip() or found.how,
            command.family.strip() or found.family,
            command.helpers or found.helpers,
            command.item,
        )
    ]


def _evaluate(state: State, by: Actor, command: EvaluateMeasure) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = _measure(state, seat, command.measure)
    if isinstance(found, Refusal):
        return found
    wrong = check_own(state, seat, command.listening)
    if wrong:
        return wrong
    due = NO_DATE if command.verdict == "stop" else _due(state, command.by)
    return [
        MeasureEvaluated(
            found.id,
            seat,
            command.effect,
            command.verdict,
            command.line,
            command.listening,
            due,
            state[CarePlan].rounds[found.id] + 1 if due != NO_DATE else found.round,
            not found.late,
        )
    ]


def _lead(state: State, by: Actor, _command: LeadPlan) -> Sequence[Event] | Refusal:
    seat, lead = seat_of(state, by), state[CarePlan].lead
    if isinstance(seat, Refusal):
        return seat
    return Refusal("already_yours") if lead == seat else [PlanLed(seat, lead)]


def _on_goal(state: State, entry: Entry, event: GoalSetDown) -> None:
    plan = state[CarePlan]
    found = plan.goals.get(event.goal)
    if found is None:
        plan.goal_counts[event.seat] = plan.goal_counts.get(event.seat, 0) + 1
        found = plan.goals[event.goal] = Goal(event.goal, event.seat, entry.story_ms)
    found.wordings[entry.seq] = event
    rests_on(state, entry, event.listening, "goal", event.goal, event.seat)
    if event.item:
        close(state, entry, event.item)


def _on_measure(state: State, entry: Entry, event: MeasureSetDown) -> None:
    plan = state[CarePlan]
    before = plan.measures.get(event.measure)
    if before is None:
        plan.measure_counts[event.seat] = plan.measure_counts.get(event.seat, 0) + 1
    made = Measure(
        event.measure,
        event.goal,
        before.seat if before else event.seat,
        event.text,
        event.owner,
        event.expected,
        event.due_story,
        event.round,
        event.state,
        event.how,
        event.family,
        event.helpers,
        entry.at_ms,
        before.evaluations if before else [],
    )
    if before and before.round == event.round:
        made.late = before.late
        if (before.text, before.owner) == (made.text, made.owner):
            made.said_at = before.said_at
    elif before:
        _settle(state, entry, before)
    plan.touch(entry.seq, event.measure, event.round)
    plan.measures[event.measure] = made
    knew = {before.owner, *before.helpers} if before else set()
    for seat in dict.fromkeys((event.owner, *event.helpers)):
        if seat not in {"", event.seat, *knew}:
            put(state, entry, seat, "notice", f"measure-given-{event.measure}", sender=event.seat)
    if event.item:
        close(state, entry, event.item)


def _settle(state: State, entry: Entry, measure: Measure) -> None:
    """What its round reminded somebody of is done, or put off."""
    for seat in state[Roster].chairs:
        close(state, entry, item_id(seat, "measure", f"{measure.id}-{measure.round}"))


def _on_reminded(state: State, entry: Entry, event: MeasureReminded) -> None:
    put(state, entry, event.to, "measure", f"{event.measure}-{event.round}", waits=True)


def _on_evaluated(state: State, entry: Entry, event: MeasureEvaluated) -> None:
    plan = state[CarePlan]
    found = plan.measures[event.measure]
    plan.touch(entry.seq, found.id, event.round)
    _settle(state, entry, found)
    found.evaluations.append(event)
    rests_on(state, entry, event.listening, "evaluation", found.id, event.seat)
    found.due_story, found.round = event.due_story, event.round
    found.state, found.late = "under_way", False
    ref = f"measure-evaluated-{found.id}-{len(found.evaluations)}"
    for seat in dict.fromkeys((found.owner, plan.lead)):
        if seat not in ("", event.seat):
            put(state, entry, seat, "notice", ref, sender=event.seat)


def _on_late(state: State, entry: Entry, event: ItemLate) -> None:
    kind, _, rest = event.item.partition(".")
    if kind != "measure":
        return
    name, _, number = rest.rpartition("@")[0].rpartition("-")
    found, lead = state[CarePlan].measures.get(name), state[CarePlan].lead
    if found and found.awaits(int(number)):
        found.late = True
        if lead not in ("", event.seat):
            put(state, entry, lead, "notice", f"measure-late-{name}", sender=event.seat)


def _on_led(state: State, entry: Entry, event: PlanLed) -> None:
    plan = state[CarePlan]
    plan.lead = event.seat
    plan.leads.append(event.seat)
    if event.before:
        put(state, entry, event.before, "notice", "plan-led", sender=event.seat)


def _reworded(state: State, event: GoalSetDown) -> Iterable[int]:
    return state[CarePlan].goals[event.goal].wordings


def _towards(state: State, event: MeasureSetDown) -> Iterable[int]:
    plan = state[CarePlan]
    return [*plan.goals[event.goal].wordings, *plan.touched(event.measure)]


def _touched(state: State, event: MeasureReminded | MeasureEvaluated) -> Iterable[int]:
    return state[CarePlan].touched(event.measure)


def _forget(state: State, seq: int) -> None:
    plan = state[CarePlan]
    for goal in list(plan.goals.values()):
        goal.wordings.pop(seq, None)
        if not goal.wordings:
            del plan.goals[goal.id]
    name, before = plan.before.pop(seq, ("", None))
    if before:
        plan.measures[name] = before
    else:
        plan.measures.pop(name, None)


ROOM = Room(
    "care_plan",
    rules={
        SetGoal: _set_goal,
        SetMeasure: _set_measure,
        EvaluateMeasure: _evaluate,
        LeadPlan: _lead,
    },
    folds={
        GoalSetDown: _on_goal,
        MeasureSetDown: _on_measure,
        MeasureReminded: _on_reminded,
        MeasureEvaluated: _on_evaluated,
        ItemLate: _on_late,
        PlanLed: _on_led,
    },
    regrets={GoalSetDown: by_seat, MeasureSetDown: by_seat, MeasureEvaluated: by_seat},
    forget=_forget,
    upholds={
        GoalSetDown: _reworded,
        MeasureSetDown: _towards,
        MeasureReminded: _touched,
        MeasureEvaluated: _touched,
    },
)
