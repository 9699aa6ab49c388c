"""RO2: whether somebody coordinated, and did so."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.figure import Figure, Tally
from debrief.record import LegRun, Record
from simulator.play.inbox import ItemSeen
from simulator.play.minutes import MeetingOpened
from simulator.play.writing import WritingBegan, WritingEnded

NO_ACTS = (ItemSeen, WritingBegan, WritingEnded)
"""Entries of a seat that are nothing it does in the story."""
KINDS = ("leg.started", "baton.taken", "baton.released")


def continuity(record: Record) -> Figure:
    """RO2: play time of scenes in which one accepted coordinator held it and was at work ÷ all.

    At work: at least one act in that scene, or a place in its meeting. A name without an act
    holds nothing.
    """
    tally = Tally()
    runs = [run for run in record.legs if run.is_played]
    totals = {"held_ms": 0, "idle_ms": 0, "total_ms": 0}
    holders: set[str] = set()
    for run in runs:
        tally.cite([run.seq])
        ends = run.end_at if run.over else record.end_at
        totals["total_ms"] += ends - run.start_at
        active = _active(record, run)
        for seat, seq, lasted in _held(record, run.start_at, ends):
            totals["held_ms" if seat in active else "idle_ms"] += lasted
            holders.add(seat)
            tally.cite([seq])
    tally.counts |= {**totals, "holders": len(holders)}
    total = totals["total_ms"]
    value = totals["held_ms"] / total if total else None
    return tally.figure_of("RO2", value, len(runs) if total else 0, KINDS)


def _held(record: Record, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Seat, seq and play ms of every stretch in which somebody held it."""
    after = [*(change.at_ms for change in record.baton[1:]), end]
    for change, until in zip(record.baton, after, strict=bool(record.baton)):
        lasted = min(until, end) - max(change.at_ms, start)
        if change.seats and lasted > 0:
            yield change.seats[0], change.seq, lasted


def _active(record: Record, run: LegRun) -> set[str]:
    """Seats that did something in a leg."""
    last = run.end_seq or record.state.seq
    found = {
        entry.actor.seat
        for entry in record.entries[run.seq - 1 : last]
        if entry.actor.seat and not isinstance(entry.event, NO_ACTS)
    }
    for entry, event in record.of(MeetingOpened):
        if run.seq <= entry.seq <= last:
            found.update(event.present)
    return found
