"""How one indicator has gone from exercise to exercise: only against one's own past.

The teams of an exercise are taken together: nobody is ranked, and no other organisation is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from facilitator.improvement.row import Outcome

LEAST = 5
"""From how many observations on a value is shown (decisions 22)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One exercise. ``value`` is 0–1, None for too little to say anything by."""

    exercise_id: str
    played_wall: int
    n: int
    value: float | None


def trend(outcomes: Iterable[Outcome]) -> tuple[Point, ...]:
    """One point for each exercise, oldest first."""
    ordered = sorted(outcomes, key=lambda each: (each.played_wall, each.exercise_id))
    return tuple(
        _point(exercise_id, list(group))
        for exercise_id, group in groupby(ordered, key=lambda each: each.exercise_id)
    )


def _point(exercise_id: str, teams: list[Outcome]) -> Point:
    n = sum(each.n for each in teams)
    value = sum(each.value * each.n for each in teams) / n if n >= LEAST else None
    return Point(exercise_id, teams[0].played_wall, n, value)
