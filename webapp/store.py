"""Where rooms and the people in them are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, insert, select, update

from simulator.journal.database.store import Database
from webapp.rows import Door, ParticipantRow, RoomRow
from webapp.tables import participant, room


class RoomStore:
    """Rooms and participants, in the database that also holds the journals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- rooms -----------------------------------------------------------------------------------

    def open(self, row: RoomRow) -> None:
        """Keep a new room."""
        with self._database.writing() as db:
            db.execute(insert(room).values(**_columns(row)))

    def room(self, exercise_id: str) -> RoomRow:
        """The room of an exercise. KeyError if it has none."""
        with self._database.reading() as db:
            found = (
                db.execute(select(room).where(room.c.exercise_id == exercise_id))
                .mappings()
                .one_or_none()
            )
        if found is None:
            raise KeyError(exercise_id)
        return RoomRow(**found)

    def by_pin(self, pin: str) -> RoomRow | None:
        """The open room with this PIN."""
        with self._database.reading() as db:
            found = db.execute(select(room).where(room.c.pin == pin)).mappings().one_or_none()
        return RoomRow(**found) if found else None

    def owned(self, account_id: str) -> list[RoomRow]:
        """An account's rooms, newest first."""
        mine = select(room).where(room.c.owner_id == account_id)
        with self._database.reading() as db:
            found = db.execute(mine.order_by(room.c.opened_wall.desc()))
            return [RoomRow(**row) for row in found.mappings()]

    def opened_before(self, wall_ms: int) -> list[RoomRow]:
        """Rooms still open that were opened before ``wall_ms``."""
        old = select(room).where(room.c.pin.is_not(None), room.c.opened_wall < wall_ms)
        with self._database.reading() as db:
            return [RoomRow(**row) for row in db.execute(old).mappings()]

    def set_door(self, exercise_id: str, door: Door) -> None:
        """Open, guard or lock the door."""
        self._change_room(exercise_id, door=door)

    def set_support(self, exercise_id: str, support: str) -> None:
        """Name whom people in the room can talk to."""
        self._change_room(exercise_id, support=support)

    def close(self, exercise_id: str, wall_ms: int) -> None:
        """Nobody joins any more, and the PIN is free for others."""
        self._change_room(exercise_id, pin=None, closed_wall=wall_ms)

    def _change_room(self, exercise_id: str, **values: Any) -> None:
        with self._database.writing() as db:
            db.execute(update(room).where(room.c.exercise_id == exercise_id).values(**values))

    # -- participants ----------------------------------------------------------------------------

    def add(self, row: ParticipantRow) -> None:
        """Keep a new participant."""
        with self._database.writing() as db:
            db.execute(insert(participant).values(**_columns(row)))

    def participant(self, participant_id: str) -> ParticipantRow | None:
        """One participant, or None."""
        with self._database.reading() as db:
            where = participant.c.id == participant_id
            found = db.execute(select(participant).where(where)).mappings().one_or_none()
            return ParticipantRow(**found) if found else None

    def by_code(self, code: str) -> ParticipantRow | None:
        """Who may move to a new phone with this seat code."""
        with self._database.reading() as db:
            where = participant.c.code == code
            found = db.execute(select(participant).where(where)).mappings().one_or_none()
            return ParticipantRow(**found) if found else None

    def participants(self, exercise_id: str) -> list[ParticipantRow]:
        """Everybody who has joined an exercise, first come first."""
        mine = select(participant).where(participant.c.exercise_id == exercise_id)
        with self._database.reading() as db:
            found = db.execute(mine.order_by(participant.c.created_wall, participant.c.id))
            return [ParticipantRow(**row) for row in found.mappings()]

    def change(self, participant_id: str, **values: Any) -> None:
        """Store changed fields of one participant."""
        with self._database.writing() as db:
            db.execute(
                update(participant).where(participant.c.id == participant_id).values(**values)
            )

    def saw(self, participant_ids: Iterable[str], wall_ms: int) -> None:
        """These have just been heard from."""
        ids = list(participant_ids)
        if ids:
            with self._database.writing() as db:
                heard = update(participant).where(participant.c.id.in_(ids))
                db.execute(heard.values(seen_wall=wall_ms))

    def crowd(self) -> int:
        """How many people have a place in rooms that are open."""
        inside = (
            select(func.count())
            .select_from(participant.join(room, room.c.exercise_id == participant.c.exercise_id))
            .where(room.c.pin.is_not(None), participant.c.state.in_(("lobby", "in")))
        )
        with self._database.reading() as db:
            return int(db.execute(inside).scalar_one())


def _columns(row: RoomRow | ParticipantRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}
