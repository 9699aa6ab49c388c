"""What to change in a script: findings as data, for a page or a terminal to put in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.rehearsal.tally import Tally
from facilitator.watch import IDLE_MS
from scenarios.duration import SECOND
from scenarios.plan import Plan
from simulator.play.clock import HOLD_MS

ENOUGH_RUNS = 10
"""Runs below which 'never' and 'always' say too little to be told."""
OFTEN, SELDOM = 50, 10
"""Percent of runs from which something is the rule, and below which it is the exception."""
LONG_HOLD_S = 60
"""A scene that usually waits longer than this has too little time."""
LONG_WAIT_S = 120
"""An inject that the load budget usually keeps back longer than this comes at a bad time."""
GIVEN_FIRST = 6
"""Seats whose idle time is worth a word when nobody said which are manned: those given first."""
IDLE_S = IDLE_MS // SECOND
FLAT = 20
"""Thousandths between the tenth and the ninetieth percent under which an index hardly moves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to change: ``code``, what it is about (an id of the scenario, '' for all of it),
    and whole numbers that fill its sentence."""

    code: str
    about: str
    figures: Mapping[str, int] = field(default_factory=dict)


def findings(plan: Plan, tally: Tally, manned: Sequence[str] = ()) -> list[Finding]:
    """What the tally shows, gravest first; within one code in the scenario's own order.

    Who has too much or too little to do is told of the ``manned`` seats, or of those that people
    are given first.
    """
    people = manned or plan.format.seats[:GIVEN_FIRST]
    return [
        *(found for look in BEFORE for found in look(plan, tally)),
        *_seats(people, tally),
        *(found for look in AFTER for found in look(plan, tally)),
    ]


def _failed(_plan: Plan, tally: Tally) -> Iterator[Finding]:
    for code in ("hung", "error"):
        first = next((each for each in tally.failures if each.code == code), None)
        if first:
            count = sum(each.code == code for each in tally.failures)
            yield Finding(code, "", {"count": count, "seed": first.seed})


def _scenes(plan: Plan, tally: Tally) -> Iterator[Finding]:
    for leg in plan.legs:
        scene, planned = leg.scene.id, leg.lasts_ms // SECOND
        real, held = tally.spread("scene", scene), tally.spread("hold", scene)
        over = real.above(planned + HOLD_MS // SECOND + 1)
        figures = {"planned_s": planned, "median_s": real.median, "p90_s": real.at(90)}
        if over:
            yield Finding("scene_over", scene, {**figures, "percent": _percent(over, real.n)})
        elif held.median >= LONG_HOLD_S:
            held_often = _percent(held.above(0), held.n)
            figures |= {"hold_s": held.median, "percent": held_often}
            yield Finding("scene_holds", scene, figures)


def _seats(people: Sequence[str], tally: Tally) -> Iterator[Finding]:
    for seat in people:
        over = tally.spread("crowd", seat)
        percent = _percent(over.above(0), over.n)
        if percent >= SELDOM:
            yield Finding("seat_crowded", seat, {"percent": percent, "most": over.most})
    for seat in people:
        idle = tally.spread("idle", seat)
        percent = _percent(idle.above(IDLE_S), idle.n)
        if percent >= OFTEN:
            yield Finding("seat_idle", seat, {"percent": percent, "minutes": idle.median // 60})


def _injects(plan: Plan, tally: Tally) -> Iterator[Finding]:
    for inject in plan.injects.values():
        became = tally.outcome("inject", inject.id)
        runs, came = became.total(), became["delivered"]
        figures = {why: became[why] for why in ("condition", "load", "waiting")}
        if runs >= ENOUGH_RUNS and not came:
            why = max(figures, key=lambda each: figures[each])
            yield Finding(f"inject_never_{why}", inject.id, {"runs": runs, **figures})
        elif _percent(became["load"], runs) >= SELDOM:
            yield Finding("inject_load", inject.id, {"percent": _percent(became["load"], runs)})
        elif inject.when is not None and runs >= ENOUGH_RUNS and came == runs:
            yield Finding("inject_always", inject.id, {"runs": runs})
        waited = tally.spread("wait", inject.id)
        if waited.median >= LONG_WAIT_S:
            yield Finding("inject_waits", inject.id, {"minutes": waited.median // 60})


def _handovers(plan: Plan, tally: Tally) -> Iterator[Finding]:
    for handover in plan.handovers:
        became = tally.outcome("handover", handover)
        due = became.total() - became["not_due"]
        made = due - became["none"]
        figures = {"due": due, "made": made, "closed": became["told"]}
        if became.total() >= ENOUGH_RUNS and not due:
            yield Finding("handover_not_due", handover, figures)
        elif due >= ENOUGH_RUNS and _percent(made, due) < SELDOM:
            yield Finding("handover_not_made", handover, figures)
        elif made >= ENOUGH_RUNS and _percent(became["told"], made) < SELDOM:
            yield Finding("handover_not_closed", handover, figures)


def _acts(plan: Plan, tally: Tally) -> Iterator[Finding]:
    for expected in plan.expected:
        became = tally.outcome("act", expected)
        asked = became.total() - became["not_asked"]
        done = became["in_time"] + became["late"]
        if asked >= ENOUGH_RUNS and not done:
            yield Finding("act_never", expected, {"asked": asked})
        elif asked >= ENOUGH_RUNS and not became["in_time"]:
            yield Finding("act_late", expected, {"asked": asked, "done": done})


def _indices(_plan: Plan, tally: Tally) -> Iterator[Finding]:
    for r in tally.indices:
        index, without = tally.spread("index", r), tally.outcome("index", r)["none"]
        if not index.n and without:
            yield Finding("index_none", r, {"runs": without})
        elif index.n >= ENOUGH_RUNS and index.at(90) - index.at(10) < FLAT:
            yield Finding("index_flat", r, {"index": index.median // 10})


def _percent(part: int, whole: int) -> int:
    return part * 100 // whole if whole else 0


Look = Callable[[Plan, Tally], Iterator[Finding]]
BEFORE: tuple[Look, ...] = (_failed, _scenes)
AFTER: tuple[Look, ...] = (_injects, _handovers, _acts, _indices)
CODES = (
    "hung", "error", "scene_over", "scene_holds", "seat_crowded", "seat_idle",
    "inject_never_condition", "inject_never_load", "inject_never_waiting", "inject_load",
    "inject_always", "inject_waits", "handover_not_due", "handover_not_made",
    "handover_not_closed", "act_never", "act_late", "index_none", "index_flat",
)  # fmt: skip
"""Every code a finding can have; each has a sentence and a remedy."""
