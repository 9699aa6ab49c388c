"""Matters: what is pending, with its due time and its cause.

A timed inject, a deadline, a reminder, a colleague's planned act. They stand in the folded state,
in the order they were planned, so that the engine can start from any head (decisions 6).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.play.clock import play_at
from simulator.play.kernel import Entry, Event, Room, State, wire


@wire("matter.planned")
class MatterPlanned(Event):
    """Something will happen at play ms ``due_at``, or when the story reaches ``due_story``.

    Never before play ms ``not_before``. ``kind`` and ``ref`` say what (docs/engine.md); ``seat``
    whose it is. A matter with ``queue`` waits for that seat's hands and then takes ``work_ms``.
    """

    kind: str
    ref: str
    seat: str = ""
    due_at: int | None = None
    due_story: int | None = None
    not_before: int = 0
    queue: str = ""
    work_ms: int = 0


@wire("matter.started")
class MatterStarted(Event):
    """A queued matter got the hands it waited for; it is done at play ms ``done_at``."""

    matter: int
    done_at: int


@wire("matter.moved")
class MatterMoved(Event):
    """A matter may not fall due before play ms ``not_before`` (protected time changed)."""

    matter: int
    not_before: int


@wire("matter.dropped")
class MatterDropped(Event):
    """A matter came to nothing: what it was about is settled."""

    matter: int


@dataclass
class Matter:
    """One pending matter. ``id`` is the seq of its planning."""

    id: int
    kind: str
    ref: str
    seat: str
    due_at: int | None
    due_story: int | None
    not_before: int
    queue: str
    work_ms: int
    planned_at: int
    done_at: int | None = None


@dataclass
class Matters:
    """Pending matters by id, in the order they were planned, moved or started."""

    pending: dict[int, Matter] = field(default_factory=dict)

    def find(self, kind: str, ref: str, seat: str = "") -> Matter | None:
        """The pending matter of that kind about ``ref`` (for ``seat``), if any."""
        for matter in self.pending.values():
            if matter.kind == kind and matter.ref == ref and (not seat or matter.seat == seat):
                return matter
        return None

    def settle(self, matter_id: int | None) -> None:
        """What was caused by a matter has happened: it is no longer pending."""
        if matter_id is not None:
            self.pending.pop(matter_id, None)


def due_at(state: State, matter: Matter) -> int | None:
    """Play ms at which ``matter`` falls due at the present pace, or None while it can't."""
    due = matter.due_at
    if due is None and matter.due_story is not None:
        due = play_at(state, matter.due_story)
    return None if due is None else max(due, matter.not_before)


def _on_planned(state: State, entry: Entry, event: MatterPlanned) -> None:
    state[Matters].pending[entry.seq] = Matter(
        entry.seq,
        event.kind,
        event.ref,
        event.seat,
        event.due_at,
        event.due_story,
        event.not_before,
        event.queue,
        event.work_ms,
        entry.at_ms,
    )


def _on_started(state: State, _entry: Entry, event: MatterStarted) -> None:
    matter = state[Matters].pending.pop(event.matter, None)
    if matter:
        matter.done_at = event.done_at
        state[Matters].pending[event.matter] = matter


def _on_moved(state: State, _entry: Entry, event: MatterMoved) -> None:
    matter = state[Matters].pending.pop(event.matter, None)
    if matter:
        matter.not_before = event.not_before
        state[Matters].pending[event.matter] = matter


def _on_dropped(state: State, _entry: Entry, event: MatterDropped) -> None:
    state[Matters].settle(event.matter)


ROOM = Room(
    "matters",
    rules={},
    folds={
        MatterPlanned: _on_planned,
        MatterStarted: _on_started,
        MatterMoved: _on_moved,
        MatterDropped: _on_dropped,
    },
)
