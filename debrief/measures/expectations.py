"""RA3 and RG3: what was expected of a role, done in time; and the duty to report."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.record import Record
from debrief.responses import response_rows
from simulator.play.facts import FactsShared

RESPONSE_KINDS = ("expectation.opened", "expectation.met", "expectation.lapsed")
DUTY_KINDS = (*RESPONSE_KINDS, "fact.shared")
LATE = 0.5
"""What a report that came late is worth in RG3."""


def response_times(record: Record) -> Figure:
    """RA3: Σ weight × score ÷ Σ weight over the responses that were measured.

    Score 1 in time, falling evenly to 0 at twice the deadline, 0 if never, if the same act
    passed a card on without a basis, or if it was an answer without a word; weight by severity.
    """
    tally = Tally()
    for row in record.once(response_rows):
        if row.gate or not row.measured:
            continue
        tally.add(row.score, row.seqs, row.severity)
        tally.count(row.standing)
    return tally.figure("RA3", RESPONSE_KINDS)


def duty_to_report(record: Record) -> Figure:
    """RG3: reports that duty asked for, made in time (1), late (½) or not (0).

    A share that claims duty for cards that no duty covers counts as 0 beside them; so does a
    report that took along a card without a basis.
    """
    tally = Tally()
    for row in record.once(response_rows):
        _inject, expected = record.plan.expected[row.expected]
        if expected.basis == "duty" and not row.gate and row.due:
            late = LATE if row.done else 0.0
            in_time = row.standing == "in_time" and row.sound
            tally.add(1 if in_time else late, row.seqs)
            tally.count(row.standing)
    for entry, shared in record.of(FactsShared):
        bases = {basis for _fact, _seat, basis in shared.computed}
        if shared.stated == "duty" and bases and "duty" not in bases:
            tally.add(0, [entry.seq])
            tally.count("without_duty")
    return tally.figure("RG3", DUTY_KINDS)
