"""What an expected action asks of a colleague: whom to turn to, and what to say."""

from __future__ import annotations

from scenarios.phrases import phrase, ways
from scenarios.schema import Expected
from simulator.engine.chance import draw
from simulator.play.kernel import State


def to_of(state: State, seat: str, expected: Expected) -> str:
    """The first right addressee that is another seat of the team; '' if there is none."""
    return next((each for each in expected.to if each in state.plan.seats and each != seat), "")


def words_of(expected: Expected) -> str:
    """What a colleague says when it does it."""
    return expected.line or expected.text


def own_words(state: State, occasion: str) -> str:
    """What a colleague says on an occasion that the scenario has no words for."""
    return phrase(occasion, state.plan.scenario.child.name)


def said_of(state: State, seat: str, occasion: str) -> str:
    """One of the ways in which a colleague may say it, by chance; a seat keeps to its own."""
    found = ways(occasion)
    return own_words(state, found[draw(state, seat, f"line:{occasion}", len(found))])
