"""Which cards a seat's policy passes on: what comes along, and what another lawfully needs."""

from __future__ import annotations

from scenarios.behaviour.traits import Traits
from simulator.engine.chance import chance
from simulator.play.facts import Facts, basis_for
from simulator.play.grants import Grants
from simulator.play.kernel import State


def kept(state: State, traits: Traits, seat: str, cause: str, facts: list[str]) -> list[str]:
    """The cards that come along: some are lost on the way."""
    return [fact for fact in facts if chance(state, seat, f"card:{cause}:{fact}", traits.cards)]


def lawfully_needs(state: State, fact: str, seat: str) -> bool:
    """Whether ``seat`` needs ``fact``, may have it, and does not know it yet."""
    card = state.plan.facts[fact]
    wanted = any(need.seat == seat for need in card.needed)
    return (
        wanted
        and bool(basis_for(card, seat, state[Grants]))
        and not state[Facts].knows(seat, [fact])
    )
