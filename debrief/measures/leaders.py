"""RO7: leaders at their own level."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import missed
from simulator.play.decisions import DecisionMade
from simulator.play.escalation import Escalations, MatterAnswered
from simulator.play.release import ReleaseGiven
from simulator.play.samordning import SamordningSettled
from simulator.play.tasks import TaskClaimed

KINDS = (
    *RESPONSE_KINDS,
    "escalation.answered",
    "release.given",
    "samordning.settled",
    "decision.made",
    "task.claimed",
)
OWN_ACTS = ("release", "decide", "order")
"""What a scenario expects of leaders that only they can do."""


def at_own_level(record: Record) -> Figure:
    """RO7: leaders' acts that free, decide, settle or back ÷ leaders' acts.

    A matter sent back is none of these, nor is taking a practitioner's task. What only a leader
    could do, was expected and never came, counts as an act that was not at the leader's level.
    """
    tally = Tally()
    leaders = {row.leader for row in record.plan.seats.values() if row.leader}
    for seq, own in _acts(record, leaders):
        tally.add(own, [seq])
        tally.count("own" if own else "others")
    for row in missed(record, *OWN_ACTS):
        if row.seat in leaders:
            tally.add(0, row.seqs)
    return tally.figure("RO7", KINDS)


def _acts(record: Record, leaders: set[str]) -> list[tuple[int, bool]]:
    """Each act of a leader by seq, and whether it was at the leader's own level."""
    raised = record.state[Escalations].raised
    tasks = record.plan.tasks
    every = [
        *(
            (entry, raised[event.escalation].raised.to, event.verdict != "returns")
            for entry, event in record.of(MatterAnswered)
        ),
        *(
            (entry, event.seat, True)
            for entry, event in record.of(ReleaseGiven)
            # What answers a matter stands with that answer.
            if not event.escalation
        ),
        *((entry, event.seat, event.mandate) for entry, event in record.of(SamordningSettled)),
        *((entry, event.seat, event.mandate) for entry, event in record.of(DecisionMade)),
        *(
            (entry, event.seat, False)
            for entry, event in record.of(TaskClaimed)
            if event.seat not in tasks[event.task].fit
        ),
    ]
    return sorted((entry.seq, own) for entry, seat, own in every if seat in leaders)
