"""Stafettlogg: who takes part, what was done and how it went; child and parents share it (M13)."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.care_plan import CarePlan
from simulator.play.relay_log import LogLine, RelayLog
from webapp.regions import storytime
from webapp.regions.care_plan import GoalView, care_plan, effect, verdict
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the day, who, and what."""

    day: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class RelayLogView:
    """The log. ``holder`` is one seat or '' (M14); ``goals`` is empty for who does not take part,
    and ``lines`` then tell that something was done, not what."""

    child: str
    takes_part: bool
    holder: str
    actors: str
    goals: tuple[GoalView, ...]
    lines: tuple[Line, ...]


def relay_log(sight: Sight) -> RelayLogView:
    """Planen as a log, newest first."""
    view = care_plan(sight)
    lines = reversed(sight.state[RelayLog].lines)
    return RelayLogView(
        view.child,
        view.takes_part,
        view.coordinator,
        view.actors,
        view.goals,
        tuple(
            Line(
                storytime.short_date(sight.moment_at(each.story_ms)),
                sight.seat_name(each.seat),
                _what(sight, each) if view.takes_part else _that(each),
            )
            for each in lines
        ),
    )


def _that(line: LogLine) -> str:
    """What sort of thing was done, without its words."""
    return {
        "goal": _("skrev et mål"),
        "measure": _("satte et tiltak"),
        "evaluated": _("evaluerte et tiltak"),
        "led": _("tok hovedansvaret for planen"),
        "baton": _("koordinerer fra nå"),
        "baton_let_go": _("koordinerer ikke lenger"),
    }[line.kind]


def _what(sight: Sight, line: LogLine) -> str:
    plan = sight.state[CarePlan]
    if line.kind == "goal":
        return f"{_that(line)}: {plan.goals[line.ref].words}"
    if line.kind == "measure":
        return f"{_that(line)}: {plan.measures[line.ref].text}"
    if line.kind == "evaluated":
        measure = plan.measures[line.ref]
        done = measure.evaluations[line.number - 1]
        how = f"{effect(done.effect)}, {verdict(done.verdict)}"
        return f"{_that(line)}: {measure.text} ({how})"
    return _that(line)
