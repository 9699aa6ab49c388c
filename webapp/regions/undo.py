"""Angre: somebody's newest act, for as long as it may be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.play.inbox import Inbox
from simulator.play.undo import Acts, is_seen
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Undo:
    """``seq`` of the act, 0 when there is nothing to undo; ``sent`` if somebody was sent it.

    ``fields`` are what the button sends.
    """

    seq: int = 0
    sent: bool = False
    fields: dict[str, str] = field(default_factory=dict)


def undo(sight: Sight) -> Undo:
    """What the seat may undo now."""
    return undo_of(sight, sight.seat)


def undo_of(sight: Sight, whose: str, team: str = "") -> Undo:
    """What a seat, or whoever speaks for child or parents, may undo now. An øvingsleder names
    the ``team`` too."""
    acts, items = sight.state[Acts], sight.state[Inbox].items.values()
    seq = acts.latest(whose, sight.now_ms)
    if seq is None or is_seen(sight.state, acts.recent[seq]):
        return Undo()
    fields = {"seq": str(seq)} | ({"@team": team} if team else {})
    return Undo(seq, any(item.origin in acts.recent[seq].seqs for item in items), fields)
