"""The clock: scenes, jumps, pace, pause. Play time in, story time out; whole milliseconds.

Clock commands come from the facilitator or the autopilot and stand in the exercise's clock log;
every team's journal holds a copy of each entry as an input (decisions 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from scenarios.duration import MINUTE
from scenarios.plan import Plan, PlannedLeg
from simulator.play.calendar import calendar_of
from simulator.play.kernel import Entry, Event, State, wire

INTERLUDE_MS = MINUTE
"""'Hvem har hva i ventetiden?' before a jump (mechanics 2)."""
HOLD_MS = 3 * MINUTE
"""The longest a scene's end waits for protected matters (decisions 3)."""

Phase = Literal["lobby", "leg", "held", "interlude", "over"]


@dataclass
class Clock:
    """Where the exercise stands. ``leg`` is an index into the plan's legs, -1 before the first."""

    phase: Phase = "lobby"
    paused: bool = False
    auto: bool = True
    leg: int = -1
    leg_started_at: int = 0
    phase_started_at: int = 0
    anchor_at: int = 0
    """Play ms at which ``anchor_elapsed`` (story ms into the scene, in its unit) held."""
    anchor_elapsed: int = 0
    pace_ms: int = 0
    """Real ms for one unit of the leg under way."""
    extra_ms: int = 0
    """Real ms added to a told or meeting leg."""


@wire("play.started")
class PlayStarted(Event):
    """Play began."""


@wire("leg.started")
class LegStarted(Event):
    """A leg began; its scene's story date holds from here."""

    leg: int


@wire("leg.held")
class LegHeld(Event):
    """The scene has run out, but waits for somebody's protected time."""

    leg: int


@wire("leg.ended")
class LegEnded(Event):
    """A leg ended."""

    leg: int


@wire("interlude.started")
class InterludeStarted(Event):
    """The minute before a jump began."""


@wire("clock.paused")
class ClockPaused(Event):
    """Play time stands."""


@wire("clock.resumed")
class ClockResumed(Event):
    """Play time runs again."""


@wire("clock.paced")
class ClockPaced(Event):
    """The leg's pace changed."""

    pace_ms: int


@wire("clock.extended")
class ClockExtended(Event):
    """The told or meeting leg got more time."""

    more_ms: int


@wire("clock.autopilot_set")
class AutopilotSet(Event):
    """Whether legs end by themselves."""

    on: bool


@wire("play.ended")
class PlayEnded(Event):
    """Play is over; førsteinntrykk and gjennomgang follow."""


# -- reading the clock ---------------------------------------------------------------------------


def leg_of(state: State) -> PlannedLeg | None:
    """The leg under way (also while held or in its interlude), or None."""
    index = state[Clock].leg
    return state.plan.legs[index] if 0 <= index < len(state.plan.legs) else None


def scene_id(state: State) -> str:
    """Id of the scene under way, or ''."""
    leg = leg_of(state)
    return leg.scene.id if leg else ""


def is_playing(state: State) -> bool:
    """Whether seats may act in the story: a leg or its interlude is under way."""
    return state[Clock].phase in ("leg", "held", "interlude")


def runs(state: State) -> bool:
    """Whether story time moves with play time."""
    leg = leg_of(state)
    return state[Clock].phase == "leg" and leg is not None and leg.scene.kind == "play"


def elapsed_at(state: State, at_ms: int) -> int:
    """Story ms into the scene, counted in its unit's time, at play time ``at_ms``."""
    clock, leg = state[Clock], leg_of(state)
    if leg is None:
        return 0
    if clock.phase != "leg" or leg.scene.kind != "play":
        return clock.anchor_elapsed
    passed = (at_ms - clock.anchor_at) * leg.unit_ms // clock.pace_ms
    return min(clock.anchor_elapsed + max(passed, 0), leg.length * leg.unit_ms)


def story_opens(plan: Plan) -> int:
    """Story ms at which a journal of ``plan`` begins: 0, or its first scene that is not merely told
    if that lies before the scenario's ``story_start``."""
    first = next((leg.scene for leg in plan.legs if leg.scene.kind != "told"), None)
    return min(0, calendar_of(plan.scenario).story_ms(first.starts)) if first else 0


def story_at(state: State, at_ms: int) -> int:
    """Story ms at play time ``at_ms`` (where the journal begins, before the first leg)."""
    return story_of_elapsed(state, elapsed_at(state, at_ms))


def story_of_elapsed(state: State, elapsed_ms: int) -> int:
    """Story ms that lies ``elapsed_ms`` (in the scene's unit) after the scene's start."""
    leg = leg_of(state)
    if leg is None:
        return story_opens(state.plan)
    calendar = calendar_of(state.plan.scenario)
    if leg.scene.unit == "workday":
        return calendar.story_ms(calendar.after_work(leg.scene.starts, elapsed_ms))
    return calendar.story_ms(leg.scene.starts + timedelta(milliseconds=elapsed_ms))


def elapsed_of(state: State, story_ms: int) -> int:
    """Story ms into the scene, in its unit's time, that ``story_ms`` lies."""
    leg = leg_of(state)
    if leg is None:
        return 0
    calendar = calendar_of(state.plan.scenario)
    moment = calendar.moment(story_ms)
    if leg.scene.unit == "workday":
        return calendar.work_between(leg.scene.starts, moment)
    return max(story_ms - calendar.story_ms(leg.scene.starts), 0)


def play_at(state: State, story_ms: int) -> int | None:
    """Play ms at which the story reaches ``story_ms`` at this pace; None if not in this leg.

    A time already passed gives the anchor's own play time.
    """
    clock, leg = state[Clock], leg_of(state)
    if leg is None or not runs(state):
        return None
    elapsed = elapsed_of(state, story_ms)
    if elapsed > leg.length * leg.unit_ms:
        return None
    ahead = max(elapsed - clock.anchor_elapsed, 0)
    return clock.anchor_at + -(-ahead * clock.pace_ms // leg.unit_ms)


def leg_ends_at(state: State) -> int | None:
    """Play ms at which the leg under way runs out, or None when none is, or none does by itself."""
    clock, leg = state[Clock], leg_of(state)
    if leg is None or clock.phase != "leg" or state.plan.is_discussion:
        return None
    if leg.scene.kind != "play":
        return clock.leg_started_at + leg.lasts_ms + clock.extra_ms
    ahead = leg.length * leg.unit_ms - clock.anchor_elapsed
    return clock.anchor_at + -(-ahead * clock.pace_ms // leg.unit_ms)


# -- folds ---------------------------------------------------------------------------------------


def _phase(clock: Clock, phase: Phase, at_ms: int) -> None:
    clock.phase, clock.phase_started_at = phase, at_ms


def _freeze(state: State, at_ms: int) -> None:
    clock = state[Clock]
    clock.anchor_elapsed, clock.anchor_at = elapsed_at(state, at_ms), at_ms


def _on_started(_state: State, _entry: Entry, _event: PlayStarted) -> None:
    """The first leg's start, in the same instant, does the rest."""


def _on_leg_started(state: State, entry: Entry, event: LegStarted) -> None:
    clock = state[Clock]
    _phase(clock, "leg", entry.at_ms)
    clock.leg, clock.leg_started_at = event.leg, entry.at_ms
    clock.anchor_at, clock.anchor_elapsed, clock.extra_ms = entry.at_ms, 0, 0
    clock.pace_ms = state.plan.legs[event.leg].pace_ms


def _on_held(state: State, entry: Entry, _event: LegHeld) -> None:
    _freeze(state, entry.at_ms)
    _phase(state[Clock], "held", entry.at_ms)


def _on_leg_ended(state: State, entry: Entry, _event: LegEnded) -> None:
    _freeze(state, entry.at_ms)
    _phase(state[Clock], "held", entry.at_ms)


def _on_interlude(state: State, entry: Entry, _event: InterludeStarted) -> None:
    _phase(state[Clock], "interlude", entry.at_ms)


def _on_paused(state: State, _entry: Entry, _event: ClockPaused) -> None:
    state[Clock].paused = True


def _on_resumed(state: State, _entry: Entry, _event: ClockResumed) -> None:
    state[Clock].paused = False


def _on_paced(state: State, entry: Entry, event: ClockPaced) -> None:
    _freeze(state, entry.at_ms)
    state[Clock].pace_ms = event.pace_ms


def _on_extended(state: State, _entry: Entry, event: ClockExtended) -> None:
    state[Clock].extra_ms += event.more_ms


def _on_autopilot(state: State, _entry: Entry, event: AutopilotSet) -> None:
    state[Clock].auto = event.on


def _on_ended(state: State, entry: Entry, _event: PlayEnded) -> None:
    _freeze(state, entry.at_ms)
    _phase(state[Clock], "over", entry.at_ms)
    state[Clock].paused = False


FOLDS: dict[type[Event], Callable[[State, Entry, Any], None]] = {
    PlayStarted: _on_started,
    LegStarted: _on_leg_started,
    LegHeld: _on_held,
    LegEnded: _on_leg_ended,
    InterludeStarted: _on_interlude,
    ClockPaused: _on_paused,
    ClockResumed: _on_resumed,
    ClockPaced: _on_paced,
    ClockExtended: _on_extended,
    AutopilotSet: _on_autopilot,
    PlayEnded: _on_ended,
}
