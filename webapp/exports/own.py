"""Everything that is kept about one participant, for that participant (GDPR art. 15 and 20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.play.codec import line_of
from simulator.play.kernel import Entry
from webapp.rows import ParticipantRow

KEPT = ("id", "name", "lang", "seat_id", "state", "exercise_id", "team_id", "device_no", "code")
"""Fields of the participant's row that say something; the rest is a hash and two wall stamps."""


def own_data(row: ParticipantRow, entries: Iterable[Entry]) -> Mapping[str, Any]:
    """The person's row, and every journal entry that they made or that names them.

    What others wrote about the seat is not theirs, and stays out.
    """
    return {
        "participant": {
            **{name: getattr(row, name) for name in KEPT},
            "joined_wall_ms": row.created_wall,
            "last_seen_wall_ms": row.seen_wall,
        },
        "entries": [line_of(entry) for entry in entries if _is_of(entry, row.id)],
    }


def _is_of(entry: Entry, participant: str) -> bool:
    return participant in (entry.actor.participant, getattr(entry.event, "participant", ""))
