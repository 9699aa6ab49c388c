"""The handovers: each with its steps in story time and the cards that came along or did not."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.handover_row import HandoverRow, Step
from debrief.handovers import handover_rows
from debrief.record import Record
from simulator.play.calendar import calendar_of
from webapp.gjennomgang import when
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.regions.say import _

ORDER = ("offered", "seen", "taken_over", "read_back", "started", "told")


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the loop, and when it was taken ('' if it was not)."""

    name: str
    at: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class HandoverView:
    """One handover. ``text`` is the scenario's name of it, '' if the story did not ask for it."""

    sender: str
    receiver: str
    text: str
    standing: str
    is_closed: bool
    was_sent: bool
    steps: tuple[StepView, ...]
    delivered: tuple[str, ...]
    missing: tuple[str, ...]
    others: int
    tasks: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    by_system: str = ""
    """Names of the ends that the system played when they acted, '' if it played neither."""
    said: int = 0
    """Fields of the full form (ISBAR-B) that something was said in, of ``asked``."""
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The same in numbers."""

    sent: int
    taken_over: int
    told: int
    never_sent: int


def views(record: Record, eyes: Eyes) -> tuple[HandoverView, ...]:
    """Every handover that was sent or asked for."""
    return tuple(_view(record, row, eyes) for row in _rows(record))


def totals(record: Record) -> Totals:
    """How many came how far."""
    rows = _rows(record)
    return Totals(
        sent=sum(row.offered for row in rows),
        taken_over=sum(row.has("taken_over") for row in rows),
        told=sum(row.has("told") for row in rows),
        never_sent=sum(not row.offered for row in rows),
    )


def _rows(record: Record) -> list[HandoverRow]:
    return [row for row in record.once(handover_rows) if row.offered or row.due]


def _view(record: Record, row: HandoverRow, eyes: Eyes) -> HandoverView:
    plan = record.plan
    wanted = plan.handovers.get(row.expected)
    needed = set(row.needed)
    return HandoverView(
        sender=plan.seats[row.sender].name,
        receiver=plan.seats[row.receiver].name,
        text=wanted.text if wanted else "",
        standing=_standing(row),
        is_closed=row.has("told"),
        was_sent=row.offered,
        steps=tuple(_step(record, eyes, name, row.step(name)) for name in _shown(row)),
        delivered=tuple(plan.facts[fact].text for fact in row.delivered),
        missing=tuple(plan.facts[fact].text for fact in row.missing),
        others=sum(fact not in needed for fact in row.facts),
        tasks=tuple(plan.tasks[task].text for task in row.tasks if task in plan.tasks),
        evidence=eyes.evidence(row.seqs),
        by_system=_by_system(record, row),
        said=len(row.filled),
        asked=len(row.asked),
    )


def _by_system(record: Record, row: HandoverRow) -> str:
    """Those of the two ends that the system played in any of the handover's steps."""
    steps = [record.entry(step.seq) for name in ORDER if (step := row.step(name))]
    acted = {each.actor.seat for each in steps if each and each.actor.kind == "colleague"}
    ends = (row.sender, row.receiver)
    return ", ".join(record.plan.seats[seat].name for seat in ends if seat in acted)


def _shown(row: HandoverRow) -> tuple[str, ...]:
    if not row.offered:
        return ()
    return ("offered", "seen", "declined") if row.has("declined") else ORDER


def _step(record: Record, eyes: Eyes, name: str, step: Step | None) -> StepView:
    if step is None:
        return StepView(step_name(name), "", None)
    moment = calendar_of(record.plan.scenario).moment(step.story_ms)
    return StepView(step_name(name), when.short(moment), eyes.evidence([step.seq])[0])


def step_name(name: str) -> str:
    """What a step is called on every screen."""
    return {
        "offered": _("sendt"),
        "seen": _("sett"),
        "taken_over": _("overtatt"),
        "read_back": _("forstått"),
        "started": _("i gang"),
        "told": _("beskjed gitt"),
        "declined": _("sagt nei"),
    }[name]


def _standing(row: HandoverRow) -> str:
    if not row.offered:
        return _("Ble aldri sendt")
    if row.has("told"):
        return _("Fulgt helt fram")
    if row.has("declined"):
        return _("Sagt nei til")
    if row.has("started"):
        return _("I gang, men familien fikk ikke beskjed")
    if row.has("taken_over"):
        return _("Overtatt, men ikke fulgt helt fram")
    return _("Sendt, men ikke overtatt")
