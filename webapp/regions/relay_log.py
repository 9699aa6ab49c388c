"""Stafettlogg: who takes part, what was done and how it went; child and parents share it (M13)."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.planned import CarePlan
from simulator.play.relay_log import LogLine, RelayLog
from webapp.regions import leave, storytime
from webapp.regions.care_plan import GoalView, care_plan, effect, verdict
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the log (from 1), the day, who, and what."""

    number: int
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
    lines = [each for each in reversed(sight.state[RelayLog].lines) if not each.gone]
    say = _what if view.takes_part else _that
    return RelayLogView(
        view.child,
        view.takes_part,
        view.coordinator,
        view.actors,
        view.goals,
        tuple(
            Line(
                each.line,
                storytime.short_date(sight.moment_at(each.story_ms)),
                whose(sight, each),
                say(sight, each),
            )
            for each in lines
        ),
    )


def noted(sight: Sight, number: str) -> LogLine | None:
    """The line that child or parents wrote, by the number a notice names it with."""
    found = sight.state[RelayLog].line(int(number)) if number.isdecimal() else None
    return found if found and found.kind in BY_FAMILY else None


def whose(sight: Sight, line: LogLine) -> str:
    """Who a line is from: a seat, the child by name, or the parents."""
    return leave.giver(sight, line.ref) if line.kind in BY_FAMILY else sight.seat_name(line.seat)


def in_words(sight: Sight, line: LogLine) -> str:
    """What child or parents wrote, and the line they speak of."""
    about = sight.state[RelayLog].line(line.number)
    parts = [
        _("Dette stemmer ikke.") if line.kind == "disputes" else "",
        leave.quoted(line.text),
        _("Det gjelder: %(line)s", line=_what(sight, about)) if about else "",
    ]
    return " ".join(part for part in parts if part)


def _that(_sight: Sight, line: LogLine) -> str:
    """What sort of thing was done, without its words."""
    return {
        "goal": _("skrev et mål"),
        "measure": _("satte et tiltak"),
        "evaluated": _("evaluerte et tiltak"),
        "led": _("tok hovedansvaret for planen"),
        "baton": _("koordinerer fra nå"),
        "baton_let_go": _("koordinerer ikke lenger"),
        "adds": _("la til noe"),
        "disputes": _("sa at noe ikke stemmer"),
    }[line.kind]


def _what(sight: Sight, line: LogLine) -> str:
    plan, that = sight.state[CarePlan], _that(sight, line)
    if line.kind in BY_FAMILY:
        return in_words(sight, line)
    if line.kind == "goal":
        return f"{that}: {sight.words(plan.goals[line.ref].words)}"
    if line.kind == "measure":
        return f"{that}: {sight.words(plan.measures[line.ref].text)}"
    if line.kind == "evaluated":
        measure = plan.measures[line.ref]
        done = measure.evaluations[line.number - 1]
        how = f"{effect(done.effect)}, {verdict(done.verdict)}"
        return f"{that}: {sight.words(measure.text)} ({how})"
    return that


BY_FAMILY = ("adds", "disputes")
"""Lines of child and parents."""
