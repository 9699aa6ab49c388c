"""Cells: the scenes and jumps by which ownership is counted, never story hours alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from debrief.record import Record
from simulator.play.clock import InterludeStarted, LegStarted, PlayEnded


@dataclass(frozen=True, slots=True)
class Cell:
    """A scene that was played, or a jump. It ends with the entry ``end_seq``.

    ``scene`` is the scene, or the one before the jump. Times are play ms.
    """

    kind: Literal["scene", "jump"]
    scene: str
    seq: int
    end_seq: int
    start_at: int
    end_at: int

    @property
    def lasted_ms(self) -> int:
        """Play ms."""
        return self.end_at - self.start_at


def cells(record: Record) -> tuple[Cell, ...]:
    """Every scene that seats worked in and every jump, finished, in order."""
    scenes = [
        Cell("scene", run.leg.scene.id, run.seq, run.end_seq, run.start_at, run.end_at)
        for run in record.legs
        if run.over and run.is_played
    ]
    return tuple(sorted([*scenes, *_jumps(record)], key=lambda cell: cell.seq))


def _jumps(record: Record) -> list[Cell]:
    ends = [entry for kind in (LegStarted, PlayEnded) for entry, _ in record.of(kind)]
    found = []
    for entry, _ in record.of(InterludeStarted):
        after = [each for each in ends if each.seq > entry.seq]
        before = record.run_at(entry.at_ms)
        if after and before:
            end = min(after, key=lambda each: each.seq)
            scene = before.leg.scene.id
            found.append(Cell("jump", scene, entry.seq, end.seq, entry.at_ms, end.at_ms))
    return found
