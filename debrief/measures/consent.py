"""RG2: asking leave so that yes means something."""

from __future__ import annotations

from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import missed
from simulator.play.consent import ConsentAsked

KINDS = (*RESPONSE_KINDS, "consent.asked")


def quality(record: Record) -> Figure:
    """RG2: mean share of what each request for leave must say, over those made or due.

    Six parts: the one whose leave it is (by the story's answers, which follow the rule pack's
    ages), what it covers, to whom, why, how long, and that it can be taken back.
    """
    tally = Tally()
    for entry, asked in record.of(ConsentAsked):
        parts = _parts(record, asked)
        tally.add(fmean(parts), [entry.seq])
        tally.count("asked")
        tally.count("whole", all(parts))
    for row in missed(record, "consent"):
        tally.add(0, row.seqs)
    return tally.figure("RG2", KINDS)


def _parts(record: Record, asked: ConsentAsked) -> list[bool]:
    share = asked.about == "share"
    return [
        _right_giver(record, asked),
        bool(asked.facts) or not share,
        bool(asked.to) or not share,
        any(each.isalnum() for each in asked.why),
        bool(asked.lasts) or not share,
        asked.may_withdraw,
    ]


def _right_giver(record: Record, asked: ConsentAsked) -> bool:
    """Whether the story lets this one, and not only the other, answer."""
    rows = record.plan.consents.values()
    about = [
        row
        for row in rows
        if row.about == asked.about and (row.about != "share" or {*row.facts} & {*asked.facts})
    ]
    return not about or any(row.giver == asked.giver for row in about)
