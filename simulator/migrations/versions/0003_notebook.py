"""Drafts, the øvingsleder's notes, and what was chosen for an exercise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the notebook's tables."""
    op.create_table(
        "draft",
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("saved_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "about", name="pk_draft"),
        _owned_by("draft", "participant", "participant_id"),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("team_number", sa.Integer(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("written_wall", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        _owned_by("note", "exercise", "exercise_id"),
    )
    op.create_index("ix_note_exercise_id", "note", ["exercise_id"])
    op.create_table(
        "wish",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("exercise_id", "name", name="pk_wish"),
        _owned_by("wish", "exercise", "exercise_id"),
    )


def _owned_by(table: str, owner: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{owner}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )
