"""Role clarity: tasks through scenes and jumps, where the empty places are the loud thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debrief.cells import cells
from debrief.clarity import TaskCell, TaskRow, task_rows
from debrief.figure import SHOWN_FROM
from debrief.labels import Label, labels
from debrief.probe_rows import QuestionRow, question_rows
from debrief.record import Record
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.gjennomgang.five_r import decimal
from webapp.regions.say import _

Order = Sequence[tuple[str, str]]
"""Every scene and jump (kind, scene), in order."""
COLUMNS = 5
"""Scenes and jumps side by side on a wide page."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A task in one scene or jump. ``kind`` is one, two or none, by how many held it.

    ``column`` and ``row``, from 1, are the same for the same scene in every task.
    """

    where: str
    is_jump: bool
    owners: tuple[str, ...]
    kind: str
    column: int
    row: int
    confirmed: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task through the scenes and jumps in which it counts."""

    text: str
    cells: tuple[CellView, ...]
    evidence: tuple[Evidence, ...]

    @property
    def empty(self) -> int:
        """In how many nobody had it."""
        return sum(cell.kind == "none" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question put on the way. Never who said what."""

    ask: str
    asked: int
    answered: int
    alike: str
    right: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LabelView:
    """A decision that says one of the three words that mix up, and what to ask about it."""

    quote: str
    asks: str
    evidence: tuple[Evidence, ...]


def tasks(record: Record, eyes: Eyes) -> tuple[TaskView, ...]:
    """Every task that opened; those with most empty places first."""
    order = [(cell.kind, cell.scene) for cell in record.once(cells)]
    found = (_task(record, row, order, eyes) for row in record.once(task_rows) if row.cells)
    return tuple(sorted(found, key=lambda task: -task.empty))


def _task(record: Record, row: TaskRow, order: Order, eyes: Eyes) -> TaskView:
    places = [order.index((cell.kind, cell.scene)) for cell in row.cells]
    first = places[0] // COLUMNS
    return TaskView(
        record.plan.tasks[row.task].text,
        tuple(
            _cell(record, cell, divmod(place - first * COLUMNS, COLUMNS), eyes)
            for cell, place in zip(row.cells, places, strict=True)
        ),
        eyes.evidence([row.opened]),
    )


def _cell(record: Record, cell: TaskCell, place: tuple[int, int], eyes: Eyes) -> CellView:
    scene = record.plan.scenes[cell.scene].title
    jump = cell.kind == "jump"
    return CellView(
        where=_("Ventetiden etter «%(scene)s»", scene=scene) if jump else scene,
        is_jump=jump,
        owners=tuple(record.plan.seats[seat].name for seat in cell.owners),
        kind={0: "none", 1: "one"}.get(len(cell.owners), "two"),
        column=place[1] + 1,
        row=place[0] + 1,
        confirmed=cell.confirmed,
        evidence=eyes.evidence([cell.since, cell.seq]),
    )


def questions(record: Record, eyes: Eyes) -> tuple[QuestionView, ...]:
    """Every question that was put."""
    return tuple(_question(record, row, eyes) for row in record.once(question_rows))


def _question(record: Record, row: QuestionRow, eyes: Eyes) -> QuestionView:
    asks = {each.id: each.ask for each in record.plan.probes[row.probe].questions}
    return QuestionView(
        ask=asks[row.question],
        asked=row.counted,
        answered=row.answered,
        alike=_alike(row),
        right=_right(row),
        evidence=eyes.evidence(row.seqs),
    )


def _alike(row: QuestionRow) -> str:
    if row.agreement is None:
        return _("For lite grunnlag til å se hvor like svarene var.")
    if row.kind == "goals":
        if row.answered < SHOWN_FROM:
            return _("For lite grunnlag til å se hvor like valgene var.")
        return _("Så like var valgene: %(ratio)s, der 1 er helt likt", ratio=decimal(row.agreement))
    alike = round(row.agreement * row.answered)
    return _("%(n)s av %(of)s svarte det samme", n=alike, of=row.answered)


def _right(row: QuestionRow) -> str:
    if row.right is None or not row.answered:
        return ""
    return _("%(n)s av %(of)s svarte slik det var", n=row.right, of=row.answered)


def said(record: Record, eyes: Eyes) -> tuple[LabelView, ...]:
    """Every decision worth such a question; the room's screen shows nobody's own words."""
    return tuple(
        LabelView(
            "" if eyes.is_screen else record.plan.read(each.text),
            _asks(each),
            eyes.evidence([each.seq]),
        )
        for each in record.once(labels)
    )


def _asks(label: Label) -> str:
    if label.term == "samhandling":
        return _(
            "Her står det «samhandling». Det er det som skjer mellom folk, ikke en plikt. Hvem "
            "skulle samordne, og hva skulle hver enkelt gjøre?"
        )
    if label.term == "samarbeid":
        return _(
            "Her står det «samarbeid». Da gjør hver tjeneste sin del, og ingen har ansvaret for "
            "helheten. Var det det dere mente, eller skulle én samordne?"
        )
    if label.owned:
        return _(
            "Her står det «samordning», og noen står som ansvarlig. Visste alle at det gjaldt "
            "helheten, og ikke bare egen del?"
        )
    return _("Her står det «samordning», men ingen står som ansvarlig. Hvem skulle ha det?")
