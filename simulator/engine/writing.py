"""A handover is being written: when that ends by itself, and how long the script waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scenarios.schema import Inject
from simulator.engine.deadlines import TO_ANSWER_MS
from simulator.engine.emission import Emission
from simulator.play.clock import leg_ends_at
from simulator.play.kernel import Entry, State
from simulator.play.matters import Matter, MatterMoved, MatterPlanned, Matters, due_at
from simulator.play.writing import Writing, WritingBegan, WritingEnded

RETRY_MS = 10_000


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """Each sign moves the end of it."""
    if not isinstance(entry.event, WritingBegan):
        return
    seat = entry.event.seat
    until, matter = state[Writing].until(seat), state[Matters].find("writing", seat)
    if until is None:
        return
    if matter is None:
        planned = MatterPlanned("writing", seat, seat, due_at=until)
        yield Emission(planned, caused_by=entry.seq)
    else:
        yield Emission(MatterMoved(matter.id, until), caused_by=entry.seq)


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """No sign came any more, or the peace for one handover is used up."""
    writing, seat = state[Writing], matter.ref
    until = writing.until(seat)
    if until is not None:
        why: Literal["long", "quiet"] = "long" if until == writing.most(seat) else "quiet"
        yield Emission(WritingEnded(seat, why), caused_by=matter.id)


def wait(state: State, inject: Inject, seat: str, at_ms: int) -> int | None:
    """Play ms to try ``inject`` again at because ``seat`` writes; None if it need not wait.

    Never so long that it would miss its window, or that the scene would end before there was time
    to answer it.
    """
    until, ends = state[Writing].until(seat), leg_ends_at(state)
    if until is None or until <= at_ms or ends is None:
        return None
    matter = state[Matters].find("window", inject.id)
    window = due_at(state, matter) if matter else None
    last = ends - TO_ANSWER_MS
    if at_ms + RETRY_MS > (last if window is None else min(last, window - 1)):
        return None
    return min(until, at_ms + RETRY_MS)
