"""Services: the hands that seats share, and when a service is open or reads what comes.

A seat belongs to the service of its first role that has one. Hands are a SimPy resource for all
the service's seats; opening hours and reading days move what a colleague does to a later time.
"""

from __future__ import annotations

from collections import OrderedDict

from scenarios.behaviour.services import Service, Work, behaviour
from scenarios.duration import MINUTE, SECOND
from simulator.play.calendar import calendar_of
from simulator.play.clock import leg_ends_at, leg_of, play_at, story_at
from simulator.play.kernel import State
from simulator.play.opening import opening
from simulator.play.roster import Roster, TeamFormed

IN_WRITING = frozenset(
    {"takeover", "reply", "accept", "assess", "review", "settle", "come", "inform", "see"}
)
"""Intentions (``verb:what``) that answer something that came in writing."""
WRITTEN = frozenset({"message", "letter", "record"})
"""Channels of an inject that are read, and not met."""
JUMP_MS = MINUTE
"""Play time after a scene's end from which what waited for a later day is done."""
MOST_TEAMS = 512

_composed: OrderedDict[int, tuple[TeamFormed, dict[str, Work]]] = OrderedDict()


def service_of(state: State, seat: str) -> Service | None:
    """The service ``seat`` belongs to; None if none of its roles has one."""
    return behaviour().service_for(state.plan.seats[seat].roles)


def queue_of(state: State, seat: str) -> str:
    """The queue in which what ``seat`` wants to do waits for hands: its service's, else its own."""
    service = service_of(state, seat)
    return service.id if service else seat


def hands(state: State, queue: str) -> int:
    """How many can have something in hand at once in ``queue``."""
    work = _work(state, queue)
    return work.hands or 1 if work else 1


def takes_ms(state: State, seat: str) -> int:
    """Play ms that one act of ``seat`` keeps a pair of hands."""
    work = _work(state, queue_of(state, seat))
    return (work.takes_s or 4) * SECOND if work else 4 * SECOND


def open_at(state: State, seat: str, what: str, due_at: int) -> int:
    """Play ms at which ``seat`` does what it meant to do at ``due_at``: then, or once it is open.

    What is acute waits for nobody's opening hours. If the service does not open in the scene under
    way, it is done as soon as the next one begins.
    """
    work, leg = _work(state, queue_of(state, seat)), leg_of(state)
    if work is None or leg is None or leg.scene.kind != "play" or _is_acute(state, what):
        return due_at
    times = opening(work, leg.scene.unit, written=_is_written(state, what))
    if times.always:
        return due_at
    calendar = calendar_of(state.plan.scenario)
    wanted = calendar.moment(story_at(state, due_at))
    opens = times.after(calendar, wanted)
    if opens <= wanted:
        return due_at
    later = play_at(state, calendar.story_ms(opens))
    ends = leg_ends_at(state)
    if later is not None and (ends is None or later < ends):
        return max(due_at, later)
    return due_at if ends is None else max(due_at, ends + JUMP_MS)


def _is_written(state: State, what: str) -> bool:
    verb, _, name = what.partition(":")
    if verb != "expected":
        return verb in IN_WRITING
    return state.plan.expected[name][0].channel in WRITTEN


def _is_acute(state: State, what: str) -> bool:
    verb, _, name = what.partition(":")
    return verb == "expected" and state.plan.expected[name][0].acute


def _work(state: State, queue: str) -> Work | None:
    """How the service of ``queue`` works in this team; None if it is no service's."""
    formed = state[Roster].formed
    known = behaviour().services
    if queue not in known:
        return None
    if formed is None:
        return known[queue].work
    kept = _composed.get(id(formed))
    if kept is None or kept[0] is not formed:
        kept = _composed[id(formed)] = (formed, {})
        while len(_composed) > MOST_TEAMS:
            _composed.popitem(last=False)
    found = kept[1].get(queue)
    if found is None:
        found = kept[1][queue] = behaviour().work_of(queue, formed.kommune, formed.barriers)
    return found
