"""A seat's sense of duty about letters, decisions, levels and samordning."""

from __future__ import annotations

from scenarios.schema import Expected
from simulator.engine.asked import own_words
from simulator.play.decisions import CARD, Hearing, MakeDecision
from simulator.play.facts import Basis, basis_for
from simulator.play.kernel import Command, State
from simulator.play.law import law_of, takes
from simulator.play.letters import Letters
from simulator.play.levels import Levels, SetLevel
from simulator.play.notification import SendNotification
from simulator.play.referral import SendReferral
from simulator.play.samordning import RaiseSamordning, SettleSamordning, may_settle
from simulator.play.voice import Voices


def notify(
    state: State, seat: str, expected: Expected, facts: list[str], item: str
) -> list[Command]:
    """The bekymringsmelding it owes, to whoever takes such."""
    to = _addressee(expected, seat, takes(state, "notification"))
    if not to:
        return []
    basis: Basis = expected.basis or "duty"
    return [SendNotification(to, words(expected), tuple(facts), basis, item)]


def refer(
    state: State, seat: str, expected: Expected, facts: list[str], item: str
) -> list[Command]:
    """The referral it owes; with what has been tried."""
    to = _addressee(expected, seat, takes(state, "referral"))
    if not to:
        return []
    tried = own_words(state, "tried")
    return [SendReferral(to, words(expected), tried, tuple(facts), _basis(state, facts, to), item)]


def decide(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    """The decision its role carries, resting on the child's words where the seat has any."""
    roles = set(state.plan.seats[seat].roles)
    law = law_of(state).mandates.values()
    ground = next((row.id for row in law if roles & set(row.roles)), f"{CARD}1")
    heard = [
        each.id for each in state[Voices].listenings.values() if each.seat == seat and each.voice
    ]
    owner = next((each for each in expected.to if each in state.plan.seats), seat)
    said, best = words(expected), own_words(state, "best")
    listening = heard[-1] if heard else ""
    hearing: Hearing = "heard" if listening else "not"
    return [MakeDecision(said, ground, best, hearing, listening, owner, "1w", item)]


def level(
    state: State, _seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    """The level that is called for, one up where nothing else is said."""
    now = state[Levels].level
    wanted = expected.level
    if wanted is None:
        wanted = 0 if now is None else 1 if now == 0 else 2 if now == 1 else 3
    if wanted == now:
        return []
    rows = [row for row in law_of(state).levels if row.level == wanted]
    criteria = tuple(criterion.id for row in rows for criterion in row.criteria)
    return [SetLevel(wanted, words(expected), criteria, item)]


def order(
    state: State, seat: str, expected: Expected, _facts: list[str], item: str
) -> list[Command]:
    """Settle it, if the seat's role does; else take it to whoever's does."""
    if not may_settle(state, seat):
        return [RaiseSamordning("nobody", words(expected), item=item)]
    waiting = [
        letter.id for letter in state[Letters].of("samordning") if letter.to == seat and letter.open
    ]
    who = next((each for each in expected.to if each in state.plan.seats), "")
    if not who:
        return []
    return [SettleSamordning(who, words(expected), waiting[0] if waiting else "")]


def words(expected: Expected) -> str:
    """What it says as it does what was expected."""
    return expected.line or expected.text


def _addressee(expected: Expected, seat: str, taking: list[str]) -> str:
    """The one of the right addressees that takes such a letter, else the first that does."""
    others = [each for each in taking if each != seat]
    return next((each for each in others if each in expected.to), others[0] if others else "")


def _basis(state: State, facts: list[str], to: str) -> Basis:
    bases: list[Basis] = [basis_for(state.plan.facts[fact], to) for fact in facts]
    return next((basis for basis in bases if basis not in ("", "free")), bases[0] if bases else "")
