"""Journals in memory: for rehearsals and tests. One thread, no disk, gone with the process."""
# What the methods promise stands in store_contract.
# ruff: noqa: D102

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from simulator.journal.order import clock_after, team_after
from simulator.journal.store_contract import ClockEntry, ExerciseRow, Receipt, TeamRow
from simulator.play.kernel import Entry


class _TeamWrite:
    """What one block wants to add to a team's journal; taken over when the block ends well."""

    def __init__(
        self,
        exercise: ExerciseRow,
        team: TeamRow,
        kept: Sequence[Entry],
        log: Sequence[ClockEntry],
        answers: Mapping[str, Receipt],
    ) -> None:
        self.exercise = exercise
        self.team = team
        self.added: list[Entry] = []
        self.answered: dict[str, Receipt] = {}
        self._kept = kept
        self._log = log
        self._answers = answers

    def tail(self, after: int) -> list[Entry]:
        return [*self._kept[after:], *self.added[max(after - len(self._kept), 0) :]]

    def clock_log(self, after: int) -> list[ClockEntry]:
        if self.team.clock_seen != self.exercise.clock_n:
            self.team = replace(self.team, clock_seen=self.exercise.clock_n)
        return list(self._log[after:])

    def receipt(self, command_id: str) -> Receipt | None:
        return self.answered.get(command_id) or self._answers.get(command_id)

    def append(self, entries: Sequence[Entry]) -> None:
        self.team = team_after(self.team, entries)
        self.added += entries

    def remember(self, command_id: str, receipt: Receipt) -> None:
        self.answered[command_id] = receipt

    def set_next_due(self, at_ms: int | None) -> None:
        if self.team.next_due_at != at_ms:
            self.team = replace(self.team, next_due_at=at_ms)


class _ClockWrite:
    """What one block wants to add to a clock log; taken over when the block ends well."""

    def __init__(
        self,
        exercise: ExerciseRow,
        kept: Sequence[ClockEntry],
        answers: Mapping[str, Receipt],
    ) -> None:
        self.exercise = exercise
        self.added: list[ClockEntry] = []
        self.answered: dict[str, Receipt] = {}
        self._kept = kept
        self._answers = answers

    def log(self, after: int = 0) -> list[ClockEntry]:
        return [*self._kept[after:], *self.added[max(after - len(self._kept), 0) :]]

    def receipt(self, command_id: str) -> Receipt | None:
        return self.answered.get(command_id) or self._answers.get(command_id)

    def remember(self, command_id: str, receipt: Receipt) -> None:
        self.answered[command_id] = receipt

    def append(self, entries: Sequence[ClockEntry]) -> None:
        self.exercise = clock_after(self.exercise, entries)
        self.added += entries

    def set_exercise(self, row: ExerciseRow) -> None:
        self.exercise = replace(row, clock_n=self.exercise.clock_n)


class MemoryStore:
    """A ``JournalStore`` made of lists."""

    def __init__(self) -> None:
        self._documents: dict[str, dict[str, Any]] = {}
        self._exercises: dict[str, ExerciseRow] = {}
        self._teams: dict[str, TeamRow] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._logs: dict[str, list[ClockEntry]] = {}
        self._answers: dict[str, dict[str, Receipt]] = {}
        self._clock_answers: dict[str, dict[str, Receipt]] = {}
        self._erased: set[str] = set()
        self._writing = False

    def create_exercise(
        self, row: ExerciseRow, document: dict[str, Any], teams: Sequence[TeamRow]
    ) -> None:
        if row.id in self._erased or row.id in self._exercises:
            raise ValueError(f"exercise id {row.id} has been used before")
        self._documents.setdefault(row.digest, document)
        self._exercises[row.id] = row
        self._logs[row.id] = []
        self._clock_answers[row.id] = {}
        for team in teams:
            self.add_team(team)

    def document(self, digest: str) -> dict[str, Any]:
        return self._documents[digest]

    def exercise(self, exercise_id: str) -> ExerciseRow:
        return self._exercises[exercise_id]

    def exercises(self) -> list[ExerciseRow]:
        return list(self._exercises.values())

    def teams(self, exercise_id: str) -> list[TeamRow]:
        mine = (team for team in self._teams.values() if team.exercise_id == exercise_id)
        return sorted(mine, key=lambda team: team.number)

    def team(self, team_id: str) -> TeamRow:
        return self._teams[team_id]

    def add_team(self, row: TeamRow) -> None:
        self._exercises[row.exercise_id]  # KeyError, as the contract says
        self._teams[row.id] = row
        self._entries[row.id] = []
        self._answers[row.id] = {}

    def entries(self, team_id: str, after: int = 0) -> list[Entry]:
        return self._entries.get(team_id, [])[after:]

    def clock_log(self, exercise_id: str, after: int = 0) -> list[ClockEntry]:
        return self._logs.get(exercise_id, [])[after:]

    def due(self, now_wall: int) -> list[str]:
        return [row.id for row in self._exercises.values() if self._is_due(row, now_wall)]

    def _is_due(self, row: ExerciseRow, now_wall: int) -> bool:
        teams = self.teams(row.id)
        if any(team.clock_seen < row.clock_n for team in teams):
            return True
        if row.over:
            return False
        if row.resume_wall is not None and row.resume_wall <= now_wall:
            return True
        now = row.anchor_at + now_wall - row.anchor_wall
        waiting = (row.next_step_at, *(team.next_due_at for team in teams))
        return row.running and any(at is not None and at <= now for at in waiting)

    @contextmanager
    def write_team(self, team_id: str) -> Iterator[_TeamWrite]:
        with self._one_writer():
            team = self._teams[team_id]
            write = _TeamWrite(
                self._exercises[team.exercise_id],
                team,
                self._entries[team_id],
                self._logs[team.exercise_id],
                self._answers[team_id],
            )
            yield write
            self._entries[team_id] += write.added
            self._answers[team_id] |= write.answered
            self._teams[team_id] = write.team

    @contextmanager
    def write_clock(self, exercise_id: str) -> Iterator[_ClockWrite]:
        with self._one_writer():
            write = _ClockWrite(
                self._exercises[exercise_id],
                self._logs[exercise_id],
                self._clock_answers[exercise_id],
            )
            yield write
            self._logs[exercise_id] += write.added
            self._clock_answers[exercise_id] |= write.answered
            self._exercises[exercise_id] = write.exercise

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        """A database would wait for itself for ever; here the mistake is told at once."""
        if self._writing:
            raise RuntimeError("a write is under way; end it before the next begins")
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def delete_exercise(self, exercise_id: str, erased_at: int = 0) -> None:  # noqa: ARG002
        teams = self.teams(exercise_id)
        del self._exercises[exercise_id], self._logs[exercise_id], self._clock_answers[exercise_id]
        for team in teams:
            del self._teams[team.id], self._entries[team.id], self._answers[team.id]
        self._erased.add(exercise_id)
