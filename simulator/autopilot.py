"""The autopilot: what the exercise's clock does by itself, over all teams, and when."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.deadlines import protected_until
from simulator.journal.store_contract import ExerciseRow
from simulator.play.clock import Clock, leg_ends_at, leg_of, play_at, story_of_elapsed
from simulator.play.kernel import Command, State
from simulator.play.probes import OpenProbe, Probes
from simulator.play.roster import Roster
from simulator.play.steering import next_step


def play_now(row: ExerciseRow, wall: int) -> int:
    """Play ms of an exercise at wall ms ``wall``: real time since its anchor, net of pauses."""
    if not row.running:
        return row.anchor_at
    return row.anchor_at + max(wall - row.anchor_wall, 0)


def autopilot_step(clock: State, teams: Iterable[State] | None) -> tuple[int, Command] | None:
    """The next step and its play ms: a probe, or the end of a leg. ``clock`` is the exercise's own
    clock; ``teams`` decide whether a scene's end must wait (None: as if nobody were protected)."""
    probe = _next_probe(clock)
    step = next_step(clock, _protected(clock, teams))
    if probe and (step is None or probe[0] <= step[0]):
        return probe
    return step


class Steps:
    """When the next step of each exercise comes, worked out anew only when what it rests on has
    grown: it is asked for many times a second.

    Who is protected moves it only where a scene is held for them; else no team is looked at.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, ...], int | None]] = {}

    def at(self, exercise_id: str, clock: State, teams: Iterable[State]) -> int | None:
        """Play ms of the next step, None if there is none."""
        waited = [*teams] if clock[Clock].phase == "held" else None
        heads = (clock.seq, *(team.seq for team in waited or ()))
        known, at_ms = self._known.get(exercise_id, ((), None))
        if known != heads:
            step = autopilot_step(clock, waited)
            at_ms = step[0] if step else None
            self._known[exercise_id] = heads, at_ms
        return at_ms


def _protected(clock: State, teams: Iterable[State] | None) -> int | None:
    ends = leg_ends_at(clock) if clock[Clock].phase == "leg" else clock[Clock].phase_started_at
    if ends is None or teams is None:
        return None
    waits = [protected_until(team, ends) for team in teams]
    return max((wait for wait in waits if wait is not None), default=None)


def _next_probe(clock: State) -> tuple[int, Command] | None:
    leg = leg_of(clock)
    if leg is None or clock[Clock].phase != "leg" or clock[Clock].paused:
        return None
    for probe in clock.plan.probes.values():
        if probe.scene != leg.scene.id or probe.id in clock[Probes].asked:
            continue
        if leg.scene.kind != "play":
            return clock[Clock].leg_started_at + probe.at.ms, OpenProbe(probe.id)
        at_ms = play_at(clock, story_of_elapsed(clock, probe.at.ms))
        if at_ms is not None:
            return at_ms, OpenProbe(probe.id)
    return None


def all_answered(state: State, probe: str) -> bool:
    """Whether every person of a team has answered ``probe``."""
    stand = state[Probes].asked.get(probe)
    chairs = state[Roster].chairs.items()
    people = [seat for seat, chair in chairs if chair.player == "person"]
    return stand is not None and all(seat in stand.answers for seat in people)
