"""Where the plan and the counts behind its trends are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from facilitator.improvement.row import Change, Outcome, Row, Verdict
from facilitator.improvement.rules import changes
from facilitator.improvement.tables import change, improvement, outcome, verdict
from simulator.journal.database.store import Database


class ImprovementStore:
    """The plan, in the database that also holds the journals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: Row) -> None:
        """Keep a new row."""
        with self._database.writing() as db:
            db.execute(insert(improvement).values(**_columns(row)))

    def rows(self, exercise_id: str = "", team_number: int = 0) -> list[Row]:
        """The organisation's plan, or what came of one exercise or team, oldest first."""
        wanted = select(improvement).order_by(improvement.c.made_wall, improvement.c.id)
        if exercise_id:
            wanted = wanted.where(improvement.c.exercise_id == exercise_id)
        if team_number:
            wanted = wanted.where(improvement.c.team_number == team_number)
        with self._database.reading() as db:
            return [_row(found) for found in db.execute(wanted).mappings()]

    def row(self, row_id: str) -> Row | None:
        """One row, or None."""
        with self._database.reading() as db:
            wanted = select(improvement).where(improvement.c.id == row_id)
            found = db.execute(wanted).mappings().one_or_none()
            return _row(found) if found else None

    def change(self, row: Row, wall: int) -> None:
        """Keep a row as it is now, and what became another. KeyError if there is none."""
        mine = improvement.c.id == row.id
        with self._database.writing() as db:
            found = db.execute(select(improvement).where(mine)).mappings().one_or_none()
            if found is None:
                raise KeyError(row.id)
            made = changes(_row(found), row, wall)
            known = select(func.count()).where(change.c.row_id == row.id)
            first = db.execute(known).scalar_one()
            for n, each in enumerate(made, first):
                db.execute(insert(change).values(n=n, **_columns(each)))
            db.execute(update(improvement).where(mine).values(**_columns(row)))

    def history(self, row_id: str) -> list[Change]:
        """What became another in a row, in order."""
        columns = [column for column in change.c if column.name != "n"]
        mine = select(*columns).where(change.c.row_id == row_id).order_by(change.c.n)
        with self._database.reading() as db:
            return [Change(**found) for found in db.execute(mine).mappings()]

    def mark(self) -> int:
        """A number that is another after every write to the plan, for pages that wait."""
        counted = (
            select(func.count()).select_from(improvement).scalar_subquery(),
            select(func.count()).select_from(change).scalar_subquery(),
            select(func.coalesce(func.max(verdict.c.wall), 0)).scalar_subquery(),
        )
        with self._database.reading() as db:
            return sum(db.execute(select(*counted)).one())

    def judge(self, said: Verdict) -> None:
        """Keep what a later exercise showed of a row; the last word of a team counts."""
        mine = (
            verdict.c.row_id == said.row_id,
            verdict.c.exercise_id == said.exercise_id,
            verdict.c.team_number == said.team_number,
        )
        with self._database.writing() as db:
            db.execute(delete(verdict).where(*mine))
            db.execute(insert(verdict).values(**_columns(said)))

    def verdicts(self) -> dict[str, list[Verdict]]:
        """What later exercises showed, by row, oldest first."""
        found: dict[str, list[Verdict]] = {}
        with self._database.reading() as db:
            for each in db.execute(select(verdict).order_by(verdict.c.wall)).mappings():
                found.setdefault(each["row_id"], []).append(Verdict(**each))
        return found

    def count(self, outcomes: Iterable[Outcome]) -> None:
        """Keep what indicators came to; what was counted before stays as it is."""
        with self._database.writing() as db:
            for each in outcomes:
                known = select(outcome.c.n).where(
                    outcome.c.exercise_id == each.exercise_id,
                    outcome.c.team_number == each.team_number,
                    outcome.c.indicator == each.indicator,
                )
                if db.execute(known).first() is None:
                    db.execute(insert(outcome).values(**_columns(each)))

    def outcomes(self, slug: str, format_name: str, indicator: str) -> list[Outcome]:
        """What one indicator came to whenever this was played here, oldest first."""
        wanted = select(outcome).where(
            outcome.c.slug == slug,
            outcome.c.format == format_name,
            outcome.c.indicator == indicator,
        )
        order = (outcome.c.played_wall, outcome.c.exercise_id, outcome.c.team_number)
        with self._database.reading() as db:
            return [Outcome(**each) for each in db.execute(wanted.order_by(*order)).mappings()]


def _columns(row: Row | Change | Verdict | Outcome) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def _row(found: Mapping[Any, Any]) -> Row:
    row = Row(**found)
    return replace(row, evidence=tuple(row.evidence))
