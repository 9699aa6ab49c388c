"""The writers of ``SqlStore``: one team's journal, one exercise's clock log."""
# What the methods promise stands in store_contract.
# ruff: noqa: D102

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from simulator.journal import tables
from simulator.journal.order import clock_after, team_after
from simulator.journal.store_contract import ClockEntry, ExerciseRow, Receipt, TeamRow
from simulator.play.codec import entry_of, line_of
from simulator.play.kernel import Entry, Event

Kinds = dict[str, type[Event]]
"""Wire kind → event: what the journal's lines can be read as."""

# Statements are made once: SQLAlchemy then finds their SQL without looking at them again.
KEY: Final = bindparam("key", type_=String())
AFTER: Final = bindparam("after", type_=Integer())


def columns(table: Table, shape: type) -> Select[Any]:
    """Select what makes one ``shape``, in the order of its fields."""
    return select(*(table.c[each.name] for each in fields(shape)))


ENTRIES: Final = (
    select(*(each.label(each.key) for each in tables.journal.c if each.key != "team_id"))
    .where(tables.journal.c.team_id == KEY, tables.journal.c.seq > AFTER)
    .order_by(tables.journal.c.seq)
)
CLOCK: Final = (
    columns(tables.clock_entry, ClockEntry)
    .where(tables.clock_entry.c.exercise_id == KEY, tables.clock_entry.c.n > AFTER)
    .order_by(tables.clock_entry.c.n)
)
_ANSWER: Final = ("seq", "seqs", "code", "about")
_TEAM_RECEIPT: Final = select(*(tables.receipt.c[name] for name in _ANSWER)).where(
    tables.receipt.c.team_id == KEY, tables.receipt.c.command_id == bindparam("command")
)
_CLOCK_RECEIPT: Final = select(*(tables.clock_receipt.c[name] for name in _ANSWER)).where(
    tables.clock_receipt.c.exercise_id == KEY,
    tables.clock_receipt.c.command_id == bindparam("command"),
)
_ADD_ENTRIES: Final = insert(tables.journal)
_ADD_CLOCK: Final = insert(tables.clock_entry)
_ADD_TEAM_RECEIPT: Final = insert(tables.receipt)
_ADD_CLOCK_RECEIPT: Final = insert(tables.clock_receipt)
_TEAM_FIELDS: Final = ("head_seq", "head_at_ms", "next_due_at", "clock_seen")
_CLOCK_FIELDS: Final = (
    "anchor_wall", "anchor_at", "running", "resume_wall", "clock_n", "next_step_at", "over",
)  # fmt: skip
_SET_TEAM: Final = (
    update(tables.team)
    .where(tables.team.c.id == KEY)
    .values({name: bindparam(name) for name in _TEAM_FIELDS})
)
_SET_EXERCISE: Final = (
    update(tables.exercise)
    .where(tables.exercise.c.id == KEY)
    .values({name: bindparam(name) for name in _CLOCK_FIELDS})
)


def read_entries(connection: Connection, kinds: Kinds, team_id: str, after: int) -> list[Entry]:
    """The team's entries after that seq."""
    rows = connection.execute(ENTRIES, {"key": team_id, "after": after})
    return [entry_of(row._asdict(), kinds) for row in rows]


def read_clock(connection: Connection, exercise_id: str, after: int) -> list[ClockEntry]:
    """The exercise's clock entries after that number."""
    rows = connection.execute(CLOCK, {"key": exercise_id, "after": after})
    return [ClockEntry(*row) for row in rows]


def _receipt(row: Row[Any] | None) -> Receipt | None:
    return row and Receipt(row.seq, tuple(row.seqs), row.code, row.about)


def _answer(receipt: Receipt) -> dict[str, Any]:
    about = None if receipt.about is None else dict(receipt.about)
    return {"seq": receipt.seq, "seqs": receipt.seqs, "code": receipt.code, "about": about}


class TeamWrite:
    """A ``TeamWriter`` on an open transaction that holds the locks."""

    def __init__(
        self, connection: Connection, kinds: Kinds, exercise: ExerciseRow, team: TeamRow
    ) -> None:
        self.exercise = exercise
        self.team = team
        self._stored = team
        self._connection = connection
        self._kinds = kinds

    def tail(self, after: int) -> list[Entry]:
        if after >= self.team.head_seq:
            return []
        return read_entries(self._connection, self._kinds, self.team.id, after)

    def clock_log(self, after: int) -> list[ClockEntry]:
        self.team = replace(self.team, clock_seen=self.exercise.clock_n)
        if after >= self.exercise.clock_n:
            return []
        return read_clock(self._connection, self.exercise.id, after)

    def receipt(self, command_id: str) -> Receipt | None:
        key = {"key": self.team.id, "command": command_id}
        return _receipt(self._connection.execute(_TEAM_RECEIPT, key).one_or_none())

    def append(self, entries: Sequence[Entry]) -> None:
        self.team = team_after(self.team, entries)
        if entries:
            rows = [{"team_id": self.team.id, **line_of(entry)} for entry in entries]
            self._connection.execute(_ADD_ENTRIES, rows)

    def remember(self, command_id: str, receipt: Receipt) -> None:
        row = {"team_id": self.team.id, "command_id": command_id, **_answer(receipt)}
        self._connection.execute(_ADD_TEAM_RECEIPT, row)

    def set_next_due(self, at_ms: int | None) -> None:
        self.team = replace(self.team, next_due_at=at_ms)

    def finish(self) -> None:
        """Store the team's row, once, if it changed."""
        if self.team != self._stored:
            changed = {name: getattr(self.team, name) for name in _TEAM_FIELDS}
            self._connection.execute(_SET_TEAM, {"key": self.team.id, **changed})


class ClockWrite:
    """A ``ClockWriter`` on an open transaction that holds the exercise alone."""

    def __init__(self, connection: Connection, exercise: ExerciseRow) -> None:
        self.exercise = exercise
        self._stored = exercise
        self._connection = connection

    def log(self, after: int = 0) -> list[ClockEntry]:
        return read_clock(self._connection, self.exercise.id, after)

    def receipt(self, command_id: str) -> Receipt | None:
        key = {"key": self.exercise.id, "command": command_id}
        return _receipt(self._connection.execute(_CLOCK_RECEIPT, key).one_or_none())

    def remember(self, command_id: str, receipt: Receipt) -> None:
        row = {"exercise_id": self.exercise.id, "command_id": command_id, **_answer(receipt)}
        self._connection.execute(_ADD_CLOCK_RECEIPT, row)

    def append(self, entries: Sequence[ClockEntry]) -> None:
        self.exercise = clock_after(self.exercise, entries)
        if entries:
            rows = [{"exercise_id": self.exercise.id, **asdict(entry)} for entry in entries]
            self._connection.execute(_ADD_CLOCK, rows)

    def set_exercise(self, row: ExerciseRow) -> None:
        self.exercise = replace(row, clock_n=self.exercise.clock_n)

    def finish(self) -> None:
        """Store the exercise's row, once, if it changed."""
        if self.exercise != self._stored:
            changed = {name: getattr(self.exercise, name) for name in _CLOCK_FIELDS}
            self._connection.execute(_SET_EXERCISE, {"key": self.exercise.id, **changed})
