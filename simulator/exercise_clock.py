"""The exercise's clock: one log for all its teams, folded into a State of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulator.autopilot import autopilot_step, play_now
from simulator.journal.store_contract import (
    ClockEntry,
    ClockWriter,
    ExerciseRow,
    JournalStore,
    Receipt,
)
from simulator.play.clock import ClockPaused, ClockResumed, PlayEnded, PlayStarted
from simulator.play.codec import plain, read
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, State
from simulator.play.probes import PROBE_WALL_MS, ProbeClosed, ProbeOpened
from simulator.play.rooms import EVENTS, decide, evolve, new_state
from simulator.shelf import Shelf


class ExerciseClock:
    """Writes clock logs and reads them back. ``wall`` gives ms since 1970."""

    def __init__(self, store: JournalStore, shelf: Shelf, wall: Callable[[], int]) -> None:
        self._store = store
        self._shelf = shelf
        self._wall = wall
        self._known: dict[str, tuple[int, State]] = {}

    def read(self, exercise_id: str) -> State:
        """The clock as committed: a State with nothing but ``Clock`` and ``Probes`` in it."""
        row = self._store.exercise(exercise_id)
        return self._fold(row, lambda after: self._store.clock_log(exercise_id, after))

    def steer(self, exercise_id: str, actor: Actor, command: Command, command_id: str) -> Receipt:
        """Log what ``command`` does to the clock, once; teams copy it when they are settled."""
        with self._store.write_clock(exercise_id) as writer:
            first = writer.receipt(command_id)
            if first is not None:
                return replace(first, repeated=True)
            clock = self._fold(writer.exercise, writer.log)
            at_ms = max(play_now(writer.exercise, self._wall()), clock.at_ms)
            result = decide(clock, actor, command)
            if isinstance(result, Refusal):
                receipt = Receipt(clock.seq, (), result.code, dict(result.about))
            else:
                receipt = self._log(writer, actor, result, at_ms, command_id)
            writer.remember(command_id, receipt)
            return receipt

    def _log(
        self,
        writer: ClockWriter,
        actor: Actor,
        events: Sequence[Event],
        at_ms: int,
        command_id: str,
    ) -> Receipt:
        n, wall = writer.exercise.clock_n, self._wall()
        logged = [
            ClockEntry(n + place, at_ms, event.KIND, plain(event), str(actor), command_id)
            for place, event in enumerate(events, start=1)
        ]
        writer.append(logged)
        row = replace(writer.exercise, clock_n=n + len(logged))
        for event in events:
            row = _anchored(row, event, at_ms, wall)
        step = autopilot_step(self._ahead(row, logged), None)
        writer.set_exercise(replace(row, next_step_at=step[0] if step else None))
        return Receipt(row.clock_n, tuple(entry.n for entry in logged))

    def _ahead(self, row: ExerciseRow, logged: Sequence[ClockEntry]) -> State:
        """The clock with entries that are not committed yet; not kept, in case they never are."""
        _, state = self._known.pop(row.id)
        for entry in logged:
            _fold_in(state, entry)
        return state

    def _fold(self, row: ExerciseRow, log: Callable[[int], list[ClockEntry]]) -> State:
        known, state = self._known.get(row.id) or (0, new_state(self._shelf.plan(row)))
        for logged in log(known):
            _fold_in(state, logged)
            known = logged.n
        self._known[row.id] = (known, state)
        return state


def _fold_in(state: State, logged: ClockEntry) -> None:
    event = read(EVENTS, logged.kind, logged.body)
    evolve(state, Entry(logged.n, logged.at_ms, 0, Actor.parse(logged.actor), event))


def _anchored(row: ExerciseRow, event: Event, at_ms: int, wall: int) -> ExerciseRow:
    """The exercise's anchor after a clock event (decisions 1)."""
    match event:
        case PlayStarted() | ClockResumed():
            return replace(row, running=True, anchor_at=at_ms, anchor_wall=wall, resume_wall=None)
        case ProbeClosed():
            return replace(row, running=True, anchor_at=at_ms, anchor_wall=wall, resume_wall=None)
        case ClockPaused():
            return replace(row, running=False, anchor_at=at_ms, anchor_wall=wall)
        case ProbeOpened():
            resume = wall + PROBE_WALL_MS
            return replace(
                row, running=False, anchor_at=at_ms, anchor_wall=wall, resume_wall=resume
            )
        case PlayEnded():
            return replace(row, running=False, anchor_at=at_ms, over=True, resume_wall=None)
        case _:
            return row
