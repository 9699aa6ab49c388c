"""Alternatives: what could have been done otherwise at one moment of a played exercise.

Only what the scenario's seats and the rules of play allow: each is tried on the state as it stood
before it is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scenarios.discussion import parted
from scenarios.duration import MINUTE, SECOND
from scenarios.plan import Plan
from simulator.again import command_of, to_another
from simulator.moments import NotForkableError, head_before
from simulator.play.clock import Clock, LegEnded
from simulator.play.kernel import FACILITATOR, Actor, Command, Entry, Refusal, State
from simulator.play.rooms import decide, evolve, new_state
from simulator.play.roster import TeamFormed, absent
from simulator.play.script import (
    HoldInject,
    InjectDelivered,
    InjectTriggered,
    ReleaseInject,
    Script,
    SkipInject,
)
from simulator.play.tasks import ClaimTask
from simulator.whatif import NO_ACTS, Step, act_at

MINUTES = (2, 5)
"""How many minutes of play something can be moved, either way."""

NOT_ASKED = NO_ACTS | {"item", "act"}
"""Families that nobody would wonder about: that something was opened, or taken back."""

How = Literal["without", "earlier", "later", "to", "by"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing to try. ``steps`` and ``again`` as ``simulator.whatif.change_at`` takes them, in
    whole seconds; ``seat`` is the other receiver or owner, ``minutes`` how far it is moved."""

    id: str
    how: How
    steps: tuple[Step, ...] = ()
    again: Step | None = None
    seat: str = ""
    minutes: int = 0


def askable(entries: Sequence[Entry]) -> frozenset[int]:
    """The entries at which something could be otherwise: acts of people, and injects, in play.
    Of a discussion none: what a room says to each other is not simulated."""
    formed = entries[0].event if entries else None
    if isinstance(formed, TeamFormed) and parted(formed.format)[1] == "diskusjon":
        return frozenset()
    playing, found, done = False, set(), ""
    for entry in entries:
        if entry.kind in ("play.started", "play.ended"):
            playing = entry.kind == "play.started"
        if not playing or (done and entry.command_id == done):
            continue
        if isinstance(entry.event, InjectDelivered):
            found.add(entry.seq)
        elif entry.actor.kind == "seat" and entry.kind.partition(".")[0] not in NOT_ASKED:
            found.add(entry.seq)
            done = entry.command_id or ""
    return frozenset(found)


def alternatives(plan: Plan, entries: Sequence[Entry], seq: int) -> tuple[Alternative, ...]:
    """What can be tried at ``seq``; nothing if it is neither an act nor an inject in play."""
    if seq not in askable(entries):
        return ()
    event, act = entries[seq - 1].event, act_at(entries, seq)
    try:
        if isinstance(event, InjectDelivered) and not act:
            return tuple(_of_inject(plan, entries, entries[seq - 1], event.inject))
        if isinstance(event, InjectDelivered):
            return tuple(_of_act(plan, entries, act, FACILITATOR, ReleaseInject(event.inject)))
        by = Actor("seat", act[0].actor.seat)
        return tuple(_of_act(plan, entries, act, by, command_of(plan, act)))
    except NotForkableError:
        return ()


def _of_act(
    plan: Plan, entries: Sequence[Entry], act: Sequence[Entry], by: Actor, command: Command | None
) -> Iterator[Alternative]:
    """Left undone, at another time, or to or by another; ``by`` is who acts in a fork."""
    yield Alternative("without", "without")
    if command is None:
        return
    at_ms, again = act[0].at_ms, Step(0, by, command)
    for minutes in MINUTES:
        moved = Step(-minutes * MINUTE, by, command)
        if _allowed(plan, entries, at_ms + moved.at_ms, by, command):
            yield Alternative(f"earlier-{minutes}", "earlier", (moved,), again, "", minutes)
    for minutes in MINUTES:
        if _goes_on(entries, at_ms, minutes):
            moved = Step(minutes * MINUTE, by, command)
            yield Alternative(f"later-{minutes}", "later", (moved,), None, "", minutes)
    yield from _of_others(plan, entries, at_ms, by, command)


def _of_others(
    plan: Plan, entries: Sequence[Entry], at_ms: int, by: Actor, command: Command
) -> Iterator[Alternative]:
    state = _before(plan, entries, at_ms)
    others = [seat for seat in plan.seats if seat != by.seat and seat not in absent(state)]
    if isinstance(command, ClaimTask):
        for seat in others:
            actor = Actor("seat", seat)
            if not isinstance(decide(state, actor, command), Refusal):
                yield Alternative(f"by-{seat}", "by", (Step(0, actor, command),), None, seat)
        return
    for seat in others:
        other = to_another(command, seat)
        if other is None or other == command or isinstance(decide(state, by, other), Refusal):
            continue
        yield Alternative(f"to-{seat}", "to", (Step(0, by, other),), None, seat)


def _of_inject(
    plan: Plan, entries: Sequence[Entry], delivered: Entry, inject: str
) -> Iterator[Alternative]:
    """Left out, or sent earlier or later by hand. Steps count from right after its delivery."""
    came = next(
        each.at_ms
        for each in entries
        if isinstance(each.event, InjectTriggered | InjectDelivered) and each.event.inject == inject
    )
    before = (came - delivered.at_ms) // SECOND * SECOND - 2 * SECOND
    skip, hold, release = SkipInject(inject), HoldInject(inject), ReleaseInject(inject)
    if _allowed(plan, entries, delivered.at_ms + before, FACILITATOR, skip):
        yield Alternative("without", "without", (Step(before, FACILITATOR, skip),))
    for minutes in MINUTES:
        moved = before - minutes * MINUTE
        if _waits(plan, entries, delivered.at_ms + moved, inject):
            sent = (Step(moved, FACILITATOR, release),)
            yield Alternative(f"earlier-{minutes}", "earlier", sent, None, "", minutes)
    for minutes in MINUTES:
        held = _allowed(plan, entries, delivered.at_ms + before, FACILITATOR, hold)
        if held and _goes_on(entries, delivered.at_ms, minutes):
            after = Step(minutes * MINUTE, FACILITATOR, release)
            steps = (Step(before, FACILITATOR, hold), after)
            yield Alternative(f"later-{minutes}", "later", steps, None, "", minutes)


def _before(plan: Plan, entries: Sequence[Entry], at_ms: int) -> State:
    """The state before play ms ``at_ms``. NotForkableError if nothing comes before it."""
    state = new_state(plan)
    for entry in entries[: head_before(entries, at_ms)]:
        evolve(state, entry)
    return state


def _allowed(plan: Plan, entries: Sequence[Entry], at_ms: int, by: Actor, command: Command) -> bool:
    try:
        return not isinstance(decide(_before(plan, entries, at_ms), by, command), Refusal)
    except NotForkableError:
        return False


def _waits(plan: Plan, entries: Sequence[Entry], at_ms: int, inject: str) -> bool:
    """Whether an inject waited at ``at_ms``, in its own scene."""
    try:
        state = _before(plan, entries, at_ms)
    except NotForkableError:
        return False
    in_scene = plan.leg_of[plan.injects[inject].scene].index == state[Clock].leg
    return in_scene and state[Script].stand(inject).phase == "waiting"


def _goes_on(entries: Sequence[Entry], at_ms: int, minutes: int) -> bool:
    """Whether the scene went on for that long."""
    ends = next((e.at_ms for e in entries if isinstance(e.event, LegEnded) and e.at_ms > at_ms), 0)
    return ends > at_ms + minutes * MINUTE
