"""Conduct: the one writer. Lock, read, settle what is due, judge, append, commit, answer.

A command's id makes it safe to send twice: the second time it gets the first answer. The ticker
is only ``tick``; late, twice or from another process, it changes nothing (design.md 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from scenarios.loader import Loaded
from scenarios.plan import Plan
from simulator.autopilot import Steps, all_answered, autopilot_step, play_now
from simulator.casting import USUAL, Casting
from simulator.engine.engine import Engine
from simulator.exercise_clock import ExerciseClock
from simulator.journal.store_contract import (
    ExerciseRow,
    JournalStore,
    Receipt,
    TeamRow,
    TeamWriter,
)
from simulator.play.clock import Clock
from simulator.play.codec import read
from simulator.play.kernel import CLOCK, FACILITATOR, Actor, Command, Entry, Refusal, State
from simulator.play.probes import CloseProbe, Probes
from simulator.play.rooms import EVENTS, evolve, new_state
from simulator.play.roster import TeamFormed
from simulator.shelf import Shelf

CLOCK_PREFIX = "clock:"
"""Command id of a clock-log entry in a team's journal: ``clock:<n>``."""


@dataclass
class _Team:
    """A team as this process last folded it."""

    state: State
    engine: Engine
    clock_n: int = 0


class Conduct:
    """Runs exercises on a journal store. ``wall`` gives ms since 1970; only ``wall`` knows it."""

    def __init__(self, store: JournalStore, wall: Callable[[], int]) -> None:
        self.store = store
        self.wall = wall
        self._teams: dict[str, _Team] = {}
        self._casting: dict[str, Casting] = {}
        self._steps = Steps()
        self._shelf = Shelf(store)
        self._clock = ExerciseClock(store, self._shelf, wall)

    # -- exercises ------------------------------------------------------------------------------

    def create(
        self,
        loaded: Loaded,
        format_name: str,
        *,
        seed: int,
        teams: int,
        exercise_id: str,
        mode: str = "measured",
        casting: Casting = USUAL,
    ) -> ExerciseRow:
        """A new exercise with ``teams`` teams, every seat played by the system until taken."""
        self._shelf.put(loaded)
        row = ExerciseRow(exercise_id, loaded.digest, format_name, seed, mode)
        rows = [TeamRow(f"{exercise_id}-{n}", exercise_id, n) for n in range(1, teams + 1)]
        self.store.create_exercise(row, loaded.document, rows)
        self._casting[exercise_id] = casting
        for team in rows:
            self.settle(team.id)
        return row

    def _formed(self, row: ExerciseRow, team: TeamRow) -> TeamFormed:
        """A team's first event. It is written when the team is first settled, so an exercise
        whose creation was cut short completes itself."""
        return self._casting.get(row.id, USUAL).form(row, team, self.plan(row))

    def loaded(self, digest: str) -> Loaded:
        """The scenario of that digest, in all its languages."""
        return self._shelf.loaded(digest)

    def plan(self, row: ExerciseRow, language: str = "nb") -> Plan:
        """The exercise's plan, worded in ``language``."""
        return self._shelf.plan(row, language)

    # -- one team -------------------------------------------------------------------------------

    def handle(self, team_id: str, actor: Actor, command: Command, command_id: str) -> Receipt:
        """Do ``command`` for a team, once. What is answered without a code is stored."""
        with _Writing(self, team_id) as (writer, team):
            first = writer.receipt(command_id)
            if first is not None:
                return replace(first, repeated=True)
            now = self._settle(writer, team)
            at_ms = max(now, team.state.at_ms + 1)
            result = team.engine.act(actor, command, at_ms, command_id)
            entries = self._flush(writer, team)
            receipt = self._receipt(team.state.seq, result, entries, command_id)
            writer.remember(command_id, receipt)
            return receipt

    @staticmethod
    def _receipt(seq: int, result: object, entries: list[Entry], command_id: str) -> Receipt:
        if isinstance(result, Refusal):
            return Receipt(seq, (), result.code, dict(result.about))
        own = tuple(entry.seq for entry in entries if entry.command_id == command_id)
        return Receipt(seq, own)

    def settle(self, team_id: str) -> bool:
        """Bring a team up to now. True if its journal grew."""
        with _Writing(self, team_id) as (writer, team):
            self._settle(writer, team)
            return bool(self._flush(writer, team))

    def _settle(self, writer: TeamWriter, team: _Team) -> int:
        """Copy newer clock entries as inputs, then let happen what is due. Returns play ms now."""
        if not team.state.seq:
            formed = self._formed(writer.exercise, writer.team)
            team.engine.apply([formed], FACILITATOR, 0, "form")
        for logged in writer.clock_log(team.clock_n):
            team.engine.run(logged.at_ms)
            event = read(EVENTS, logged.kind, logged.body)
            at_ms = max(logged.at_ms, team.state.at_ms + 1)
            actor = Actor.parse(logged.actor)
            team.engine.apply([event], actor, at_ms, f"{CLOCK_PREFIX}{logged.n}")
            team.clock_n = logged.n
        now = play_now(writer.exercise, self.wall())
        team.engine.run(now)
        return now

    def _flush(self, writer: TeamWriter, team: _Team) -> list[Entry]:
        entries = self._stamped(team.engine.take())
        if entries:
            writer.append(entries)
        writer.set_next_due(team.engine.next_due())
        return entries

    def _stamped(self, entries: list[Entry]) -> list[Entry]:
        wall = self.wall()
        return [entry.stamped(wall) for entry in entries]

    def _caught_up(
        self, row: ExerciseRow, team_id: str, tail: Callable[[int], list[Entry]]
    ) -> _Team:
        """The team folded to the tail's end; its engine restarted if others wrote."""
        team = self._teams.get(team_id)
        if team is None:
            state = new_state(self.plan(row))
            team = self._teams[team_id] = _Team(state, Engine(state))
        entries = tail(team.state.seq)
        for entry in entries:
            evolve(team.state, entry)
            if (entry.command_id or "").startswith(CLOCK_PREFIX):
                team.clock_n = int(str(entry.command_id).removeprefix(CLOCK_PREFIX))
        if entries:
            team.engine = Engine(team.state)
        return team

    def state(self, team_id: str) -> State:
        """The team folded to its committed head. Read it, never write to it."""
        row = self.store.exercise(self.store.team(team_id).exercise_id)
        tail = self.store.entries
        return self._caught_up(row, team_id, lambda after: tail(team_id, after)).state

    def entries(self, team_id: str, after: int = 0) -> list[Entry]:
        """Committed entries with ``seq > after``."""
        return self.store.entries(team_id, after)

    # -- the exercise's clock -------------------------------------------------------------------

    def steer(self, exercise_id: str, actor: Actor, command: Command, command_id: str) -> Receipt:
        """A clock command for all teams of an exercise, once."""
        receipt = self._clock.steer(exercise_id, actor, command, command_id)
        for team in self.store.teams(exercise_id):
            self.settle(team.id)
        return receipt

    def clock(self, exercise_id: str) -> State:
        """The exercise's clock as committed (its ``Clock`` and ``Probes`` slices)."""
        return self._clock.read(exercise_id)

    def now(self, exercise_id: str) -> int:
        """Play ms of the exercise now."""
        return play_now(self.store.exercise(exercise_id), self.wall())

    # -- the ticker -----------------------------------------------------------------------------

    def due(self) -> list[str]:
        """Exercises in which something is due."""
        return self.store.due(self.wall())

    def tick(self, exercise_id: str) -> set[str]:
        """Settle what is due: the autopilot's steps, then every team that is. Teams that grew."""
        before = {team.id: team.head_seq for team in self.store.teams(exercise_id)}
        while self._step(exercise_id):
            pass
        row = self.store.exercise(exercise_id)
        for team in self.store.teams(exercise_id):
            if self._is_due(row, team):
                self.settle(team.id)
        after = self.store.teams(exercise_id)
        return {team.id for team in after if team.head_seq != before.get(team.id)}

    def _is_due(self, row: ExerciseRow, team: TeamRow) -> bool:
        """Whether something waits in this team: its next matter, or the clock log."""
        if team.clock_seen < row.clock_n or not team.head_seq:
            return True
        due = team.next_due_at
        return row.running and due is not None and due <= play_now(row, self.wall())

    def next_step_at(self, exercise_id: str) -> int | None:
        """Play ms of the autopilot's next step, protected time counted; None if it has none."""
        return self._steps.at(exercise_id, self.clock(exercise_id), self._states(exercise_id))

    def _states(self, exercise_id: str) -> Iterator[State]:
        return (self.state(team.id) for team in self.store.teams(exercise_id))

    def _step(self, exercise_id: str) -> bool:
        """The autopilot's next step, if it is due."""
        row = self.store.exercise(exercise_id)
        clock = self.clock(exercise_id)
        if clock[Probes].open:
            return self._step_probe(row)
        teams = self._states(exercise_id)
        at_ms = self._steps.at(exercise_id, clock, teams) if row.running else None
        if at_ms is None or at_ms > play_now(row, self.wall()):
            return False
        step = autopilot_step(clock, self._states(exercise_id))
        if step is None:
            return False
        return self.steer(exercise_id, CLOCK, step[1], f"auto:{row.clock_n + 1}").code is None

    def _step_probe(self, row: ExerciseRow) -> bool:
        over = row.resume_wall is not None and row.resume_wall <= self.wall()
        if not over and not self._all_answered(row.id, self.clock(row.id)[Probes].open):
            return False
        done = self.steer(row.id, CLOCK, CloseProbe(), f"auto:{row.clock_n + 1}")
        return done.code is None

    def _all_answered(self, exercise_id: str, probe: str) -> bool:
        teams = self.store.teams(exercise_id)
        return all(all_answered(self.state(team.id), probe) for team in teams)


class _Writing:
    """One team's transaction; on any error the process forgets what it had folded."""

    def __init__(self, conduct: Conduct, team_id: str) -> None:
        self._conduct, self._team_id = conduct, team_id
        self._context = conduct.store.write_team(team_id)

    def __enter__(self) -> tuple[TeamWriter, _Team]:
        writer = self._context.__enter__()
        try:
            team = self._conduct._caught_up(writer.exercise, self._team_id, writer.tail)  # noqa: SLF001 - same module
        except BaseException:
            self._forget()
            self._context.__exit__(None, None, None)
            raise
        return writer, team

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            self._forget()
        try:
            self._context.__exit__(kind, error, trace)  # type: ignore[arg-type]
        except BaseException:
            self._forget()
            raise

    def _forget(self) -> None:
        self._conduct._teams.pop(self._team_id, None)  # noqa: SLF001 - same module


def is_over(state: State) -> bool:
    """Whether play has ended."""
    return state[Clock].phase == "over"
