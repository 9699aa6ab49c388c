"""Whose an act is: which verbs a seat is offered at all, by what it is there for."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.control import may_control
from simulator.play.coordinator import Coordinators
from simulator.play.pact import Pact
from simulator.play.roster import ke_of, leads
from webapp.regions.pact import pact
from webapp.regions.sight import Sight


def allowed(sight: Sight, verb: str) -> bool:
    """Whether the seat can do this now; the rules say why if it asks all the same."""
    check = _CHECKS.get(verb)
    return check is None or check(sight)


def is_ke(sight: Sight) -> bool:
    """Whether the seat is koordinerende enhet."""
    return bool(sight.seat) and sight.seat == ke_of(sight.state)


def _is_asked(sight: Sight) -> bool:
    offered = sight.state[Coordinators].offered
    return offered is not None and offered.appointed.to == sight.seat


_CHECKS: dict[str, Callable[[Sight], bool]] = {
    "need": lambda sight: bool(ke_of(sight.state)),
    "ask_family": is_ke,
    "appoint": is_ke,
    "post_decline": _is_asked,
    "release": lambda sight: leads(sight.state, sight.seat),
    "control": lambda sight: may_control(sight.state, sight.seat),
    "pact": lambda sight: pact(sight).may_write,
    "reopen": lambda sight: sight.state[Pact].stands is not None,
}
