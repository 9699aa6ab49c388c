"""What seats did: the entries that are somebody's act, and nothing that only follows from one."""

from __future__ import annotations

from debrief.record import Record
from simulator.play.kernel import Entry

FAMILIES = frozenset(
    {
        "answer", "question", "fact", "handover", "task", "baton", "agreement", "meeting",
        "consent", "escalation", "voice", "wonder", "notification", "referral", "decision",
        "level", "samordning", "coordinator", "release", "control", "pact", "cooperation",
    }
)  # fmt: skip


def acts(record: Record) -> tuple[Entry, ...]:
    """The first entry of each act of a seat, in order; looking, resting and ticking are none.

    An act may write several entries in one instant (a handover and its cards): it is one act.
    """
    found: list[Entry] = []
    last: tuple[str, int] = ("", -1)
    for entry in record.entries:
        seat = entry.actor.seat
        if not seat or entry.seq in record.withdrawn:
            continue
        if entry.kind.partition(".")[0] in FAMILIES and (seat, entry.at_ms) != last:
            found.append(entry)
            last = (seat, entry.at_ms)
    return tuple(found)
