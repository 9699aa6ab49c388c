"""Succession: one person in one seat after another, but never at both ends of an open handover."""

from __future__ import annotations

from simulator.play.kernel import State
from simulator.play.passes import Handovers
from simulator.play.roster import Roster


def holds_other_end(state: State, participant: str, seat: str) -> bool:
    """Whether a person who took ``seat`` would stand at both ends of an open handover, since they
    have held the seat at its other end (decisions 18)."""
    before = state[Roster].sat.get(participant, set()) - {seat}
    passes = state[Handovers].passes.values()
    ends = ({passed.sender, passed.receiver} for passed in passes if passed.open)
    return any(seat in each and each & before for each in ends)
