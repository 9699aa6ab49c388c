"""Rehearsals that øvingsledere have asked for, and what came of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "rehearsal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("exercise_id", sa.String()),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("cast", sa.Text(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("engine", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("asked_wall", sa.BigInteger(), nullable=False),
        sa.Column("beat_wall", sa.BigInteger(), nullable=False),
        sa.Column("ended_wall", sa.BigInteger()),
        sa.Column("tally", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_rehearsal"),
        _owned_by("account", "owner_id"),
        _owned_by("exercise", "exercise_id"),
    )
    op.create_index("ix_rehearsal_owner_id", "rehearsal", ["owner_id"])
    op.create_index("ix_rehearsal_exercise_id", "rehearsal", ["exercise_id"])


def _owned_by(owner: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{owner}.id"], name=f"fk_rehearsal_{column}", ondelete="CASCADE"
    )
