"""Stafettlogg: what was done with Planen, in order, for everybody who shares it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.play.baton import BatonReleased, BatonTaken
from simulator.play.care_plan import (
    CarePlan,
    GoalSetDown,
    MeasureEvaluated,
    MeasureSetDown,
    PlanLed,
)
from simulator.play.kernel import Entry, Room, State

LineKind = Literal["goal", "measure", "evaluated", "led", "baton", "baton_let_go"]


@dataclass(frozen=True, slots=True)
class LogLine:
    """At story ms ``story_ms`` ``seat`` did something.

    ``ref`` is the goal or measure, ``number`` the measure's evaluation (from 1).
    """

    story_ms: int
    seat: str
    kind: LineKind
    ref: str = ""
    number: int = 0


@dataclass
class RelayLog:
    """The lines, oldest first."""

    lines: list[LogLine] = field(default_factory=list)


def _add(state: State, entry: Entry, seat: str, kind: LineKind, ref: str = "") -> None:
    number = len(state[CarePlan].measures[ref].evaluations) if kind == "evaluated" else 0
    state[RelayLog].lines.append(LogLine(entry.story_ms, seat, kind, ref, number))


def _on_goal(state: State, entry: Entry, event: GoalSetDown) -> None:
    _add(state, entry, event.seat, "goal", event.goal)


def _on_measure(state: State, entry: Entry, event: MeasureSetDown) -> None:
    _add(state, entry, event.seat, "measure", event.measure)


def _on_evaluated(state: State, entry: Entry, event: MeasureEvaluated) -> None:
    _add(state, entry, event.seat, "evaluated", event.measure)


def _on_led(state: State, entry: Entry, event: PlanLed) -> None:
    _add(state, entry, event.seat, "led")


def _on_taken(state: State, entry: Entry, event: BatonTaken) -> None:
    _add(state, entry, event.seat, "baton")


def _on_released(state: State, entry: Entry, event: BatonReleased) -> None:
    _add(state, entry, event.seat, "baton_let_go")


ROOM = Room(
    "relay_log",
    rules={},
    folds={
        GoalSetDown: _on_goal,
        MeasureSetDown: _on_measure,
        MeasureEvaluated: _on_evaluated,
        PlanLed: _on_led,
        BatonTaken: _on_taken,
        BatonReleased: _on_released,
    },
)
