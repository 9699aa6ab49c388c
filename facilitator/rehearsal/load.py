"""What comes to each seat: items per ten minutes, what the budget allows, and who has nothing."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.rehearsal.scenes import PlayedLeg
from facilitator.rehearsal.tally import Tally
from scenarios.duration import SECOND
from scenarios.plan import Plan
from simulator.engine.load import FIRST_MS, WINDOW_MS
from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import Entry, State
from simulator.play.roster import ABSENCE, profile_of


def read_load(
    tally: Tally, plan: Plan, entries: Sequence[Entry], state: State, legs: Sequence[PlayedLeg]
) -> None:
    """Tally the load of every seat of the team that is there."""
    ends_at = entries[-1].at_ms
    items: dict[str, list[Item]] = {seat: [] for seat in plan.seats}
    for item in state[Inbox].items.values():
        items[item.seat].append(item)
    for seat, own in items.items():
        if profile_of(state, seat) == ABSENCE:
            continue
        scripted = [item.delivered_at for item in own if item.kind == "inject"]
        for number in range(-(-max(ends_at, 1) // WINDOW_MS)):
            window = range(number * WINDOW_MS, (number + 1) * WINDOW_MS)
            about = f"{seat}:{number}"
            tally.add("scripted", about, sum(at in window for at in scripted))
            tally.add("items", about, sum(item.delivered_at in window for item in own))
        tally.add("crowd", seat, _most_over(plan, scripted, legs))
        gaps = [gap for leg in legs if leg.is_play for gap in _gaps(own, leg)]
        tally.add("idle", seat, max(gaps, default=0) // SECOND)


def allowed(plan: Plan, at_ms: int, legs: Sequence[PlayedLeg]) -> int:
    """The most injects that the budget lets a seat have had by play ms ``at_ms``: since the start
    in the first quarter of an hour, after that in the last ten minutes."""
    load = plan.format.load
    if at_ms < FIRST_MS:
        return load.first_15_min
    scene = next((leg.scene for leg in reversed(legs) if leg.starts_at <= at_ms), "")
    acute = scene in plan.scenes and plan.scenes[scene].acute
    return load.per_10_min_acute if acute else load.per_10_min


def _most_over(plan: Plan, delivered: Sequence[int], legs: Sequence[PlayedLeg]) -> int:
    """How far the seat was beyond its budget when it was worst; 0 or less if it never was."""
    worst = -plan.format.load.per_10_min
    for place, at_ms in enumerate(delivered):
        since = 0 if at_ms < FIRST_MS else at_ms - WINDOW_MS
        had = sum(each >= since for each in delivered[: place + 1])
        worst = max(worst, had - allowed(plan, at_ms, legs))
    return worst


def _gaps(own: Sequence[Item], leg: PlayedLeg) -> list[int]:
    """Play ms of each stretch of a scene in which nothing waited on the seat and nothing came."""
    gaps, free_at = [], leg.starts_at
    for item in sorted(own, key=lambda each: each.delivered_at):
        if item.delivered_at >= leg.ends_at:
            break
        if item.delivered_at > free_at:
            gaps.append(item.delivered_at - free_at)
        busy_until = item.delivered_at
        if item.waits:
            busy_until = leg.ends_at if item.closed_at is None else item.closed_at
        free_at = max(free_at, busy_until)
    gaps.append(max(leg.ends_at - leg.held_ms - free_at, 0))
    return gaps
