"""Where the plan is kept. Nothing here refers to an exercise's tables: it outlives the exercise."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, String, Table

from simulator.journal.tables import metadata

improvement = Table(
    "improvement",
    metadata,
    Column("id", String, primary_key=True),
    Column("exercise_id", String, nullable=False, index=True),
    Column("team_number", Integer, nullable=False),
    Column("slug", String, nullable=False),
    Column("format", String, nullable=False),
    Column("code", String, nullable=False),
    Column("finding", String, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("measure", String, nullable=False),
    Column("level", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("due", String, nullable=False),
    Column("verify", String, nullable=False),
    Column("indicator", String, nullable=False),
    Column("made_wall", BigInteger, nullable=False),
    Column("status", String, nullable=False),
    Column("reason", String, nullable=False),
)

change = Table(
    "improvement_change",
    metadata,
    Column("row_id", ForeignKey(improvement.c.id, ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("wall", BigInteger, nullable=False),
    Column("field", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
)

verdict = Table(
    "improvement_verdict",
    metadata,
    Column("row_id", ForeignKey(improvement.c.id, ondelete="CASCADE"), primary_key=True),
    Column("exercise_id", String, primary_key=True),
    Column("team_number", Integer, primary_key=True, autoincrement=False),
    Column("answer", String, nullable=False),
    Column("wall", BigInteger, nullable=False),
)

outcome = Table(
    "outcome",
    metadata,
    Column("exercise_id", String, primary_key=True),
    Column("team_number", Integer, primary_key=True, autoincrement=False),
    Column("indicator", String, primary_key=True),
    Column("slug", String, nullable=False),
    Column("format", String, nullable=False),
    Column("value", Float, nullable=False),
    Column("n", Integer, nullable=False),
    Column("played_wall", BigInteger, nullable=False),
)
