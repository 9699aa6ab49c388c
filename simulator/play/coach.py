"""Råd: in a coached exercise a seat may ask what would help it with an item.

What the advice is, the screens say; the journal keeps that it was asked for, and about what, so
that whatever it touched is not scored (mechanics 3). A measured exercise has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.inbox import own_item
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import Roster


@wire("coach.ask")
class AskCoach(Command):
    """Vis råd about an item."""

    item: str


@wire("coach.told")
class CoachTold(Event):
    """A seat was given advice about an item: what it does there from now is not scored."""

    seat: str
    item: str


@dataclass
class Coach:
    """Items that advice was given about, and the seq of when."""

    told: dict[str, int] = field(default_factory=dict)


def is_coached(state: State) -> bool:
    """Whether the exercise was made with advice."""
    formed = state[Roster].formed
    return formed is not None and formed.mode == "coached"


def _ask(state: State, by: Actor, command: AskCoach) -> Sequence[Event] | Refusal:
    if by.kind != "seat" or not is_coached(state):
        return Refusal("no_advice_here")
    found = own_item(state, by, command.item)
    if isinstance(found, Refusal):
        return found
    return [] if found.id in state[Coach].told else [CoachTold(found.seat, found.id)]


def _on_told(state: State, entry: Entry, event: CoachTold) -> None:
    state[Coach].told.setdefault(event.item, entry.seq)


ROOM = Room("coach", rules={AskCoach: _ask}, folds={CoachTold: _on_told})
