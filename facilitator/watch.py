"""By exception: what in a team the øvingsleder would want to know of now, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.duration import MINUTE
from simulator.play.baton import Baton
from simulator.play.care import Care
from simulator.play.clock import Clock, is_playing
from simulator.play.inbox import Inbox
from simulator.play.kernel import State
from simulator.play.passes import Handovers
from simulator.play.roster import Roster
from simulator.play.tasks import Tasks

IDLE_MS = 6 * MINUTE
"""Nobody should be idle longer (mechanics 2)."""
UNOWNED_MS = 3 * MINUTE
"""A task may stand this long without an owner before it is worth a look."""
CROWDED = 3
"""More things than this waiting on one person are too many."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One exception: a code (``watch.<code>``), what fills it, and since which play ms."""

    code: str
    about: dict[str, str]
    since: int
    urgent: bool = False


def notices(state: State, at_ms: int) -> list[Notice]:
    """The team's exceptions at play ms ``at_ms``: urgent first, then the longest standing."""
    found = [*_care(state)]
    if is_playing(state) and not state.plan.is_discussion:
        found += [*_handovers(state), *_tasks(state, at_ms), *_seats(state, at_ms)]
    return sorted(found, key=lambda each: (not each.urgent, each.since))


def _care(state: State) -> Iterator[Notice]:
    for seat, participant, at_ms in state[Care].touched:
        yield Notice("touched", {"seat": seat, "participant": participant}, at_ms, urgent=True)


def _handovers(state: State) -> Iterator[Notice]:
    for each in state[Handovers].passes.values():
        about = {"sender": each.sender, "receiver": each.receiver}
        if each.step in ("offered", "seen") and each.reminded:
            yield Notice("handover_waits", about, each.times["offered"], urgent=True)
        elif each.step == "declined":
            yield Notice("handover_declined", about, each.times["declined"])


def _tasks(state: State, at_ms: int) -> Iterator[Notice]:
    for task, stand in state[Tasks].stands.items():
        about = {"task": state.plan.tasks[task].text}
        if stand.live and not stand.owners and at_ms - stand.opened_at > UNOWNED_MS:
            yield Notice("task_unowned", about, stand.opened_at)
        elif stand.live and len(stand.owners) > 1:
            yield Notice("task_doubled", about, stand.opened_at)
    if not state[Baton].holder:
        yield Notice("nobody_coordinates", {}, state[Baton].since_ms)


def _seats(state: State, at_ms: int) -> Iterator[Notice]:
    roster, started = state[Roster], state[Clock].leg_started_at
    for seat, chair in roster.chairs.items():
        if chair.player != "person":
            continue
        items = state[Inbox].of(seat)
        waiting = [item for item in items if item.open]
        if len(waiting) > CROWDED:
            about = {"seat": seat, "count": str(len(waiting))}
            yield Notice("crowded", about, waiting[0].delivered_at)
        last = max((_last_touch(item.delivered_at, item.closed_at) for item in items), default=0)
        if not waiting and at_ms - max(last, started) > IDLE_MS:
            yield Notice("idle", {"seat": seat}, max(last, started))


def _last_touch(delivered_at: int, closed_at: int | None) -> int:
    return max(delivered_at, closed_at or 0)
