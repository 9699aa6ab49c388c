"""The load budget: how much the script may ask of one seat (mechanics 2), alike for all seats."""

from __future__ import annotations

from scenarios.duration import MINUTE
from scenarios.schema import Inject
from simulator.engine import writing
from simulator.play.clock import leg_of
from simulator.play.expectations import Expectations
from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import State

FIRST_MS = 15 * MINUTE
WINDOW_MS = 10 * MINUTE


def _counts_as_open(state: State, item: Item) -> bool:
    if not item.open or item.late:
        return False
    if state.plan.format.load.over_jumps:
        return True
    asked = [each for each in state[Expectations].due.values() if each.item == item.id]
    return any(each.met_by is None and not each.lapsed for each in asked)


def wait_until(state: State, inject: Inject, at_ms: int) -> int | None:
    """None if ``inject`` may reach all its seats now; else the play ms to try again at.

    An acute inject is never kept back: safety goes before load. A late item no longer counts
    as open, or a silent seat would stop the script; nor, if the format says so, does one that a
    jump passed over. Who writes a handover is full for a while (:mod:`simulator.engine.writing`).
    """
    if inject.acute:
        return None
    waits = [_wait(state, inject, seat, at_ms) for seat in inject.to]
    return max((wait for wait in waits if wait is not None), default=None)


def _wait(state: State, inject: Inject, seat: str, at_ms: int) -> int | None:
    writes = writing.wait(state, inject, seat, at_ms)
    return _full(state, seat, at_ms) if writes is None else writes


def _full(state: State, seat: str, at_ms: int) -> int | None:
    load, leg = state.plan.format.load, leg_of(state)
    scripted = [item for item in state[Inbox].of(seat) if item.kind == "inject"]
    if sum(_counts_as_open(state, item) for item in scripted) >= load.open_at_once:
        return at_ms + 10_000
    if at_ms < FIRST_MS:
        return FIRST_MS if len(scripted) >= load.first_15_min else None
    most = load.per_10_min_acute if leg and leg.scene.acute else load.per_10_min
    recent = [item for item in scripted if item.delivered_at > at_ms - WINDOW_MS]
    return recent[-most].delivered_at + WINDOW_MS if len(recent) >= most else None
