"""The replay: every moment of a played exercise, and the state as it stood there.

A step is a whole instant of which somebody saw something (decisions 6); a phase is a scene, a jump,
or what came before and after them. States are folded from the first entry each time: even a long
journal folds in a few hundredths of a second (``benchmarks/replay.py``), so none has to be kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from debrief.clarity import PROTECTED_MS, Gap, gaps
from debrief.first_minute import coordination_gaps
from debrief.record import Record
from debrief.timeline import Audience, TimelineRow, timeline
from simulator.play.clock import PlayEnded
from simulator.play.kernel import State
from simulator.play.rooms import evolve, new_state
from simulator.play.undo import ActWithdrawn

Sort = Literal["handover", "gap", "voice", "decision"]
SORTS: tuple[Sort, ...] = ("handover", "gap", "voice", "decision")
"""What a track marks: something handed over, nobody named, her own words, something decided."""
_SORT_OF: Mapping[str, Sort] = {
    "handover.offered": "handover",
    "voice.heard": "voice",
    "decision.made": "decision",
    "meeting.decided": "decision",
}

Begins = Literal["", "before", "scene", "jump", "after"]
_BEGINS: Mapping[str, Begins] = {
    "leg.started": "scene",
    "interlude.started": "jump",
    "play.ended": "after",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One instant. ``seq`` is its last entry, where the state stands still; ``rows`` what is seen.

    ``begins`` is the phase that it opens ('' for none), ``scene`` the scene's id if it is one.
    """

    seq: int
    at_ms: int
    rows: tuple[TimelineRow, ...]
    sorts: tuple[Sort, ...]
    begins: Begins = ""
    scene: str = ""


class Replay:
    """A record, to be gone through again. Asked twice, it answers the same."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._heads = _heads([entry.at_ms for entry in record.entries])
        ended = record.of(PlayEnded)
        self.end = self.head(ended[0][0].seq if ended else len(record.entries))
        """The last moment: the end of play, or as far as the journal has come."""

    def head(self, seq: int) -> int:
        """``seq`` rounded up to the last entry of its instant, within the journal (0 if empty)."""
        return self._heads[min(max(seq, 0), len(self._heads) - 1)]

    def state_at(self, seq: int) -> State:
        """The state as it stood after the instant of entry ``seq``; the caller's own."""
        state = new_state(self.record.plan)
        for entry in self.record.entries[: self.head(seq)]:
            evolve(state, entry)
        return state

    def rows(self, audience: Audience) -> tuple[TimelineRow, ...]:
        """The timeline of an audience, up to the end of play. KeyError for a stranger."""
        return tuple(row for row in timeline(self.record, audience) if row.seq <= self.end)

    def steps(self, rows: Iterable[TimelineRow]) -> tuple[Step, ...]:
        """The moments in which ``rows`` happened, in order."""
        bare = {self.head(gap.seq) for gap in self.record.once(bare_stretches)}
        return tuple(
            _step(head, tuple(own), first=not number, bare=head in bare)
            for number, (head, own) in enumerate(groupby(rows, lambda row: self.head(row.seq)))
        )

    def as_of(self, seq: int, rows: Iterable[TimelineRow]) -> tuple[TimelineRow, ...]:
        """``rows`` as they stood after the instant of ``seq``, regretted only if so by then."""
        head, regretted = self.head(seq), self.record.once(taken_back)
        return tuple(
            replace(row, withdrawn=regretted.get(row.seq, head + 1) <= head) for row in rows
        )


def place_of(steps: Sequence[Step], seq: int) -> int:
    """The index of the last step up to entry ``seq``, 0 if none came before it."""
    return max(bisect_right(steps, seq, key=lambda step: step.seq) - 1, 0)


def place_at(steps: Sequence[Step], at_ms: int) -> int:
    """The index of the last step up to a play time, 0 if none came before it."""
    return max(bisect_right(steps, at_ms, key=lambda step: step.at_ms) - 1, 0)


def bare_stretches(record: Record) -> tuple[Gap, ...]:
    """Where nobody was named for a task or for the coordination, longer than one can help."""
    found = (*record.once(gaps), *coordination_gaps(record))
    return tuple(gap for gap in found if gap.lasted_ms >= PROTECTED_MS)


def taken_back(record: Record) -> Mapping[int, int]:
    """Entry that was regretted → the entry that regretted it."""
    return {
        seq: entry.seq
        for entry in record.entries
        if isinstance(entry.event, ActWithdrawn)
        for seq in entry.event.seqs
    }


def _heads(times: Sequence[int]) -> tuple[int, ...]:
    """For each seq, 0 included, the last one of the same play time."""
    found = [len(times)] * (len(times) + 1)
    for seq in range(len(times) - 1, 0, -1):
        found[seq] = found[seq + 1] if times[seq - 1] == times[seq] else seq
    found[0] = 0
    return tuple(found)


def _step(seq: int, rows: tuple[TimelineRow, ...], *, first: bool, bare: bool) -> Step:
    begins: Begins = "before" if first else ""
    scene = ""
    for row in rows:
        if row.kind in _BEGINS:
            begins, scene = _BEGINS[row.kind], str(row.about.get("scene", ""))
    sorts = {_SORT_OF[row.kind] for row in rows if row.kind in _SORT_OF}
    if not any(row.about.get("speaker") == "child" for row in rows):
        sorts.discard("voice")
    if bare:
        sorts.add("gap")
    return Step(seq, rows[-1].at_ms, rows, tuple(s for s in SORTS if s in sorts), begins, scene)
