"""RL5: whether all were part of the dialogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debrief.figure import Figure, Tally
from debrief.handovers import handover_rows, needed_by
from debrief.record import Record
from debrief.responses import is_lawful
from simulator.play.answers import Answers, QuestionAnswered
from simulator.play.clock import PlayStarted
from simulator.play.escalation import Escalations, MatterAnswered
from simulator.play.facts import FactsShared
from simulator.play.inbox import Inbox, item_id
from simulator.play.minutes import Meetings
from simulator.play.passes import HandoverTakenOver
from simulator.play.spoken import AgreementConfirmed, Agreements

KINDS = (
    "play.started",
    "question.asked",
    "question.answered",
    "fact.shared",
    "handover.offered",
    "handover.taken_over",
    "agreement.said",
    "agreement.confirmed",
    "meeting.called",
    "escalation.raised",
    "escalation.answered",
)
LEAST = 2
"""A dialogue takes two."""


def balance(record: Record) -> Figure:
    """RL5: 1 − Gini of the turns that somebody took up, over the seats that count."""
    tally = Tally()
    seats = record.counted
    started = record.of(PlayStarted)
    if len(seats) < LEAST or not started:
        return tally.figure("RL5", KINDS)
    turns = [each for each in record.once(taken_up) if each[1] in seats]
    tally.cite([started[0][0].seq, *(seq for seq, _ in turns)])
    counts = Counter(seat for _, seat in turns)
    tally.counts |= {"seats": len(seats), "turns": len(turns), "silent": len(seats) - len(counts)}
    value = 1 - gini([counts.get(seat, 0) for seat in seats]) if turns else 0.0
    return tally.figure_of("RL5", value, len(seats), KINDS)


def gini(shares: list[int]) -> float:
    """Inequality of ``shares`` (two or more, not all 0): 0 all alike, 1 one has everything."""
    size, total = len(shares), sum(shares)
    apart = sum(abs(one - other) for one in shares for other in shares)
    return apart / (2 * total * (size - 1))


def taken_up(record: Record) -> tuple[tuple[int, str], ...]:
    """Turns that counted in the talk, as (seq, seat): what reached somebody, and answers to it.

    A share that took along a card without a basis is no part of the talk, nor one that went
    mostly to seats that need nothing of it.
    """
    turns = {*_said(record), *_answers(record)}
    return tuple(sorted(turns))


def _said(record: Record) -> Iterator[tuple[int, str]]:
    yield from _shares(record)
    for question in record.state[Answers].questions.values():
        if question.answer is not None:
            yield question.seq, question.sender
    for row in record.once(handover_rows):
        if row.has("taken_over"):
            yield row.steps[0].seq, row.sender
    yield from _called(record)


def _shares(record: Record) -> Iterator[tuple[int, str]]:
    items = record.state[Inbox].items
    for entry, shared in record.of(FactsShared):
        if not is_lawful(shared) or not _is_addressed(record, shared):
            continue
        looks = (items.get(item_id(seat, "share", shared.share)) for seat in shared.to)
        if shared.way != "written" or any(item and item.seen_at is not None for item in looks):
            yield entry.seq, shared.sender
    for spoken in record.state[Agreements].spoken.values():
        if spoken.state == "confirmed":
            yield spoken.seq, spoken.said.seat


def _is_addressed(record: Record, shared: FactsShared) -> bool:
    """Whether at least half of those it went to need a card of it; at a table one is enough."""
    if not shared.facts:
        return True
    needing = sum(bool(needed_by(record, seat, shared.facts)) for seat in shared.to)
    return needing > 0 if shared.way == "meeting" else needing * 2 >= len(shared.to)


def _called(record: Record) -> Iterator[tuple[int, str]]:
    for meeting in record.state[Meetings].held.values():
        if meeting.called_by and any(meeting.comes.values()):
            yield meeting.seq, meeting.called_by
    for raised in record.state[Escalations].raised.values():
        if raised.answer:
            yield raised.seq, raised.raised.seat


def _answers(record: Record) -> Iterator[tuple[int, str]]:
    state = record.state
    for entry, answered in record.of(QuestionAnswered):
        yield entry.seq, answered.seat
    for entry, taken in record.of(HandoverTakenOver):
        yield entry.seq, taken.seat
    for entry, confirmed in record.of(AgreementConfirmed):
        yield entry.seq, state[Agreements].spoken[confirmed.agreement].said.who
    for entry, matter in record.of(MatterAnswered):
        yield entry.seq, state[Escalations].raised[matter.escalation].raised.to
