"""Formats whose timed injects alone give somebody more than the load budget allows."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case
from scenarios.duration import MINUTE
from scenarios.finding import Finding
from scenarios.plan import Plan
from scenarios.schema import Inject

FIRST = 15 * MINUTE
WINDOW = 10 * MINUTE

Item = tuple[int, Inject]
"""Planned play time (ms) and what comes then."""


def check(case: Case) -> Iterator[Finding]:
    """Per format and seat: the first 15 minutes of play, then every 10 minutes.

    Injects on conditions are left to the rehearsal; here only those count that always come.
    """
    for plan in case.plans.values():
        for seat in plan.seats:
            yield from _seat(case, plan, seat, _items(plan, seat))


def _items(plan: Plan, seat: str) -> list[Item]:
    items = [
        (at, inject)
        for inject in plan.injects.values()
        if seat in inject.to and inject.scene in plan.leg_of
        if (at := plan.play_ms_of(inject)) is not None
    ]
    return sorted(items, key=lambda item: item[0])


def _seat(case: Case, plan: Plan, seat: str, items: list[Item]) -> Iterator[Finding]:
    budget = plan.format.load
    first = [item for item in items if item[0] < FIRST]
    if len(first) > budget.first_15_min:
        yield _finding(
            case, plan, seat, first, budget.first_15_min, "in the first 15 minutes of play"
        )
        items = items[len(first) :]
    while items:
        start = items[0][0]
        window = [item for item in items if item[0] < start + WINDOW]
        acute = any(plan.scenes[inject.scene].acute for _, inject in window)
        most = budget.per_10_min_acute if acute else budget.per_10_min
        if len(window) > most:
            words = f"in the 10 minutes from minute {start // MINUTE} of play"
            yield _finding(case, plan, seat, window, most, words)
            items = items[len(window) :]
        else:
            items = items[1:]


def _finding(case: Case, plan: Plan, seat: str, items: list[Item], most: int, when: str) -> Finding:
    names = ", ".join(inject.id for _, inject in items)
    return case.at(
        ("injects", items[most][1].id, "at"),
        f"'{seat}' gets {len(items)} injects {when} in format '{plan.name}' ({names}); "
        f"its load budget is {most}",
        "move one of them, give it to another seat, or let it wait on a condition",
        "load.over-budget",
    )
