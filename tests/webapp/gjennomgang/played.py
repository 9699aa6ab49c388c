"""An exercise played to its end in no real time: the wall is set to whatever happens next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from simulator.play.clock import Clock
from simulator.play.kernel import FACILITATOR
from simulator.play.steering import StartPlay
from webapp.runtime import Runtime

MOST_STEPS = 20_000


class Wall(Protocol):
    """A wall clock that can be set."""

    ms: int


def play_through(
    here: Runtime, wall: Wall, exercise_id: str, at_each: Callable[[int], None] = lambda _step: None
) -> None:
    """Start and play until over. ``at_each`` is called after each step with its number."""
    conduct = here.conduct
    conduct.steer(exercise_id, FACILITATOR, StartPlay(), "start-it")
    for step in range(MOST_STEPS):
        at_each(step)
        row = here.store.exercise(exercise_id)
        if conduct.clock(exercise_id)[Clock].phase == "over":
            return
        if row.running:
            due = [team.next_due_at for team in here.store.teams(exercise_id)]
            due.append(conduct.next_step_at(exercise_id))
            next_at = min(at for at in due if at is not None)
            wall.ms = max(wall.ms, row.anchor_wall + next_at - row.anchor_at)
        elif row.resume_wall is not None:
            wall.ms = max(wall.ms, row.resume_wall)
        conduct.tick(exercise_id)
    raise AssertionError("still playing")
