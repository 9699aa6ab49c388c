"""Tavla in the last phase: short notes by nobody's hand, for all to see."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.ratings import FROM_PEOPLE
from simulator.play.board import Board, Side
from simulator.play.kernel import State
from simulator.play.roster import Roster
from webapp.gjennomgang.eyes import Eyes


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note, and the words of those that hang under it."""

    note: str
    text: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WallView:
    """The two lists. ``few``: so few take part that a note may be told by its words (B9).

    ``mark`` is another after every change: a note put raises the first number, one taken down or
    hung under another lowers the second.
    """

    plus: tuple[NoteView, ...]
    delta: tuple[NoteView, ...]
    few: bool
    may_put: bool
    may_take_down: bool
    mark: str


def wall(state: State, eyes: Eyes) -> WallView:
    """What hangs there, sorted by words, so that the order does not tell who was first."""
    board = state[Board]
    people = sum(len(chair.participants) for chair in state[Roster].chairs.values())
    return WallView(
        _side(board, "plus"),
        _side(board, "delta"),
        people < FROM_PEOPLE,
        eyes.who == "participant",
        eyes.leads,
        f"{board.count}-{len(board.notes)}",
    )


def _side(board: Board, side: Side) -> tuple[NoteView, ...]:
    hang = [
        NoteView(
            each.note,
            each.text,
            tuple(sorted((low.text for low in board.under.get(each.note, ())), key=str.casefold)),
        )
        for each in board.notes.values()
        if each.side == side
    ]
    return tuple(sorted(hang, key=lambda each: each.text.casefold()))
