"""The order every journal keeps: gapless from 1, and play time that never falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.journal.store_contract import ClockEntry, ExerciseRow, OrderError, TeamRow
from simulator.play.kernel import Entry


def check_order(seq: int, at_ms: int, entry: Entry) -> None:
    """Refuse an entry that does not come next after the head ``seq`` at play time ``at_ms``."""
    if entry.seq <= seq:
        raise OrderError(entry.seq, f"seq {entry.seq} stands twice or out of order")
    if entry.seq != seq + 1:
        raise OrderError(seq + 1, f"seq {seq + 1} is missing: {entry.seq} comes in its place")
    if entry.at_ms < at_ms:
        raise OrderError(entry.seq, f"at_ms falls from {at_ms} to {entry.at_ms} at seq {entry.seq}")


def team_after(team: TeamRow, entries: Sequence[Entry]) -> TeamRow:
    """The team's row once the entries stand. Raises :class:`OrderError` if they may not."""
    seq, at_ms = team.head_seq, team.head_at_ms
    for entry in entries:
        check_order(seq, at_ms, entry)
        seq, at_ms = entry.seq, entry.at_ms
    return replace(team, head_seq=seq, head_at_ms=at_ms)


def clock_after(exercise: ExerciseRow, entries: Sequence[ClockEntry]) -> ExerciseRow:
    """The exercise's row once the clock entries stand. Raises :class:`OrderError`."""
    for expected, entry in enumerate(entries, exercise.clock_n + 1):
        if entry.n != expected:
            raise OrderError(expected, f"clock entry {entry.n} comes in the place of {expected}")
    return replace(exercise, clock_n=exercise.clock_n + len(entries))


def first_difference(left: Sequence[Entry], right: Sequence[Entry]) -> int | None:
    """The first seq at which two journals differ in anything but wall stamps, or None."""
    for one, other in zip(left, right, strict=False):
        if replace(one, recorded_at=0) != replace(other, recorded_at=0):
            return min(one.seq, other.seq)
    if len(left) == len(right):
        return None
    longer = max(left, right, key=len)
    return longer[min(len(left), len(right))].seq
