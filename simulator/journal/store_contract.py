"""What every journal store offers to ``conduct``: the one writer's view of storage.

Kept by ``memory`` (rehearsals, tests) and ``store`` (SQLite, PostgreSQL), and proved for all of
them by one and the same test module.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from simulator.play.kernel import Entry


class StoreError(Exception):
    """The store cannot be used; the text says why and what to do."""


class StoreUnavailable(StoreError):
    """It cannot be reached or written now. Try again: a command id is never applied twice."""


class OrderError(ValueError):
    """A broken contract: entries that do not go on from the head.

    ``seq`` is the one that is missing, stands twice or goes back in time.
    """

    def __init__(self, seq: int, wrong: str) -> None:
        super().__init__(wrong)
        self.seq = seq


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One scheduled drill. ``anchor_wall`` (ms since 1970) is when play time was ``anchor_at``.

    ``running`` is false before play, in a pause and after the end: then play time stands at
    ``anchor_at``. ``resume_wall`` is when a probe's pause ends by itself, or None.
    """

    id: str
    digest: str
    format: str
    seed: int
    mode: str
    anchor_wall: int = 0
    anchor_at: int = 0
    running: bool = False
    resume_wall: int | None = None
    clock_n: int = 0
    """Number of the newest entry in the clock log, 0 if none."""
    next_step_at: int | None = None
    """Play ms when the autopilot acts next, as far as known; None if it does not."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team's journal head. ``next_due_at`` is play ms, None when nothing is pending."""

    id: str
    exercise_id: str
    number: int
    head_seq: int = 0
    head_at_ms: int = 0
    next_due_at: int | None = None
    clock_seen: int = 0
    """Number of the newest clock entry that this team's journal has taken in."""


@dataclass(frozen=True, slots=True)
class ClockEntry:
    """One entry of the exercise's clock log; ``body`` is the event's plain JSON."""

    n: int
    at_ms: int
    kind: str
    body: dict[str, Any]
    actor: str
    command_id: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to a command: stored, so that a repeated id gets the first answer.

    ``seq`` is the journal's head after it. A refusal has ``code`` and ``about`` and stored nothing
    else.
    """

    seq: int
    seqs: tuple[int, ...] = ()
    code: str | None = None
    about: dict[str, str] | None = None
    repeated: bool = False


class TeamWriter(Protocol):
    """One team's journal inside one write transaction, its row (and its exercise's, shared)
    locked. Leaving the block commits durably; an exception rolls everything back. One block at a
    time in a thread; ``team`` follows what is appended and set."""

    exercise: ExerciseRow
    team: TeamRow

    def tail(self, after: int) -> list[Entry]:
        """Entries with ``seq > after``, in order."""

    def clock_log(self, after: int) -> list[ClockEntry]:
        """The exercise's clock entries with ``n > after``.

        Who reads them takes them in: when the block ends well, ``clock_seen`` is the newest.
        """

    def receipt(self, command_id: str) -> Receipt | None:
        """The first answer to this command id as it was remembered, if it was here before."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries; seqs must go on from the head without a gap, at_ms must not fall.

        Raises :class:`OrderError` if they do not.
        """

    def remember(self, command_id: str, receipt: Receipt) -> None:
        """Keep the answer in the same transaction."""

    def set_next_due(self, at_ms: int | None) -> None:
        """When the ticker should come back (play ms)."""


class ClockWriter(Protocol):
    """An exercise's clock log inside one write transaction, the exercise's row locked alone."""

    exercise: ExerciseRow

    def log(self, after: int = 0) -> list[ClockEntry]:
        """Clock entries with ``n > after``."""

    def receipt(self, command_id: str) -> Receipt | None:
        """The first answer to this command id on this exercise's clock."""

    def remember(self, command_id: str, receipt: Receipt) -> None:
        """Keep the answer in the same transaction."""

    def append(self, entries: Sequence[ClockEntry]) -> None:
        """Add entries; ``n`` must go on from ``clock_n`` without a gap.

        Raises :class:`OrderError` if they do not.
        """

    def set_exercise(self, row: ExerciseRow) -> None:
        """Store the row's changed clock fields (anchors, running, resume_wall, …).

        ``clock_n`` follows what is appended, whatever the row says.
        """


class JournalStore(Protocol):
    """Where journals are kept. Writers exclude each other per team; readers never block them.

    Any method may raise :class:`StoreUnavailable`; a write that raised it has stored nothing, or
    all of it if the connection broke while committing.
    """

    def create_exercise(
        self, row: ExerciseRow, document: dict[str, Any], teams: Sequence[TeamRow]
    ) -> None:
        """Store the scenario once by its digest, the exercise and its teams.

        ValueError if an exercise of this id was deleted before: ids are not used twice.
        """

    def document(self, digest: str) -> dict[str, Any]:
        """The scenario document of that digest. KeyError if there is none."""

    def exercise(self, exercise_id: str) -> ExerciseRow:
        """The exercise as committed. KeyError if there is none."""

    def exercises(self) -> list[ExerciseRow]:
        """All exercises, oldest first."""

    def teams(self, exercise_id: str) -> list[TeamRow]:
        """The exercise's teams by number."""

    def team(self, team_id: str) -> TeamRow:
        """One team's head as committed. KeyError if there is none."""

    def add_team(self, row: TeamRow) -> None:
        """One more team in an exercise. KeyError if there is no such exercise."""

    def entries(self, team_id: str, after: int = 0) -> list[Entry]:
        """Committed entries with ``seq > after``, without a lock."""

    def clock_log(self, exercise_id: str, after: int = 0) -> list[ClockEntry]:
        """Committed clock entries, without a lock."""

    def due(self, now_wall: int) -> list[str]:
        """Ids of exercises in which something is due at this wall time (ms), oldest first.

        While it runs: a team's ``next_due_at`` or the autopilot's ``next_step_at``. In a probe's
        pause: its ``resume_wall``. Always, even after the end: a team behind the clock log.
        """

    def write_team(self, team_id: str) -> AbstractContextManager[TeamWriter]:
        """Lock, read, append, commit. KeyError if there is no such team."""

    def write_clock(self, exercise_id: str) -> AbstractContextManager[ClockWriter]:
        """Lock the exercise alone, read, append, commit. KeyError if there is no such exercise."""

    def delete_exercise(self, exercise_id: str, erased_at: int = 0) -> None:
        """Remove an exercise, its teams, journals, clock log and receipts; keep the scenario.

        ``erased_at`` is a wall stamp (ms since 1970) for the tombstone that a database keeps.
        KeyError if there is no such exercise.
        """
