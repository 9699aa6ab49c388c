"""Tavla in the last phase: short notes by nobody's hand, for all to see."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.ratings import FROM_PEOPLE
from simulator.play.board import Board, NotePut
from simulator.play.kernel import State
from simulator.play.roster import Roster
from webapp.gjennomgang.eyes import Eyes


@dataclass(frozen=True, slots=True)
class WallView:
    """The two lists. ``few``: so few take part that a note may be told by its words (B9)."""

    plus: tuple[NotePut, ...]
    delta: tuple[NotePut, ...]
    few: bool
    may_put: bool
    may_take_down: bool


def wall(state: State, eyes: Eyes) -> WallView:
    """What hangs there, sorted by words, so that the order does not tell who was first."""
    notes = sorted(state[Board].notes.values(), key=lambda each: each.text.casefold())
    people = sum(len(chair.participants) for chair in state[Roster].chairs.values())
    return WallView(
        tuple(each for each in notes if each.side == "plus"),
        tuple(each for each in notes if each.side == "delta"),
        people < FROM_PEOPLE,
        eyes.who == "participant",
        eyes.leads,
    )
