"""Which matter an entry belongs to: the case of a process-mining log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from debrief.record import Record
from debrief.timeline import REFERENCES
from simulator.play.kernel import Entry

NAMED = (*REFERENCES, "task", "probe", "inject")
"""Fields of an event that name a matter, the most telling first."""
EXERCISE = "exercise"
"""The case of what belongs to no matter, and of acts that were taken back."""
PERSONAL = frozenset({"care", "coach", "hotwash", "rating", "survey", "writing"})
"""Families of kinds that are a person's own: in no file that is made to be looked through."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A handover, a question, a task …: its ``kind``, and its ``id`` in the journal."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind


def matter_of(record: Record, entry: Entry) -> Matter:
    """The matter of one entry."""
    if entry.seq in record.withdrawn:
        return Matter(EXERCISE)
    for name in NAMED:
        value = getattr(entry.event, name, "")
        if isinstance(value, str) and value:
            return Matter(name, value)
    return _of_item(getattr(entry.event, "item", "")) or Matter(EXERCISE)


def exported(record: Record) -> Iterator[tuple[Entry, Matter]]:
    """The entries that go into a file for other tools, each with its matter, in order."""
    for entry in record.entries:
        if entry.kind.partition(".")[0] not in PERSONAL:
            yield entry, matter_of(record, entry)


def _of_item(item: str) -> Matter | None:
    """What an item in an inbox is about: ``handover.bup-ke-1@ke`` is a handover."""
    kind, _, rest = item.partition(".")
    about = rest.rpartition("@")[0]
    return Matter(kind, about) if kind in NAMED and about else None
