"""Angre: the seat's newest act, for as long as it may be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.inbox import Inbox
from simulator.play.undo import UNDO_MS, Acts
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Undo:
    """``seq`` of the act, and how many ms are left; 0 when there is nothing to undo."""

    seq: int
    left_ms: int


def undo(sight: Sight) -> Undo:
    """What may be undone now."""
    seq = sight.state[Acts].latest(sight.seat, sight.now_ms)
    if seq is None:
        return Undo(0, 0)
    act = sight.state[Acts].recent[seq]
    items = sight.state[Inbox].items.values()
    if any(item.origin in act.seqs and item.seen_at is not None for item in items):
        return Undo(0, 0)
    return Undo(seq, UNDO_MS - (sight.now_ms - act.at_ms))
