"""How a seat's policy passes cards on: what it may, what it asks leave for, what it should not."""

from __future__ import annotations

from scenarios.behaviour.traits import Traits
from simulator.engine.cards import lawfully_needs
from simulator.engine.duty import ask_leave
from simulator.engine.stimuli import willing
from simulator.play.consent import Consents, is_offered
from simulator.play.facts import Basis, Facts, ShareFacts, basis_for
from simulator.play.grants import Grants
from simulator.play.kernel import Command, State


def inform(state: State, traits: Traits, seat: str, name: str) -> list[Command]:
    """Pass a card on to a seat that needs it."""
    fact, _, to = name.partition(":")
    if fact not in state[Facts].of(seat):
        return []
    if not lawfully_needs(state, fact, to):
        return _without_basis(state, traits, seat, fact, to)
    if not willing(state, seat, f"inform:{name}", traits.tells_on):
        return []
    return [ShareFacts((to,), (fact,), "", stated(state, [fact], to))]


def _without_basis(state: State, traits: Traits, seat: str, fact: str, to: str) -> list[Command]:
    """A card that nothing lets it pass on: it keeps it, and may ask for leave; or does not care."""
    if state[Facts].knows(to, [fact]):
        return []
    if not willing(state, seat, f"keeps:{fact}:{to}", traits.lawful):
        return [ShareFacts((to,), (fact,), "", "")]
    return _ask_leave(state, traits, seat, fact, to)


def press(state: State, traits: Traits, seat: str, request: str) -> list[Command]:
    """It asked for leave and did not get it: it waits, or goes on as if it had."""
    found = state[Consents].requests.get(request)
    if found is None or found.asked.seat != seat:
        return []
    cards = state.plan.facts
    rest = tuple(
        fact
        for fact in found.asked.facts
        if fact in state[Facts].of(seat)
        and not all(basis_for(cards[fact], to, state[Grants]) for to in found.asked.to)
    )
    yes = rest and willing(state, seat, f"press:{request}", traits.presses)
    return [ShareFacts(found.asked.to, rest, "", "consent")] if yes else []


def _ask_leave(state: State, traits: Traits, seat: str, fact: str, to: str) -> list[Command]:
    """Ask child or parents, once, where a card needs their leave to reach whom it is needed by."""
    card = state.plan.facts[fact]
    if not is_offered(state) or card.rule != "consent":
        return []
    asked = [each.asked for each in state[Consents].requests.values()]
    if any(each.seat == seat and fact in each.facts and to in each.to for each in asked):
        return []
    if not willing(state, seat, f"consent:{fact}:{to}", traits.asks_leave):
        return []
    return ask_leave(state, [fact], (to,), "")


def stated(state: State, facts: list[str], to: str) -> Basis:
    """What it says that passing these cards on rests on."""
    bases: list[Basis] = [basis_for(state.plan.facts[fact], to, state[Grants]) for fact in facts]
    return next((basis for basis in bases if basis != "free"), bases[0] if bases else "")
