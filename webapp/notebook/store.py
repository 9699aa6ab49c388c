"""Where drafts, notes and wishes are kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from simulator.journal.database.store import Database
from simulator.journal.tables import receipt
from webapp.notebook.tables import answered, draft, note, wish
from webapp.tables import participant

DRAFTS_EACH = 60
"""Drafts kept for one participant; the oldest go first."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One of the øvingsleder's notes. ``at_ms`` is play time; ``team_number`` 0 means all."""

    id: str
    exercise_id: str
    team_number: int
    at_ms: int
    written_wall: int
    text: str


class NotebookStore:
    """Drafts, notes and wishes, in the database that also holds the journals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def drafts(self, participant_id: str) -> dict[str, str]:
        """What a participant has begun to write and not sent, by what it is about.

        A draft whose act their team has stored is not among them, whichever came first.
        """
        sent = exists().where(
            participant.c.id == participant_id,
            receipt.c.team_id == participant.c.team_id,
            receipt.c.command_id == draft.c.command_id,
            receipt.c.code.is_(None),
        )
        mine = select(draft.c.about, draft.c.text).where(
            draft.c.participant_id == participant_id, ~sent
        )
        with self._database.reading() as db:
            return {row.about: row.text for row in db.execute(mine)}

    def save_draft(
        self, participant_id: str, about: str, text: str, now: int, command_id: str | None = None
    ) -> None:
        """Keep a draft, or drop it if ``text`` is empty. ``now`` is a wall stamp; ``command_id``
        that of the act it will be sent with."""
        mine = draft.c.participant_id == participant_id
        with self._database.writing() as db:
            db.execute(delete(draft).where(mine, draft.c.about == about))
            if not text:
                return
            old = select(draft.c.about).where(mine).order_by(draft.c.saved_wall.desc())
            spare = [row.about for row in db.execute(old.offset(DRAFTS_EACH - 1))]
            if spare:
                db.execute(delete(draft).where(mine, draft.c.about.in_(spare)))
            db.execute(
                insert(draft).values(
                    participant_id=participant_id,
                    about=about,
                    text=text,
                    saved_wall=now,
                    command_id=command_id,
                )
            )

    def has_answered(self, participant_id: str, about: str) -> bool:
        """Whether a participant has answered what is asked of each once."""
        mine = answered.c.participant_id == participant_id
        asked = select(answered.c.about).where(mine, answered.c.about == about)
        with self._database.reading() as db:
            return db.execute(asked).first() is not None

    def answers_now(self, participant_id: str, about: str) -> bool:
        """Keep that a participant answers; False if they had. Of two at once, one is told True."""
        dialect = sqlite if self._database.on_sqlite else postgresql
        once = dialect.insert(answered).on_conflict_do_nothing()
        with self._database.writing() as db:
            kept = db.execute(once, {"participant_id": participant_id, "about": about})
            return kept.rowcount == 1

    def write(self, row: NoteRow) -> None:
        """Keep a note."""
        with self._database.writing() as db:
            db.execute(insert(note).values(**{name: getattr(row, name) for name in row.__slots__}))

    def notes(self, exercise_id: str) -> list[NoteRow]:
        """An exercise's notes, oldest first."""
        mine = select(note).where(note.c.exercise_id == exercise_id).order_by(note.c.written_wall)
        with self._database.reading() as db:
            return [NoteRow(**row) for row in db.execute(mine).mappings()]

    def wishes(self, exercise_id: str) -> dict[str, str]:
        """What was chosen for an exercise: ``support``, ``briefed``, ``names`` …"""
        mine = select(wish.c.name, wish.c.value).where(wish.c.exercise_id == exercise_id)
        with self._database.reading() as db:
            return {row.name: row.value for row in db.execute(mine)}

    def chosen(self, name: str) -> dict[str, str]:
        """What each exercise has chosen under ``name``, where anything was chosen."""
        all_of = select(wish.c.exercise_id, wish.c.value).where(wish.c.name == name)
        with self._database.reading() as db:
            return {row.exercise_id: row.value for row in db.execute(all_of)}

    def set_wish(self, exercise_id: str, name: str, value: str) -> None:
        """Choose something for an exercise."""
        mine = (wish.c.exercise_id == exercise_id, wish.c.name == name)
        with self._database.writing() as db:
            db.execute(delete(wish).where(*mine))
            db.execute(insert(wish).values(exercise_id=exercise_id, name=name, value=value))
