"""Who has answered what each is asked once; without a time, and apart from the answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "answered",
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "about", name="pk_answered"),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name="fk_answered_participant_id",
            ondelete="CASCADE",
        ),
    )
