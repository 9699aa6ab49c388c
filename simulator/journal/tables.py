"""The tables that keep exercises. ``metadata`` is the whole product's: one Alembic history.

Other packages hang their own tables on it, in their ``tables.py``. Whatever of theirs belongs to
an exercise or a team refers to it with ``ON DELETE CASCADE``, so that deleting an exercise stays
one act. Times in ``…_ms`` and ``…_at`` are play or story milliseconds; ``…_wall``, ``recorded_at``
and ``erased_at`` are wall stamps in milliseconds since 1970.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

scenario_document = Table(
    "scenario_document",
    metadata,
    Column("digest", String, primary_key=True),
    Column("document", JSON, nullable=False),
)

exercise = Table(
    "exercise",
    metadata,
    # The order in which exercises were made; ids say nothing about it.
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("digest", ForeignKey(scenario_document.c.digest), nullable=False),
    Column("format", String, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("mode", String, nullable=False),
    Column("anchor_wall", BigInteger, nullable=False),
    Column("anchor_at", BigInteger, nullable=False),
    Column("running", Boolean, nullable=False),
    Column("resume_wall", BigInteger),
    Column("clock_n", Integer, nullable=False),
    Column("next_step_at", BigInteger),
    Column("over", Boolean, nullable=False),
)

team = Table(
    "team",
    metadata,
    Column("id", String, primary_key=True),
    Column("exercise_id", ForeignKey(exercise.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("head_seq", Integer, nullable=False),
    Column("head_at_ms", BigInteger, nullable=False),
    Column("next_due_at", BigInteger),
    Column("clock_seen", Integer, nullable=False),
    UniqueConstraint("exercise_id", "number"),
)

clock_entry = Table(
    "clock_entry",
    metadata,
    Column("exercise_id", ForeignKey(exercise.c.id), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", JSON, nullable=False),
    Column("actor", String, nullable=False),
    Column("command_id", String),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    Column("team_id", ForeignKey(team.c.id), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("story_ms", BigInteger, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("actor_id", String, key="actor", nullable=False),
    Column("command_id", String),
    Column("caused_by", Integer),
    Column("body", JSON, nullable=False),
    # A team's lines lie beside one another on disk: reading a tail is one short walk.
    sqlite_with_rowid=False,
)


def _receipts(name: str, owner: str, key: Column[str]) -> Table:
    """First answers to command ids, unique within their owner."""
    return Table(
        name,
        metadata,
        Column(owner, ForeignKey(key), primary_key=True),
        Column("command_id", String, primary_key=True),
        Column("seq", Integer, nullable=False),
        Column("seqs", JSON, nullable=False),
        Column("code", String),
        Column("about", JSON(none_as_null=True)),
        sqlite_with_rowid=False,
    )


receipt = _receipts("receipt", "team_id", team.c.id)
clock_receipt = _receipts("clock_receipt", "exercise_id", exercise.c.id)

erasure = Table(
    "erasure",
    metadata,
    # Stays when the exercise has gone: what was deleted and when, and nothing about anybody.
    Column("exercise_id", String, primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("erased_at", BigInteger, nullable=False),
)
