"""Role clarity: who held each task in each scene and jump, and what the seats thought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from debrief.cells import Cell, cells
from debrief.coached import coached_tasks
from debrief.handovers import handover_rows
from debrief.record import Holders, Record, holders_at
from scenarios.duration import MINUTE
from simulator.play.interlude import HoldsConfirmed

PROTECTED_MS = 5 * MINUTE // 2
"""Play time that a task may lie before it counts as left without an owner (decisions 3)."""


@dataclass(frozen=True, slots=True)
class TaskCell:
    """A task in one scene or jump. ``owners`` as the cell ended; ``confirmed`` in a jump, by them.

    ``since`` is the seq from which they held it.
    """

    kind: Literal["scene", "jump"]
    scene: str
    seq: int
    owners: tuple[str, ...]
    since: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task that opened, through the cells in which it counts."""

    task: str
    opened: int
    fit: tuple[str, ...]
    cells: tuple[TaskCell, ...]
    history: tuple[Holders, ...]

    @property
    def is_clear(self) -> float:
        """Share of its cells with exactly one owner whose mandate covers it (0 without cells)."""
        good = [each for each in self.cells if len(each.owners) == 1 and each.owners[0] in self.fit]
        return len(good) / len(self.cells) if self.cells else 0.0

    @property
    def was_double(self) -> bool:
        """Whether two or more owned it when a scene or jump ended."""
        return any(len(each.owners) > 1 for each in self.cells)

    @property
    def was_owned(self) -> bool:
        """Whether anybody owned it when a scene or jump ended."""
        return any(each.owners for each in self.cells)


def holding(record: Record) -> dict[str, list[Holders]]:
    """Who held each task over time: its owners, else the sender of an open handover of it.

    Inside an open handover the sender is responsible until it is taken over (decisions 13).
    """
    offers: dict[str, list[tuple[int, str, str, bool]]] = {}
    for row in record.once(handover_rows):
        for task in row.tasks if row.offered else ():
            for step in row.steps:
                if step.name in ("offered", "taken_over", "declined"):
                    opens = step.name == "offered"
                    offers.setdefault(task, []).append((step.seq, row.handover, row.sender, opens))
    return {
        task: _merged(record, changes, sorted(offers.get(task, [])))
        for task, changes in record.owners.items()
    }


def _merged(
    record: Record, changes: list[Holders], offers: list[tuple[int, str, str, bool]]
) -> list[Holders]:
    if not offers:
        return changes
    found: list[Holders] = []
    senders: dict[str, str] = {}
    points: list[tuple[int, Holders | tuple[int, str, str, bool]]] = sorted(
        [*((each.seq, each) for each in changes), *((each[0], each) for each in offers)],
        key=lambda point: point[0],
    )
    now: Holders | None = None
    for seq, point in points:
        if isinstance(point, Holders):
            now = point
        elif point[3]:
            senders[point[1]] = point[2]
        else:
            senders.pop(point[1], None)
        entry = record.entry(seq)
        if now is not None and entry is not None:
            seats = now.seats or tuple(dict.fromkeys(senders.values()))[:1]
            found.append(Holders(seq, entry.at_ms, entry.story_ms, seats, now.live))
    return found


def task_rows(record: Record) -> tuple[TaskRow, ...]:
    """Every task that opened, in the order in which they did."""
    held = record.once(holding)
    confirmed = [(entry.seq, event) for entry, event in record.of(HoldsConfirmed)]
    rows = []
    for task, changes in held.items():
        own = (_task_cell(task, cell, changes, confirmed) for cell in record.once(cells))
        rows.append(
            TaskRow(
                task,
                changes[0].seq,
                tuple(record.plan.tasks[task].fit),
                tuple(each for each in own if each),
                tuple(changes),
            )
        )
    return tuple(rows)


def _task_cell(
    task: str,
    cell: Cell,
    changes: list[Holders],
    confirmed: Iterable[tuple[int, HoldsConfirmed]],
) -> TaskCell | None:
    """The task in a cell, or None where it was not open, or too shortly to be taken."""
    now = holders_at(changes, cell.end_seq)
    if now is None or (not now.live and now.at_ms <= cell.start_at):
        return None
    lay = (cell.end_at if now.live else now.at_ms) - changes[0].at_ms
    if not now.seats and lay < PROTECTED_MS:
        return None
    said = any(
        cell.seq < seq < cell.end_seq and task in event.tasks and event.seat in now.seats
        for seq, event in confirmed
    )
    return TaskCell(cell.kind, cell.scene, cell.end_seq, now.seats, now.seq, said)


def unowned_share(record: Record) -> float | None:
    """Cells without an owner ÷ all cells of tasks; None where no task was open."""
    led = record.once(coached_tasks)
    rows = [row for row in record.once(task_rows) if row.task not in led]
    found = [cell for row in rows for cell in row.cells]
    return sum(not cell.owners for cell in found) / len(found) if found else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of play in which nobody held something. ``task`` '' is the coordination."""

    task: str
    seq: int
    start_at: int
    end_at: int
    start_story: int
    end_story: int

    @property
    def lasted_ms(self) -> int:
        """Play ms."""
        return self.end_at - self.start_at


def gaps(record: Record) -> tuple[Gap, ...]:
    """Every stretch in which a live task had no owner."""
    found = []
    for task, changes in record.once(holding).items():
        after = [*changes[1:], None]
        for now, then in zip(changes, after, strict=True):
            if now.seats or not now.live:
                continue
            ends = (then.at_ms, then.story_ms) if then else (record.end_at, record.state.story_ms)
            if ends[0] > now.at_ms:
                found.append(Gap(task, now.seq, now.at_ms, ends[0], now.story_ms, ends[1]))
    return tuple(found)
