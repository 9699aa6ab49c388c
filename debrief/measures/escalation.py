"""RA7: what is stuck, lifted to the right level in time."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.handover_row import HandoverRow
from debrief.handovers import handover_rows
from debrief.record import Record
from debrief.responses import response_rows
from simulator.play.escalation import MatterRaised

KINDS = (
    "expectation.opened",
    "expectation.met",
    "expectation.lapsed",
    "handover.offered",
    "handover.declined",
    "handover.reminded",
    "escalation.raised",
)


def frame(record: Record) -> Figure:
    """RA7: stuck matters raised to the right leader within their time ÷ stuck matters.

    Stuck: where the scenario expects a matter to be raised, and a handover that nobody took over
    after it was turned down without an alternative or reminded of.
    """
    tally = Tally()
    for row in record.once(response_rows):
        if row.kind == "escalate" and not row.gate and row.due:
            tally.add(row.standing == "in_time", row.seqs)
    for stuck in record.once(handover_rows):
        leader = record.plan.seats[stuck.sender].leader
        since = stuck_since(stuck)
        if since and leader:
            raised = _raised(record, stuck, leader, since)
            tally.add(bool(raised), [stuck.steps[0].seq, since, raised])
    raises = record.of(MatterRaised)
    tally.counts["raised"] = len(raises)
    tally.counts["to_own_leader"] = sum(
        event.to == record.plan.seats[event.seat].leader for _, event in raises
    )
    return tally.figure("RA7", KINDS)


def stuck_since(row: HandoverRow) -> int:
    """The entry from which a handover was stuck, or 0 if it never was."""
    if not row.offered or row.has("taken_over"):
        return 0
    declined = row.step("declined")
    if declined and not row.level:
        return declined.seq
    return row.reminded[0] if row.reminded and not declined else 0


def _raised(record: Record, row: HandoverRow, leader: str, since: int) -> int:
    """Seq of the first matter that the sender raised to its leader in that scene, or 0."""
    stuck = record.entry(since)
    run = record.run_at(stuck.at_ms) if stuck else None
    last = run.end_seq if run and run.over else record.state.seq
    for entry, event in record.of(MatterRaised):
        if since < entry.seq <= last and (event.seat, event.to) == (row.sender, leader):
            return entry.seq
    return 0
