"""How a seat behaves: its traits, composed from what its team was formed with.

In this order: its profile, a user's own or the house's; then what else the team was formed with
changes (:data:`LAYERS`). Nothing here draws lots, and nothing here knows a measure.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from scenarios.behaviour.profiles import profile
from scenarios.behaviour.traits import Traits, moved, with_values
from scenarios.plan import Plan
from simulator.engine import layers
from simulator.play.kernel import State
from simulator.play.roster import Roster, TeamFormed, profile_of

Layer = Callable[[TeamFormed, Plan, str], Mapping[str, int]]
"""What one layer moves up or down for a seat: trait → points."""

LAYERS: tuple[Layer, ...] = (layers.of_service, layers.of_kommune, layers.of_barriers)
"""What moves the traits of a profile, in order. A user's own is moved by all but the first: who
writes a profile has said what that service is like."""

MOST_TEAMS = 512
"""Teams whose seats are kept composed; one that was forgotten is composed anew."""

_composed: OrderedDict[int, tuple[TeamFormed, dict[str, Traits]]] = OrderedDict()


def traits_of(state: State, seat: str) -> Traits:
    """The traits ``seat`` plays by. KeyError names the profiles there are."""
    formed = state[Roster].formed
    if formed is None:
        return profile(profile_of(state, seat))
    seats = _seats_of(formed)
    found = seats.get(seat)
    if found is None:
        found = seats[seat] = compose(formed, state.plan, seat)
    return found


def compose(formed: TeamFormed, plan: Plan, seat: str) -> Traits:
    """The traits of ``seat`` in a team formed so."""
    name = formed.profiles.get(seat, "typical")
    own = formed.traits.get(name)
    traits = with_values(Traits(), own) if own is not None else profile(name)
    for layer in LAYERS if own is None else LAYERS[1:]:
        traits = moved(traits, layer(formed, plan, seat))
    return traits


def _seats_of(formed: TeamFormed) -> dict[str, Traits]:
    """Composed seats of a team; kept with it, so that no other can take its place by chance."""
    kept = _composed.get(id(formed))
    if kept is None or kept[0] is not formed:
        kept = _composed[id(formed)] = (formed, {})
        while len(_composed) > MOST_TEAMS:
            _composed.popitem(last=False)
    return kept[1]
