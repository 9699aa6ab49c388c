"""RG6: disagreement that is said, and answered."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.handovers import PROTECTED_MS
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import missed
from simulator.play.cooperation import Cooperation

KINDS = (
    *RESPONSE_KINDS,
    "leg.started",
    "cooperation.disagreed",
    "cooperation.answered",
    "cooperation.repaired",
)
"""Who disagreed with whom is for those two alone: what is cited is the scene it was said in."""


def handled(record: Record) -> Figure:
    """RG6: disagreements that were answered or taken up again ÷ those said, or due to be said.

    One said within four minutes of play of the end is left out unless it was met. Disagreement that
    the story calls for and nobody says counts as not handled: silence is no agreement.
    """
    tally = Tally()
    for each in record.state[Cooperation].disagreements.values():
        met = each.answer_seq or each.repair_seq
        said = record.entry(each.seq)
        if not met and said and record.end_at - said.at_ms < PROTECTED_MS:
            continue
        run = record.run_at(said.at_ms) if said else None
        tally.add(bool(met), [run.seq if run else 0])
        tally.count("said")
        tally.count("repaired", each.repair is not None)
    for row in missed(record, "disagree"):
        tally.add(0, row.seqs)
    return tally.figure("RG6", KINDS)
