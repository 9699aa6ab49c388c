"""Tables beside the journal: erasable, and read by nobody's measures. Times are wall stamps."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table

from simulator.journal.tables import exercise, metadata
from webapp.tables import participant

draft = Table(
    "draft",
    metadata,
    Column("participant_id", ForeignKey(participant.c.id, ondelete="CASCADE"), primary_key=True),
    Column("about", String, primary_key=True),
    Column("text", String, nullable=False),
    Column("saved_wall", BigInteger, nullable=False),
    # The act it will be sent with, if the form told: a draft may arrive after its own act.
    Column("command_id", String),
)

note = Table(
    "note",
    metadata,
    Column("id", String, primary_key=True),
    Column(
        "exercise_id", ForeignKey(exercise.c.id, ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("team_number", Integer, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("written_wall", BigInteger, nullable=False),
    Column("text", String, nullable=False),
)

wish = Table(
    "wish",
    metadata,
    Column("exercise_id", ForeignKey(exercise.c.id, ondelete="CASCADE"), primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

answered = Table(
    "answered",
    metadata,
    Column("participant_id", ForeignKey(participant.c.id, ondelete="CASCADE"), primary_key=True),
    Column("about", String, primary_key=True),
)
"""Who has answered what is asked of each once, and by nobody's hand. No time: it would tell which
entry of the journal is whose."""
