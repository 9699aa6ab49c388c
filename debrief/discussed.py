"""What a discussion has no ground for: all that needs a clock, or acts in a service's own name.

In a diskusjonsøvelse the room talks and one writes. What was agreed, and what people said or rated
after, can be counted; who answered when, who knew what and who held what cannot (mechanics 2).
"""

from __future__ import annotations

from dataclasses import replace

from debrief.figure import Figure
from debrief.record import Record

GROUNDED = frozenset({"RG7", "RL4", "RL6", "RL7"})
"""The indicators that rest on what was written, said or rated: minutes, safety, repair, undring."""


def without_clock(record: Record, figure: Figure) -> Figure:
    """The figure, or none where a discussion gives it no ground: 'for lite grunnlag'."""
    if not record.plan.is_discussion or figure.id in GROUNDED:
        return figure
    return replace(figure, value=None, n=0, counts={}, evidence=())
