"""RO1, RO4 and RO5: one owner, none, or two; by scene and jump."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.clarity import TaskRow, task_rows
from debrief.coached import coached_tasks
from debrief.figure import Figure, Tally
from debrief.record import Record

KINDS = (
    "task.opened",
    "task.claimed",
    "task.released",
    "task.finished",
    "task.closed",
    "handover.offered",
    "handover.taken_over",
    "handover.declined",
    "leg.started",
    "leg.ended",
    "play.ended",
)


def one_owner(record: Record) -> Figure:
    """RO1: mean over tasks of the share of their scenes and jumps with exactly one owner.

    The owner must be a seat whose mandate covers the task.
    """
    tally = Tally()
    for row in _rows(record):
        tally.add(row.is_clear, _seqs(row))
        tally.count("cells", len(row.cells))
        tally.count("clear_throughout", row.is_clear == 1)
    return tally.figure("RO1", KINDS)


def unowned(record: Record) -> Figure:
    """RO4: tasks × scenes and jumps that ended without an owner ÷ all (lower is better)."""
    tally = Tally()
    for row in _rows(record):
        for cell in row.cells:
            tally.add(not cell.owners, [row.opened, cell.since, cell.seq])
            tally.count("unowned", not cell.owners)
            tally.count("jumps", cell.kind == "jump")
            tally.count("confirmed", cell.confirmed)
    return tally.figure("RO4", KINDS)


def overlap(record: Record) -> Figure:
    """RO5: tasks with two owners at a cell's end ÷ tasks that had any (lower is better)."""
    tally = Tally()
    for row in _rows(record):
        if row.was_owned:
            tally.add(row.was_double, _seqs(row))
            tally.count("double", row.was_double)
    return tally.figure("RO5", KINDS)


def _rows(record: Record) -> Iterator[TaskRow]:
    led = record.once(coached_tasks)
    return (row for row in record.once(task_rows) if row.cells and row.task not in led)


def _seqs(row: TaskRow) -> list[int]:
    return [row.opened, *(seq for cell in row.cells for seq in (cell.since, cell.seq))]
