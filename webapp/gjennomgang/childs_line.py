"""The child's line: how she had it, in the scenario's words, and what moved it. No gauge."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.child_line import ChildStep, child_line
from debrief.record import Record
from debrief.said import named
from simulator.play.calendar import calendar_of
from webapp.gjennomgang import when
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class TurnView:
    """Something became otherwise for her, and why. ``lighter`` or heavier, never a number."""

    at: str
    text: str
    cause: str
    lighter: bool
    way: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """Her line from start to end."""

    child: str
    start: tuple[str, ...]
    turns: tuple[TurnView, ...]
    end: tuple[str, ...]


def view(record: Record, eyes: Eyes) -> LineView:
    """The line with its causes."""
    found = record.once(child_line)
    return LineView(
        record.plan.scenario.child.name,
        found.start,
        tuple(_turn(record, step, eyes) for step in found.steps),
        found.end,
    )


def _turn(record: Record, step: ChildStep, eyes: Eyes) -> TurnView:
    moment = calendar_of(record.plan.scenario).moment(step.story_ms)
    cause = step.cause
    if not cause and step.inject:
        cause = _("Noe skjedde: %(inject)s", **named(record.plan, {"inject": step.inject}))
    return TurnView(
        at=when.short(moment),
        text=step.text,
        cause=cause,
        lighter=step.better,
        way=_("lettere") if step.better else _("tyngre"),
        evidence=eyes.evidence([step.seq]),
    )
