"""RL8: the child's trust as it stood at the end; a consequence, in no index."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.record import Record
from simulator.play.situation import Child, SituationMoved

KINDS = ("situation.moved",)
WHOLE = 100


def trust(record: Record) -> Figure:
    """RL8: her trust when play ended, 0–1, by the curve that the scenario publishes.

    ``n`` is how many times it moved; each movement is evidence.
    """
    tally = Tally()
    moves = [entry.seq for entry, moved in record.of(SituationMoved) if "trust" in moved.values]
    tally.cite(moves)
    start = record.plan.scenario.situation.start.get("trust", 0)
    now = record.state[Child].values.get("trust", start)
    tally.counts |= {"start": start, "end": now}
    return tally.figure_of("RL8", now / WHOLE if moves else None, len(moves), KINDS)
