"""Journals in SQLite or PostgreSQL: the same code, the same promises.

A write locks what it changes: on PostgreSQL the exercise's row (shared, or alone for the clock) and
then the team's, always in that order; on SQLite the file. Reads lock nothing and see what is
committed.
"""
# What the methods promise stands in store_contract.
# ruff: noqa: D102

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Connection,
    Executable,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from simulator.journal import tables
from simulator.journal.database.store import Database
from simulator.journal.store_contract import ClockEntry, ExerciseRow, TeamRow
from simulator.journal.writers.store import (
    KEY,
    ClockWrite,
    TeamWrite,
    columns,
    read_clock,
    read_entries,
)
from simulator.play.kernel import Entry, Event

_team, _exercise = tables.team.c, tables.exercise.c
_TEAM: Final = columns(tables.team, TeamRow).where(_team.id == KEY)
_TEAMS: Final = columns(tables.team, TeamRow).where(_team.exercise_id == KEY).order_by(_team.number)
_EXERCISES: Final = columns(tables.exercise, ExerciseRow).order_by(_exercise.number)
_EXERCISE: Final = columns(tables.exercise, ExerciseRow).where(_exercise.id == KEY)
_TEAMS_EXERCISE: Final = columns(tables.exercise, ExerciseRow).where(
    _exercise.id == select(_team.exercise_id).where(_team.id == KEY).scalar_subquery()
)
# SQLite has no row locks and leaves these words out: there the whole file is locked already.
_SHARED_EXERCISE: Final = _EXERCISE.with_for_update(read=True)
_SHARED_TEAMS_EXERCISE: Final = _TEAMS_EXERCISE.with_for_update(read=True)
_LOCKED_EXERCISE: Final = _EXERCISE.with_for_update()
_LOCKED_TEAM: Final = _TEAM.with_for_update()

_DOCUMENT: Final = select(tables.scenario_document.c.document).where(
    tables.scenario_document.c.digest == KEY
)
_USED: Final = select(
    or_(exists().where(_exercise.id == KEY), exists().where(tables.erasure.c.exercise_id == KEY))
)
_NOW: Final = bindparam("now", type_=BigInteger())
_PLAY_NOW: Final = _exercise.anchor_at + _NOW - _exercise.anchor_wall
_ITS: Final = _team.exercise_id == _exercise.id
_DUE: Final = (
    select(_exercise.id)
    .where(
        or_(
            exists().where(_ITS, _team.clock_seen < _exercise.clock_n),
            and_(~_exercise.over, _exercise.resume_wall <= _NOW),
            and_(
                ~_exercise.over,
                _exercise.running,
                or_(
                    _exercise.next_step_at <= _PLAY_NOW,
                    exists().where(_ITS, _team.next_due_at <= _PLAY_NOW),
                ),
            ),
        )
    )
    .order_by(_exercise.number)
)


def _one(connection: Connection, statement: Executable, key: str) -> tuple[Any, ...]:
    row = connection.execute(statement, {"key": key}).one_or_none()
    if row is None:
        raise KeyError(key)
    return tuple(row)


class SqlStore:
    """A ``JournalStore`` in a database whose tables are up to date (see :func:`open_store`).

    On SQLite it never yields to another greenlet; whoever shares it between threads or greenlets
    holds a lock of the process around each write.
    """

    def __init__(self, url: str, events: Mapping[str, type[Event]]) -> None:
        self.database = Database(url)
        self._events = dict(events)

    def close(self) -> None:
        """Let go of all connections."""
        self.database.close()

    def create_exercise(
        self, row: ExerciseRow, document: dict[str, Any], teams: Sequence[TeamRow]
    ) -> None:
        dialect = sqlite if self.database.on_sqlite else postgresql
        once = dialect.insert(tables.scenario_document).on_conflict_do_nothing()
        with self.database.writing() as connection:
            if connection.execute(_USED, {"key": row.id}).scalar_one():
                raise ValueError(f"exercise id {row.id} has been used before")
            connection.execute(once, {"digest": row.digest, "document": document})
            connection.execute(insert(tables.exercise), asdict(row))
            for team in teams:
                connection.execute(insert(tables.team), asdict(team))

    def document(self, digest: str) -> dict[str, Any]:
        with self.database.reading() as connection:
            document: dict[str, Any] = _one(connection, _DOCUMENT, digest)[0]
            return document

    def exercise(self, exercise_id: str) -> ExerciseRow:
        with self.database.reading() as connection:
            return ExerciseRow(*_one(connection, _EXERCISE, exercise_id))

    def exercises(self) -> list[ExerciseRow]:
        with self.database.reading() as connection:
            return [ExerciseRow(*row) for row in connection.execute(_EXERCISES)]

    def teams(self, exercise_id: str) -> list[TeamRow]:
        with self.database.reading() as connection:
            return [TeamRow(*row) for row in connection.execute(_TEAMS, {"key": exercise_id})]

    def team(self, team_id: str) -> TeamRow:
        with self.database.reading() as connection:
            return TeamRow(*_one(connection, _TEAM, team_id))

    def add_team(self, row: TeamRow) -> None:
        with self.database.writing() as connection:
            _one(connection, _SHARED_EXERCISE, row.exercise_id)
            connection.execute(insert(tables.team), asdict(row))

    def entries(self, team_id: str, after: int = 0) -> list[Entry]:
        with self.database.reading() as connection:
            return read_entries(connection, self._events, team_id, after)

    def clock_log(self, exercise_id: str, after: int = 0) -> list[ClockEntry]:
        with self.database.reading() as connection:
            return read_clock(connection, exercise_id, after)

    def due(self, now_wall: int) -> list[str]:
        with self.database.reading() as connection:
            return list(connection.execute(_DUE, {"now": now_wall}).scalars())

    @contextmanager
    def write_team(self, team_id: str) -> Iterator[TeamWrite]:
        with self.database.writing() as connection:
            exercise = ExerciseRow(*_one(connection, _SHARED_TEAMS_EXERCISE, team_id))
            team = TeamRow(*_one(connection, _LOCKED_TEAM, team_id))
            write = TeamWrite(connection, self._events, exercise, team)
            yield write
            write.finish()

    @contextmanager
    def write_clock(self, exercise_id: str) -> Iterator[ClockWrite]:
        with self.database.writing() as connection:
            exercise = ExerciseRow(*_one(connection, _LOCKED_EXERCISE, exercise_id))
            write = ClockWrite(connection, exercise)
            yield write
            write.finish()

    def delete_exercise(self, exercise_id: str, erased_at: int = 0) -> None:
        mine = select(_team.id).where(_team.exercise_id == exercise_id).scalar_subquery()
        lines = tables.journal.c.team_id.in_(mine)
        with self.database.writing() as connection:
            _one(connection, _LOCKED_EXERCISE, exercise_id)
            entries = connection.execute(
                select(func.count()).select_from(tables.journal).where(lines)
            ).scalar_one()
            # The tombstone goes first: the journal's guard lets go only of what it names.
            connection.execute(
                insert(tables.erasure),
                {"exercise_id": exercise_id, "entries": entries, "erased_at": erased_at},
            )
            connection.execute(delete(tables.journal).where(lines))
            connection.execute(delete(tables.receipt).where(tables.receipt.c.team_id.in_(mine)))
            for table in (tables.team, tables.clock_entry, tables.clock_receipt):
                connection.execute(delete(table).where(table.c.exercise_id == exercise_id))
            connection.execute(delete(tables.exercise).where(_exercise.id == exercise_id))


def open_store(url: str, events: Mapping[str, type[Event]]) -> SqlStore:
    """The store at that address, its folder made and its tables brought to this version.

    ``events`` maps wire kinds to events. Raises :class:`StoreError` if the address is none that we
    can keep, or its tables are of a newer version.
    """
    store = SqlStore(url, events)
    try:
        store.database.upgrade(tables.metadata)
    except BaseException:
        store.close()
        raise
    return store
