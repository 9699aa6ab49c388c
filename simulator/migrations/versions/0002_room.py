"""Rooms, the people in them, and the accounts that lead them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the web's tables."""
    _accounts()
    _rooms()
    _participants()


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String()),
        sa.Column("is_admin", sa.Boolean(), nullable=False),
        sa.Column("created_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
    )
    op.create_table(
        "login",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("created_wall", sa.BigInteger(), nullable=False),
        sa.Column("seen_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_login"),
        _owned_by("login", "account"),
    )
    op.create_index("ix_login_account_id", "login", ["account_id"])
    op.create_table(
        "first_link",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("account_id", sa.String()),
        sa.Column("expires_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_first_link"),
        _owned_by("first_link", "account"),
    )
    op.create_index("ix_first_link_account_id", "first_link", ["account_id"])


def _rooms() -> None:
    op.create_table(
        "room",
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("pin", sa.String()),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("opened_wall", sa.BigInteger(), nullable=False),
        sa.Column("support", sa.String(), nullable=False),
        sa.Column("closed_wall", sa.BigInteger()),
        sa.PrimaryKeyConstraint("exercise_id", name="pk_room"),
        sa.UniqueConstraint("pin", name="uq_room_pin"),
        _owned_by("room", "exercise"),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name="fk_room_owner_id"),
    )
    op.create_index("ix_room_owner_id", "room", ["owner_id"])


def _participants() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("exercise_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("seat_id", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("device_no", sa.Integer(), nullable=False),
        sa.Column("code", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_wall", sa.BigInteger(), nullable=False),
        sa.Column("seen_wall", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participant"),
        sa.UniqueConstraint("token_hash", name="uq_participant_token_hash"),
        sa.UniqueConstraint("code", name="uq_participant_code"),
        _owned_by("participant", "exercise"),
        _owned_by("participant", "team"),
    )
    op.create_index("ix_participant_exercise_id", "participant", ["exercise_id"])
    op.create_index("ix_participant_team_id", "participant", ["team_id"])


def _owned_by(table: str, owner: str) -> sa.ForeignKeyConstraint:
    column = f"{owner}_id"
    return sa.ForeignKeyConstraint(
        [column], [f"{owner}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )
