"""Where rehearsals that were asked for, and their results, are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from simulator.journal.database.store import Database
from webapp.rehearsing.row import UNDER_WAY, RehearsalRow
from webapp.tables import rehearsal

KEPT_EACH = 40
"""Results kept for one account; the oldest go first."""


class RehearsalStore:
    """Rehearsals, in the database that also holds the journals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: RehearsalRow) -> None:
        """Keep a new one, and no more than there is room for."""
        mine = select(rehearsal.c.id).where(rehearsal.c.owner_id == row.owner_id)
        ended = mine.where(rehearsal.c.state.not_in(UNDER_WAY))
        with self._database.writing() as db:
            old = db.execute(ended.order_by(rehearsal.c.asked_wall.desc()).offset(KEPT_EACH - 1))
            spare = [each.id for each in old]
            if spare:
                db.execute(delete(rehearsal).where(rehearsal.c.id.in_(spare)))
            values = {name: getattr(row, name) for name in row.__slots__}
            db.execute(insert(rehearsal).values(**values))

    def get(self, rehearsal_id: str) -> RehearsalRow | None:
        """One, or None."""
        with self._database.reading() as db:
            where = rehearsal.c.id == rehearsal_id
            found = db.execute(select(rehearsal).where(where)).mappings().one_or_none()
            return RehearsalRow(**found) if found else None

    def owned(self, owner_id: str, slug: str) -> list[RehearsalRow]:
        """An account's rehearsals of one scenario, newest first, without their tallies."""
        columns = [column for column in rehearsal.c if column.name != "tally"]
        mine = select(*columns).where(rehearsal.c.owner_id == owner_id, rehearsal.c.slug == slug)
        with self._database.reading() as db:
            found = db.execute(mine.order_by(rehearsal.c.asked_wall.desc()))
            return [RehearsalRow(**row) for row in found.mappings()]

    def change(self, rehearsal_id: str, **values: Any) -> None:
        """Store changed fields of one."""
        with self._database.writing() as db:
            db.execute(update(rehearsal).where(rehearsal.c.id == rehearsal_id).values(**values))

    def begin(self, rehearsal_id: str, wall_ms: int) -> bool:
        """It is being played. False if it is not waiting (any more)."""
        where = (rehearsal.c.id == rehearsal_id, rehearsal.c.state == "queued")
        with self._database.writing() as db:
            begun = db.execute(
                update(rehearsal).where(*where).values(state="running", beat_wall=wall_ms)
            )
            return begun.rowcount == 1

    def beat(self, ids: Sequence[str], wall_ms: int) -> None:
        """These are still seen to."""
        with self._database.writing() as db:
            alive = update(rehearsal).where(rehearsal.c.id.in_(ids))
            db.execute(alive.values(beat_wall=wall_ms))

    def cut_short(self, place: str, wall_ms: int) -> None:
        """Whatever was under way at ``place`` is so no longer."""
        with self._database.writing() as db:
            gone = update(rehearsal).where(
                rehearsal.c.state.in_(UNDER_WAY), rehearsal.c.place == place
            )
            db.execute(gone.values(state="cut", ended_wall=wall_ms))

    def delete(self, rehearsal_id: str) -> None:
        """Forget one."""
        with self._database.writing() as db:
            db.execute(delete(rehearsal).where(rehearsal.c.id == rehearsal_id))
