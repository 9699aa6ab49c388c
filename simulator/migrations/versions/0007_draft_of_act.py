"""Which act a draft is for: once that act is stored, the draft is no longer shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; drafts from before are for no act that could be known."""
    op.add_column("draft", sa.Column("command_id", sa.String()))
