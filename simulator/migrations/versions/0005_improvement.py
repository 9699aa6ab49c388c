"""The forbedringsplan, what became of it, and the counts behind its trends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables. None refers to an exercise: the plan outlives it."""
    _plan()
    _about_a_row(
        "improvement_change",
        sa.Column("n", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("wall", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        key=("row_id", "n"),
    )
    _about_a_row(
        "improvement_verdict",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("team_number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("wall", sa.BigInteger(), nullable=False),
        key=("row_id", "exercise_id", "team_number"),
    )
    op.create_table(
        "outcome",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("team_number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("played_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("exercise_id", "team_number", "indicator", name="pk_outcome"),
    )


def _plan() -> None:
    texts = ("finding", "measure", "level", "owner", "due", "verify", "indicator")
    op.create_table(
        "improvement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("team_number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("slug", "format", "code")),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("made_wall", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_improvement"),
    )
    op.create_index("ix_improvement_exercise_id", "improvement", ["exercise_id"])


def _about_a_row(name: str, *columns: sa.Column[object], key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("row_id", sa.String(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["row_id"], ["improvement.id"], name=f"fk_{name}_row_id", ondelete="CASCADE"
        ),
    )
