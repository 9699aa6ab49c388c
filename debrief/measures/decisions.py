"""RA1 and RG5: decisions with the mandate to make them, and decisions that are whole."""

from __future__ import annotations

from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.record import Record
from debrief.responses import missed
from simulator.play.decisions import DecisionMade

KINDS = ("expectation.opened", "expectation.lapsed", "decision.made")
SAID = ("heard", "silent", "through")
"""How she was heard, said. ``not`` says that she was not, which is honest and not enough."""


def mandate(record: Record) -> Figure:
    """RA1: decisions on a ground that the deciding seat's roles carry ÷ decisions made or due.

    How many were made by a leader stands in the counts: all to the top is seen there, and in how
    late they came (RA3).
    """
    tally = Tally()
    leaders = {row.leader for row in record.plan.seats.values() if row.leader}
    for entry, made in record.of(DecisionMade):
        tally.add(made.mandate, [entry.seq])
        tally.count("made")
        tally.count("by_leaders", made.seat in leaders)
    for row in missed(record, "decide"):
        tally.add(0, row.seqs)
    return tally.figure("RA1", KINDS)


def complete(record: Record) -> Figure:
    """RG5: mean share of what each decision about the child must hold, over those made or due.

    A ground that is the seat's own; what is best for her; how she was heard; who carries it out;
    until when. What the words are worth is for people. An assessment that only repeats another
    decision's word for word is none.
    """
    tally, seen = Tally(), set[str]()
    for entry, made in record.of(DecisionMade):
        own = bool(made.interest.strip()) and made.interest not in seen
        seen.add(made.interest)
        parts = [made.mandate, own, made.heard in SAID, bool(made.owner), bool(made.by)]
        tally.add(fmean(parts), [entry.seq])
        tally.count("whole", all(parts))
    for row in missed(record, "decide"):
        tally.add(0, row.seqs)
    return tally.figure("RG5", KINDS)
