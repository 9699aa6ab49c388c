"""Questions put on the way: how many agreed, how many were right. Never who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from debrief.record import Moment, Record
from scenarios.schema import ProbeQuestion
from simulator.play.probes import ProbeAnswered, ProbeOpened

LEAST_TO_AGREE = 2


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of a probe that was put.

    ``counted`` seats were asked and count (people in live play, all in a rehearsal), ``answered``
    of them answered. ``agreement`` is the share giving the commonest answer, for ``goals`` the
    mean overlap of two seats' choices; None with fewer than two answers. ``right`` is how many
    had the key, None where there is none.
    """

    probe: str
    question: str
    kind: str
    seq: int
    counted: int
    answered: int
    agreement: float | None
    right: int | None
    answers: tuple[int, ...]
    """Seqs of the answers."""

    @property
    def share_right(self) -> float:
        """Share of the answers that had the key (0 where nobody answered)."""
        return (self.right or 0) / self.answered if self.answered else 0.0

    @property
    def seqs(self) -> tuple[int, ...]:
        """The entries that show it."""
        return (self.seq, *self.answers)


def question_rows(record: Record) -> tuple[QuestionRow, ...]:
    """Every question that was put to at least one seat that counts, in order."""
    given: dict[str, list[tuple[int, ProbeAnswered]]] = {}
    for entry, event in record.of(ProbeAnswered):
        given.setdefault(event.probe, []).append((entry.seq, event))
    rows: list[QuestionRow] = []
    for entry, opened in record.of(ProbeOpened):
        moment = record.asked[opened.probe]
        answers = [each for each in given.get(opened.probe, []) if each[1].seat in moment.manned]
        asked = record.plan.probes[opened.probe].questions if moment.manned else ()
        rows += [_row(opened.probe, each, entry.seq, moment, answers) for each in asked]
    return tuple(rows)


def agreement(record: Record) -> float | None:
    """Mean share giving the commonest answer, over questions that two or more were asked."""
    rows = [
        row
        for row in record.once(question_rows)
        if row.kind != "goals" and row.counted >= LEAST_TO_AGREE
    ]
    return fmean(row.agreement or 0.0 for row in rows) if rows else None


def _row(
    probe: str,
    question: ProbeQuestion,
    seq: int,
    moment: Moment,
    answers: Iterable[tuple[int, ProbeAnswered]],
) -> QuestionRow:
    own = {
        seq: tuple(event.answers[question.id])
        for seq, event in answers
        if event.answers.get(question.id)
    }
    key = _key(question, moment)
    return QuestionRow(
        probe=probe,
        question=question.id,
        kind=question.kind,
        seq=seq,
        counted=len(moment.manned),
        answered=len(own),
        agreement=_agreement(question, own),
        right=None if key is None else sum(each == (key,) for each in own.values()),
        answers=tuple(own),
    )


def _key(question: ProbeQuestion, moment: Moment) -> str | None:
    """The right answer as it stands on the wire, or None where there is none."""
    if question.kind == "holder":
        return moment.holder
    if question.kind == "owner":
        return question.seat
    if question.kind == "choice" and question.answer is not None:
        return str(question.answer)
    return None


def _agreement(question: ProbeQuestion, own: Mapping[int, tuple[str, ...]]) -> float | None:
    if len(own) < LEAST_TO_AGREE:
        return None
    if question.kind == "goals":
        pairs = combinations((set(each) for each in own.values()), 2)
        return fmean(len(one & other) / len(one | other) for one, other in pairs)
    commonest = Counter(own.values()).most_common(1)[0][1]
    return commonest / len(own)
