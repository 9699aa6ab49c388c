"""RE1, RE5 and RO6: goals that meet, a shared picture, knowing whose duty it is."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.probe_rows import LEAST_TO_AGREE, QuestionRow, question_rows
from debrief.record import Record

KINDS = ("probe.opened", "probe.answered")


def goals(record: Record) -> Figure:
    """RE1: mean overlap of two seats' private goals, the last time they were asked."""
    tally, n = Tally(), 0
    asked = [row for row in _rows(record, "goals") if row.counted >= LEAST_TO_AGREE]
    for row in asked[-1:]:
        n = max(row.answered, 1)
        tally.add(row.agreement or 0.0, row.seqs)
    if len(asked) > 1:
        tally.counts["before"] = asked[0].agreement or 0.0
        tally.cite(asked[0].seqs)
    return tally.figure_of("RE1", tally.mean, n, KINDS)


def shared_picture(record: Record) -> Figure:
    """RE5: mean over questions of (share giving the commonest answer × share right)."""
    tally, n = Tally(), 0
    for row in _rows(record, "choice", "holder"):
        if row.counted >= LEAST_TO_AGREE and row.right is not None:
            tally.add((row.agreement or 0.0) * row.share_right, row.seqs)
            n += _count(tally, row)
    return tally.figure_of("RE5", tally.mean, n, KINDS)


def duties(record: Record) -> Figure:
    """RO6: mean over questions of the share that knew whose duty it is."""
    tally, n = Tally(), 0
    for row in _rows(record, "owner"):
        tally.add(row.share_right, row.seqs)
        n += _count(tally, row)
    return tally.figure_of("RO6", tally.mean, n, KINDS)


def _rows(record: Record, *kinds: str) -> list[QuestionRow]:
    return [row for row in record.once(question_rows) if row.kind in kinds]


def _count(tally: Tally, row: QuestionRow) -> int:
    tally.count("questions")
    tally.count("answers", row.answered)
    tally.count("right", row.right or 0)
    return max(row.answered, 1)
