"""The child's line: how she has it, in the scenario's words, and what moved it. Never a gauge."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.record import Record
from scenarios.plan import Plan
from simulator.play.clock import PlayStarted
from simulator.play.script import InjectDelivered
from simulator.play.situation import VALUES, Child, Value, cause_of, words_for


@dataclass(frozen=True, slots=True)
class ChildStep:
    """The words for one value of her situation changed, in entry ``seq``.

    ``cause`` is the scenario's sentence, '' where an event of the story itself moved it; then
    ``inject`` names that event.
    """

    seq: int
    at_ms: int
    story_ms: int
    value: Value
    better: bool
    text: str
    cause: str
    inject: str = ""


@dataclass(frozen=True, slots=True)
class ChildLine:
    """Her line: the words as play began, every change of words, and the words as it stands."""

    start: tuple[str, ...]
    steps: tuple[ChildStep, ...]
    end: tuple[str, ...]
    seq: int
    """Where it begins."""


def child_line(record: Record) -> ChildLine:
    """How the child's situation went, in words with causes."""
    plan, started = record.plan, record.of(PlayStarted)
    values: dict[Value, int] = {
        value: plan.scenario.situation.start.get(value, 50) for value in VALUES
    }
    start = tuple(filter(None, (_words(plan, value, values[value]) for value in VALUES)))
    steps = _steps(record, values)
    end = tuple(filter(None, (words_for(record.state, value) for value in VALUES)))
    return ChildLine(
        start if started else (), steps, end if started else (), started[0][0].seq if started else 0
    )


def _steps(record: Record, values: dict[Value, int]) -> tuple[ChildStep, ...]:
    delivered = {event.inject for _, event in record.of(InjectDelivered)}
    found = []
    for move in record.state[Child].moves:
        for value in VALUES:
            if value not in move.values:
                continue
            before, values[value] = values[value], move.values[value]
            text = _words(record.plan, value, values[value])
            if text == _words(record.plan, value, before):
                continue
            rises = values[value] > before
            entry = record.entry(move.seq)
            found.append(
                ChildStep(
                    move.seq,
                    move.at_ms,
                    entry.story_ms if entry else 0,
                    value,
                    rises != (value == "load"),
                    text,
                    cause_of(record.plan, move.on, move.values),
                    move.about if move.about in delivered else "",
                )
            )
    return tuple(found)


def _words(plan: Plan, value: Value, now: int) -> str:
    rungs = sorted(plan.scenario.situation.words.get(value, []), key=lambda rung: rung.least)
    return next((rung.text for rung in reversed(rungs) if rung.least <= now), "")
