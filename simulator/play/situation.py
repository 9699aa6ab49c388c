"""The child's situation: trust, load and four rights, integers 0–100 on a published curve.

A row of the scenario's curve adds points at mid-scale; near the ends the same row moves less
(``bend``). Told in words with causes, never as a gauge or a score (docs/situation.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from scenarios.plan import Plan
from simulator.play.clock import PlayStarted
from simulator.play.kernel import Entry, Event, Room, State, wire

Value = Literal["trust", "load", "school", "health", "protection", "development"]
VALUES: tuple[Value, ...] = ("trust", "load", "school", "health", "protection", "development")
LOWEST, HIGHEST = 5, 95


@wire("situation.moved")
class SituationMoved(Event):
    """The child's situation changed. ``on`` is the curve's trigger or ``inject``; ``about`` the
    inject, task, handover … it came of; ``values`` are the new values that changed."""

    on: str
    about: str
    values: dict[str, int]


@dataclass
class Move:
    """One change, for the child's line."""

    seq: int
    at_ms: int
    on: str
    about: str
    values: dict[str, int]


@dataclass
class Child:
    """The values now, and how they came about."""

    values: dict[str, int] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)


def bend(value: int, points: int) -> int:
    """``value`` after ``points`` more, bent towards the ends, within 5–95.

    Upwards the step is points × (100 − value) ÷ 50, downwards points × value ÷ 50, whole numbers,
    at least one point while there is room: at 50 exactly ``points``.
    """
    room = 100 - value if points > 0 else value
    step = abs(points) * room // 50
    if points and not step:
        step = 1
    moved = value + (step if points > 0 else -step)
    return min(max(moved, LOWEST), HIGHEST)


def cause_of(plan: Plan, on: str, values: Iterable[str]) -> str:
    """The scenario's sentence for why ``values`` moved: of the curve's rows for ``on``, the one
    that speaks of most of them ('' if there is none)."""
    rows = [row for row in plan.scenario.situation.curve if row.on == on]
    moved = {*values}
    best = max(rows, key=lambda row: len(moved & {*row.add}), default=None)
    return best.cause if best else ""


def words_for(state: State, value: Value) -> str:
    """The scenario's words for a value as it is now ('' if it has none)."""
    now = state[Child].values.get(value, 0)
    said = ""
    for rung in sorted(state.plan.scenario.situation.words.get(value, []), key=lambda r: r.least):
        if rung.least <= now:
            said = rung.text
    return said


def _on_play_started(state: State, _entry: Entry, _event: PlayStarted) -> None:
    start = state.plan.scenario.situation.start
    state[Child].values = {value: start.get(value, 50) for value in VALUES}


def _on_moved(state: State, entry: Entry, event: SituationMoved) -> None:
    child = state[Child]
    child.values.update(event.values)
    child.moves.append(Move(entry.seq, entry.at_ms, event.on, event.about, event.values))


ROOM = Room(
    "situation",
    rules={},
    folds={PlayStarted: _on_play_started, SituationMoved: _on_moved},
)
