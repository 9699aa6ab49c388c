"""Exercises, teams, their journals, the clock log, receipts; and the journal's guard."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ERASED = (
    "SELECT 1 FROM team JOIN erasure ON erasure.exercise_id = team.exercise_id"
    " WHERE team.id = OLD.team_id"
)
SQLITE_GUARD = (
    """
    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    f"""
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal WHEN NOT EXISTS ({ERASED})
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
)
POSTGRESQL_GUARD = (
    f"""
    CREATE FUNCTION journal_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'DELETE' THEN
            IF EXISTS ({ERASED}) THEN RETURN OLD; END IF;
        END IF;
        RAISE EXCEPTION 'the journal is append-only';
    END $$
    """,
    """
    CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_guard()
    """,
    """
    CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_guard()
    """,
)


def upgrade() -> None:
    """Make the tables, then guard the journal."""
    _exercises()
    _teams()
    _journals()
    _receipts("receipt", "team")
    _receipts("clock_receipt", "exercise")
    op.create_table(
        "erasure",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("erased_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("exercise_id", name="pk_erasure"),
    )
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_GUARD if on_sqlite else POSTGRESQL_GUARD:
        op.execute(statement)


def _exercises() -> None:
    op.create_table(
        "scenario_document",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_scenario_document"),
    )
    op.create_table(
        "exercise",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("anchor_wall", sa.BigInteger(), nullable=False),
        sa.Column("anchor_at", sa.BigInteger(), nullable=False),
        sa.Column("running", sa.Boolean(), nullable=False),
        sa.Column("resume_wall", sa.BigInteger()),
        sa.Column("clock_n", sa.Integer(), nullable=False),
        sa.Column("next_step_at", sa.BigInteger()),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_exercise"),
        sa.UniqueConstraint("id", name="uq_exercise_id"),
        sa.ForeignKeyConstraint(
            ["digest"], ["scenario_document.digest"], name="fk_exercise_digest"
        ),
    )


def _teams() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("next_due_at", sa.BigInteger()),
        sa.Column("clock_seen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.UniqueConstraint("exercise_id", "number", name="uq_team_exercise_id_number"),
        sa.ForeignKeyConstraint(["exercise_id"], ["exercise.id"], name="fk_team_exercise_id"),
    )


def _journals() -> None:
    op.create_table(
        "clock_entry",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("command_id", sa.String()),
        sa.PrimaryKeyConstraint("exercise_id", "n", name="pk_clock_entry"),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_clock_entry_exercise_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "journal",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("story_ms", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("command_id", sa.String()),
        sa.Column("caused_by", sa.Integer()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "seq", name="pk_journal"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_journal_team_id"),
        sqlite_with_rowid=False,
    )


def _receipts(name: str, owner: str) -> None:
    op.create_table(
        name,
        sa.Column(f"{owner}_id", sa.String(), nullable=False),
        sa.Column("command_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("seqs", sa.JSON(), nullable=False),
        sa.Column("code", sa.String()),
        sa.Column("about", sa.JSON()),
        sa.PrimaryKeyConstraint(f"{owner}_id", "command_id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=f"fk_{name}_{owner}_id"),
        sqlite_with_rowid=False,
    )
