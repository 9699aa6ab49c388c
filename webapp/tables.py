"""The web's own tables: who leads, which rooms are open, who is in them.

Journals hold participants' ids; names and tokens live here and can be erased. Times in ``…_wall``
are wall stamps in milliseconds since 1970.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text

from simulator.journal.tables import exercise, metadata, team

account = Table(
    "account",
    metadata,
    Column("id", String, primary_key=True),
    Column("email", String, nullable=False, unique=True),
    Column("password_hash", String),
    Column("is_admin", Boolean, nullable=False),
    Column("created_wall", BigInteger, nullable=False),
)

login = Table(
    "login",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("account_id", ForeignKey(account.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("created_wall", BigInteger, nullable=False),
    Column("seen_wall", BigInteger, nullable=False),
)

first_link = Table(
    "first_link",
    metadata,
    Column("token_hash", String, primary_key=True),
    # Nobody's yet: whoever opens it makes the first account.
    Column("account_id", ForeignKey(account.c.id, ondelete="CASCADE"), index=True),
    Column("expires_wall", BigInteger, nullable=False),
)

room = Table(
    "room",
    metadata,
    Column("exercise_id", ForeignKey(exercise.c.id, ondelete="CASCADE"), primary_key=True),
    Column("owner_id", ForeignKey(account.c.id), nullable=False, index=True),
    Column("title", String, nullable=False),
    # Free again when the room closes, so that six digits last (D2).
    Column("pin", String, unique=True),
    Column("nonce", String, nullable=False),
    Column("door", String, nullable=False),
    Column("people", Integer, nullable=False),
    Column("opened_wall", BigInteger, nullable=False),
    Column("support", String, nullable=False),
    Column("closed_wall", BigInteger),
)

participant = Table(
    "participant",
    metadata,
    Column("id", String, primary_key=True),
    Column(
        "exercise_id", ForeignKey(exercise.c.id, ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("team_id", ForeignKey(team.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("seat_id", String),
    Column("name", String, nullable=False),
    Column("lang", String, nullable=False),
    Column("token_hash", String, nullable=False, unique=True),
    Column("device_no", Integer, nullable=False),
    Column("code", String, unique=True),
    Column("state", String, nullable=False),
    Column("created_wall", BigInteger, nullable=False),
    Column("seen_wall", BigInteger, nullable=False),
)

rehearsal = Table(
    "rehearsal",
    metadata,
    Column("id", String, primary_key=True),
    Column("owner_id", ForeignKey(account.c.id, ondelete="CASCADE"), nullable=False, index=True),
    # Of no exercise, where a scenario of the library was tried.
    Column("exercise_id", ForeignKey(exercise.c.id, ondelete="CASCADE"), index=True),
    Column("slug", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("format", String, nullable=False),
    Column("cast", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("runs", Integer, nullable=False),
    Column("engine", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("done", Integer, nullable=False),
    Column("place", String, nullable=False),
    Column("asked_wall", BigInteger, nullable=False),
    Column("beat_wall", BigInteger, nullable=False),
    Column("ended_wall", BigInteger),
    Column("tally", Text),
)
