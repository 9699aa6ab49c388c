"""The dreiebok board: every inject of the format, when it comes or why not, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.condition import Condition
from scenarios.schema import Inject
from simulator.play.clock import Clock
from simulator.play.expectations import Expectation, Expectations
from simulator.play.kernel import Command, State
from simulator.play.script import AddInject, InjectPhase, ReleaseInject, Script


@dataclass(frozen=True, slots=True)
class Waiting:
    """One part of a condition, as a code and what fills its blanks (``board.waits.<code>``)."""

    code: str
    about: dict[str, str]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One inject. ``planned_at`` is its planned play ms (None if it waits on a condition),
    ``at_ms`` when it came or was settled; ``expected`` and ``done`` count its expected acts."""

    inject: Inject
    leg: int
    phase: InjectPhase
    planned_at: int | None
    at_ms: int | None
    waits: tuple[Waiting, ...]
    expected: int
    done: int
    late: int

    @property
    def state(self) -> str:
        """planned, waiting, due, delivered, answered, missed, held, skipped or not_taken."""
        if self.phase == "delivered":
            if self.late and self.done < self.expected:
                return "missed"
            return "answered" if self.expected and self.done == self.expected else "delivered"
        if self.phase == "waiting":
            return "waiting" if self.planned_at is None else "planned"
        return "due" if self.phase == "triggered" else self.phase


def board(state: State) -> tuple[BoardRow, ...]:
    """The format's injects in the order they are planned, leg by leg."""
    rows = [_row(state, inject) for inject in state.plan.injects.values()]
    last = state.plan.play_ms + 1
    return tuple(sorted(rows, key=lambda row: (row.leg, row.at_ms or row.planned_at or last)))


def _row(state: State, inject: Inject) -> BoardRow:
    stand = state[Script].stand(inject.id)
    due: dict[str, Expectation] = state[Expectations].due
    acts = [due[each.id] for each in inject.expects if each.id in due]
    planned = state.plan.play_ms_of(inject)
    return BoardRow(
        inject,
        state.plan.leg_of[inject.scene].index,
        stand.phase,
        planned,
        stand.at_ms,
        tuple(in_words(inject.when)) if inject.when else (),
        len(inject.expects),
        sum(each.met_by is not None for each in acts),
        sum(each.late for each in acts),
    )


def in_words(  # noqa: C901 - one case for each kind of condition
    condition: Condition, *, negated: bool = False
) -> Iterator[Waiting]:
    """A condition part by part, for the console to put in words."""
    prefix = "not_" if negated else ""
    for joined, parts in (("all", condition.all_of), ("any", condition.any_of)):
        for place, part in enumerate(parts or ()):
            if place:
                yield Waiting(joined, {})
            yield from in_words(part, negated=negated)
    if condition.none_of:
        yield from in_words(condition.none_of, negated=not negated)
    for code in ("done", "not_done", "unowned", "scene"):
        name = getattr(condition, code)
        if name is not None:
            yield Waiting(prefix + code, {"what": name})
    if condition.fact_known:
        known = condition.fact_known
        yield Waiting(prefix + "fact_known", {"seat": known.seat, "what": known.fact})
    if condition.handover_state:
        handover = condition.handover_state
        yield Waiting(prefix + "handover", {"what": handover.handover, "state": handover.state})
    if condition.inject_state:
        other = condition.inject_state
        yield Waiting(prefix + "inject", {"what": other.inject, "state": other.state})
    if condition.elapsed:
        passed = condition.elapsed
        yield Waiting(prefix + "elapsed", {"what": passed.since, "span": str(passed.is_over)})
    if condition.situation:
        line = condition.situation
        bound = "below" if line.below is not None else "at_least"
        yield Waiting(prefix + bound, {"value": line.value})


def reaches(state: State, command: Command) -> tuple[str, ...]:
    """The seats a control would reach in this team, for its label ('Sender til 3 roller nå')."""
    if isinstance(command, ReleaseInject) and command.inject in state.plan.injects:
        return tuple(state.plan.injects[command.inject].to)
    return command.to if isinstance(command, AddInject) else ()


def now_on(state: State) -> int:
    """Index of the leg under way, -1 before play; where the board draws 'nå'."""
    return state[Clock].leg
