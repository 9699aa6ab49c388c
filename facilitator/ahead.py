"""Look-ahead: what comes in the next minutes if nobody acts, for the console to put in words.

Read from a fork in which the people stay silent and colleagues play as they do now: injects,
deadlines that pass, and what the clock does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from facilitator.board import Waiting, in_words
from scenarios.duration import MINUTE
from scenarios.loader import Loaded
from simulator.fork import Fork
from simulator.play.clock import InterludeStarted, LegEnded, LegHeld, LegStarted, PlayEnded
from simulator.play.expectations import ExpectationLapsed, Expectations
from simulator.play.inbox import Inbox, ItemLate
from simulator.play.kernel import Entry, State
from simulator.play.probes import ProbeOpened
from simulator.play.script import InjectDelivered, InjectNotTaken, InjectTriggered, Script

AHEAD_MS = 5 * MINUTE
"""How far ahead, in real time of play."""

Code = Literal[
    "inject", "queue", "not_taken", "act", "item", "hold", "end", "interlude", "scene", "probe",
    "over",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that comes at play ms ``at_ms``.

    ``ref`` is the inject, expected action, item kind, scene or probe that ``code`` is about;
    ``seats`` whom it reaches or whose deadline it is; ``because`` the condition that fires.
    """

    at_ms: int
    code: Code
    ref: str = ""
    seats: tuple[str, ...] = ()
    because: tuple[Waiting, ...] = ()


def look_ahead(
    loaded: Loaded,
    entries: Sequence[Entry],
    now_ms: int,
    breathe: Callable[[], object] = lambda: None,
) -> tuple[Coming, ...]:
    """What comes within :data:`AHEAD_MS` of play ms ``now_ms``, after the journal's head.

    ``breathe`` as :class:`Fork` has it. NotForkableError while play is not under way.
    """
    fork = Fork(loaded, entries, entries[-1].seq if entries else 0, breathe=breathe)
    made = fork.play(now_ms + AHEAD_MS)
    state = fork.state
    return tuple(_once(each for entry in made[fork.head :] for each in _of(state, entry)))


def _of(state: State, entry: Entry) -> Iterator[Coming]:
    """What an entry of the fork is about; ``state`` is where the fork has come."""
    at_ms, event = entry.at_ms, entry.event
    match event:
        case InjectDelivered():
            condition = state.plan.injects[event.inject].when
            because = tuple(in_words(condition)) if condition else ()
            yield Coming(at_ms, "inject", event.inject, event.to, because)
        case InjectTriggered() if state[Script].stand(event.inject).phase == "triggered":
            seats = tuple(state.plan.injects[event.inject].to)
            yield Coming(at_ms, "queue", event.inject, seats)
        case InjectNotTaken():
            yield Coming(at_ms, "not_taken", event.inject)
        case ExpectationLapsed(how="late"):
            seat = state[Expectations].due[event.expected].seat
            yield Coming(at_ms, "act", event.expected, (seat,))
        case ItemLate() if event.item in state[Inbox].items:
            yield Coming(at_ms, "item", state[Inbox].items[event.item].kind, (event.seat,))
        case _:
            yield from _of_clock(state, entry)


def _of_clock(state: State, entry: Entry) -> Iterator[Coming]:
    at_ms, event, legs = entry.at_ms, entry.event, state.plan.legs
    match event:
        case LegHeld():
            yield Coming(at_ms, "hold", legs[event.leg].scene.id)
        case LegEnded():
            yield Coming(at_ms, "end", legs[event.leg].scene.id)
        case InterludeStarted():
            yield Coming(at_ms, "interlude")
        case LegStarted():
            yield Coming(at_ms, "scene", legs[event.leg].scene.id)
        case ProbeOpened():
            yield Coming(at_ms, "probe", event.probe)
        case PlayEnded():
            yield Coming(at_ms, "over")


def _once(found: Iterator[Coming]) -> Iterator[Coming]:
    """Without the item that is late together with the act it asks for."""
    acts: set[tuple[int, tuple[str, ...]]] = set()
    for each in found:
        if each.code == "act":
            acts.add((each.at_ms, each.seats))
        if each.code == "item" and each.ref == "inject" and (each.at_ms, each.seats) in acts:
            continue
        yield each
