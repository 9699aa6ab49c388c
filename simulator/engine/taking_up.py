"""Taking up: what a colleague who comes to a seat in the middle of play finds waiting there.

A colleague plans when something happens. One who comes later has missed it, so what the journal
asked of the seat is gone through again: what would still be done is planned, what is past is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from scenarios.duration import MINUTE
from simulator.engine.chance import draw
from simulator.engine.colleagues import planned, plays
from simulator.engine.policy import command_for
from simulator.engine.stimuli import SOONEST_MS, Intention, stimuli
from simulator.play.expectations import Expectations
from simulator.play.kernel import Entry, State
from simulator.play.matters import MatterPlanned
from simulator.play.undo import Acts

SPREAD_MS = MINUTE
"""Over how much real time a colleague takes up what it should have done already."""


def taken_up(
    state: State, entries: Iterable[Entry], seats: Collection[str], at_ms: int
) -> list[MatterPlanned]:
    """What colleagues who came to ``seats`` at play ms ``at_ms`` plan to do about ``entries``.

    ``state`` is what the entries fold to, with the colleagues in their seats.
    """
    withdrawn = state[Acts].withdrawn
    wanted: dict[tuple[str, str], Intention] = {}
    for entry in entries:
        if entry.seq in withdrawn:
            continue
        for each in stimuli(state, entry, lambda seat: plays(state, seat)):
            if each.seat in seats:
                wanted[each.seat, each.what] = each
    return [
        planned(state, each.seat, each.what, due)
        for each in wanted.values()
        if (due := _due(state, each, at_ms)) is not None
    ]


def _due(state: State, wanted: Intention, at_ms: int) -> int | None:
    """When it is done: at its own time, soon if that has passed, never if it is done or late."""
    if _is_settled(state, wanted.what):
        return None
    if wanted.due_at >= at_ms + SOONEST_MS:
        return wanted.due_at
    playing = plays(state, wanted.seat)
    if playing is None or not command_for(state, playing, wanted.seat, wanted.what):
        return None
    after = draw(state, wanted.seat, f"takes-up:{wanted.what}", SPREAD_MS)
    return at_ms + SOONEST_MS + after


def _is_settled(state: State, what: str) -> bool:
    """Whether an expected action has been met, has lapsed, or was never asked for."""
    verb, _, name = what.partition(":")
    if verb != "expected":
        return False
    found = state[Expectations].due.get(name)
    return found is None or not found.open or found.late
