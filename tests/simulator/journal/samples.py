"""Exercises, teams and entries to try journals with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NoReturn, TypeVar

from simulator.journal.store_contract import (
    ClockEntry,
    ClockWriter,
    ExerciseRow,
    JournalStore,
    Receipt,
    TeamRow,
    TeamWriter,
)
from simulator.play import clock
from simulator.play.kernel import ENGINE, Actor, Entry, Event, kinds
from simulator.play.roster import TeamFormed

Writer = TypeVar("Writer")

EVENTS: dict[str, type[Event]] = kinds([*clock.FOLDS, TeamFormed])
DOCUMENT: dict[str, Any] = {"source": {"title": "Bjørkelia"}, "overlays": {"nn": {"a": [1, None]}}}
FORMED = TeamFormed(
    exercise="e1",
    team="t1",
    number=1,
    scenario="bjorkelia",
    digest="d1",
    format="45",
    seed=7,
    mode="measured",
    engine=1,
    measures=1,
    simulated=("ppt", "ke"),
    profiles={"ppt": "silent"},
)


def exercise(exercise_id: str = "e1", **changed: Any) -> ExerciseRow:
    """An exercise that has not begun."""
    return ExerciseRow(exercise_id, "d1", "45", 7, "measured", **changed)


def created(store: JournalStore, exercise_id: str = "e1", teams: Sequence[str] = ("t1",)) -> None:
    """Put an exercise with these teams in the store."""
    rows = [TeamRow(team, exercise_id, number) for number, team in enumerate(teams, 1)]
    store.create_exercise(exercise(exercise_id), DOCUMENT, rows)


def entry(seq: int, at_ms: int = 0, event: Event | None = None, actor: Actor = ENGINE) -> Entry:
    """A team's entry; what happened does not matter."""
    return Entry(
        seq=seq,
        at_ms=at_ms,
        story_ms=at_ms * 60,
        actor=actor,
        event=event or clock.ClockExtended(seq),
        caused_by=seq - 1 or None,
        command_id=f"c{seq}",
        recorded_at=1_790_000_000_000 + at_ms,
    )


def played(length: int) -> list[Entry]:
    """A journal of that many entries, the forming of the team first."""
    return [entry(1, 0, FORMED), *(entry(seq, seq * 10) for seq in range(2, length + 1))]


def paused(n: int, at_ms: int = 0) -> ClockEntry:
    """A clock entry."""
    return ClockEntry(n, at_ms, "clock.paused", {}, "facilitator", f"k{n}")


def fill_team(writer: TeamWriter) -> None:
    """Do everything that a team's writer can do."""
    writer.clock_log(0)
    writer.append(played(2))
    writer.remember("c1", Receipt(2))
    writer.set_next_due(5)


def fill_clock(writer: ClockWriter) -> None:
    """Do everything that a clock's writer can do."""
    writer.append([paused(1)])
    writer.remember("k1", Receipt(0))
    writer.set_exercise(replace(writer.exercise, running=True, over=True, resume_wall=9))


class StoppedError(Exception):
    """Somebody pulled the plug."""


def fill_then_stop(fill: Callable[[Writer], None], writer: Writer) -> NoReturn:
    """Pull the plug when all is done, but not yet committed."""
    fill(writer)
    raise StoppedError
