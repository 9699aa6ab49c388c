"""Steering: what the facilitator and the autopilot may ask of the clock."""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.duration import MINUTE
from simulator.play.clock import (
    FOLDS,
    HOLD_MS,
    INTERLUDE_MS,
    AutopilotSet,
    Clock,
    ClockExtended,
    ClockPaced,
    ClockPaused,
    ClockResumed,
    InterludeStarted,
    LegEnded,
    LegHeld,
    LegStarted,
    PlayEnded,
    PlayStarted,
    leg_ends_at,
    leg_of,
    runs,
)
from simulator.play.kernel import Actor, Command, Event, Refusal, Room, State, wire


@wire("play.start")
class StartPlay(Command):
    """Begin with the first leg."""


@wire("clock.pause")
class Pause(Command):
    """Stop all clocks. Nothing falls due until :class:`Resume`."""


@wire("clock.resume")
class Resume(Command):
    """Go on after a pause."""


@wire("clock.pace")
class ChangePace(Command):
    """Play the leg under way at ``pace_ms`` real ms a unit (10 s to 10 min)."""

    pace_ms: int


@wire("clock.extend")
class Extend(Command):
    """Give the told or meeting leg under way ``more_ms`` more (up to 10 min at a time)."""

    more_ms: int


@wire("clock.autopilot")
class SetAutopilot(Command):
    """Let scenes end by themselves (``on``), or only when the facilitator says so."""

    on: bool


@wire("leg.hold")
class HoldLeg(Command):
    """Keep the story still at the scene's end while protected matters wait (autopilot)."""


@wire("leg.end")
class EndLeg(Command):
    """End the leg under way: on to the interlude, the next leg or the end of play."""


@wire("clock.jump")
class Jump(Command):
    """End the interlude and begin the next leg."""


@wire("play.end")
class EndPlay(Command):
    """End play now, wherever it stands."""


def next_step(state: State, protected_until: int | None) -> tuple[int, Command] | None:
    """What the autopilot would do next and when (play ms), or None.

    ``protected_until`` is the latest end of anybody's protected time, over all teams.
    """
    clock = state[Clock]
    if clock.paused or not clock.auto:
        return None
    if clock.phase == "interlude":
        return clock.phase_started_at + INTERLUDE_MS, Jump()
    if clock.phase == "held":
        longest = clock.phase_started_at + HOLD_MS
        return min(longest, protected_until or clock.phase_started_at), EndLeg()
    ends = leg_ends_at(state)
    if ends is None:
        return None
    leg = leg_of(state)
    waits = leg is not None and leg.scene.kind == "play" and (protected_until or 0) > ends
    return ends, HoldLeg() if waits else EndLeg()


# -- rules ---------------------------------------------------------------------------------------


def _start(state: State, _by: Actor, _command: StartPlay) -> Sequence[Event] | Refusal:
    if state[Clock].phase != "lobby":
        return Refusal("already_started")
    return [PlayStarted(), LegStarted(0)]


def _pause(state: State, _by: Actor, _command: Pause) -> Sequence[Event] | Refusal:
    clock = state[Clock]
    if clock.paused or clock.phase in ("lobby", "over"):
        return Refusal("not_running")
    return [ClockPaused()]


def _resume(state: State, _by: Actor, _command: Resume) -> Sequence[Event] | Refusal:
    return [ClockResumed()] if state[Clock].paused else Refusal("not_paused")


def _pace(state: State, _by: Actor, command: ChangePace) -> Sequence[Event] | Refusal:
    if not runs(state):
        return Refusal("story_stands_still")
    if not MINUTE // 6 <= command.pace_ms <= 10 * MINUTE:
        return Refusal("pace_out_of_range")
    return [ClockPaced(command.pace_ms)]


def _extend(state: State, _by: Actor, command: Extend) -> Sequence[Event] | Refusal:
    leg = leg_of(state)
    if leg is None or leg.scene.kind == "play" or leg_ends_at(state) is None:
        return Refusal("nothing_to_extend")
    if not 0 < command.more_ms <= 10 * MINUTE:
        return Refusal("pace_out_of_range")
    return [ClockExtended(command.more_ms)]


def _autopilot(_state: State, _by: Actor, command: SetAutopilot) -> Sequence[Event]:
    return [AutopilotSet(command.on)]


def _hold(state: State, _by: Actor, _command: HoldLeg) -> Sequence[Event] | Refusal:
    if state[Clock].phase != "leg":
        return Refusal("no_scene")
    return [LegHeld(state[Clock].leg)]


def _end_leg(state: State, _by: Actor, _command: EndLeg) -> Sequence[Event] | Refusal:
    clock = state[Clock]
    if clock.phase not in ("leg", "held"):
        return Refusal("no_scene")
    ended, following = LegEnded(clock.leg), clock.leg + 1
    if following >= len(state.plan.legs):
        return [ended, PlayEnded()]
    if state.plan.legs[following].jump:
        return [ended, InterludeStarted()]
    return [ended, LegStarted(following)]


def _jump(state: State, _by: Actor, _command: Jump) -> Sequence[Event] | Refusal:
    clock = state[Clock]
    return [LegStarted(clock.leg + 1)] if clock.phase == "interlude" else Refusal("no_interlude")


def _end(state: State, _by: Actor, _command: EndPlay) -> Sequence[Event] | Refusal:
    clock = state[Clock]
    if clock.phase in ("lobby", "over"):
        return Refusal("not_running")
    if clock.phase in ("leg", "held"):
        return [LegEnded(clock.leg), PlayEnded()]
    return [PlayEnded()]


ROOM = Room(
    "clock",
    rules={
        StartPlay: _start,
        Pause: _pause,
        Resume: _resume,
        ChangePace: _pace,
        Extend: _extend,
        SetAutopilot: _autopilot,
        HoldLeg: _hold,
        EndLeg: _end_leg,
        Jump: _jump,
        EndPlay: _end,
    },
    folds=FOLDS,
)
