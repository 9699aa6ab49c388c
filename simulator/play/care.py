"""Care: anyone may pause or step out, no reason asked; 'dette berører meg' to the øvingsleder.

Neither the moment nor the reason shows to anyone else (mechanics 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import seat_of


@wire("care.rest")
class Rest(Command):
    """Rest from the exercise for as long as it takes."""


@wire("care.return")
class Return(Command):
    """Back from a rest."""


@wire("care.touched")
class SayTouched(Command):
    """'Dette berører meg': only the øvingsleder is told."""


@wire("care.rested")
class Rested(Event):
    """Somebody rests."""

    seat: str
    participant: str


@wire("care.returned")
class Returned(Event):
    """Somebody is back."""

    seat: str
    participant: str


@wire("care.said")
class TouchedSaid(Event):
    """Somebody told the øvingsleder that this touches them."""

    seat: str
    participant: str


@dataclass
class Care:
    """Who rests now, and who asked to be seen. For the øvingsleder and the person alone."""

    resting: set[tuple[str, str]] = field(default_factory=set)
    touched: list[tuple[str, str, int]] = field(default_factory=list)
    back: dict[str, int] = field(default_factory=dict)
    """Play ms at which each participant last came back from a rest."""


def _rest(state: State, by: Actor, _command: Rest) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if (seat, by.participant) in state[Care].resting:
        return Refusal("already_resting")
    return [Rested(seat, by.participant)]


def _return(state: State, by: Actor, _command: Return) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if (seat, by.participant) not in state[Care].resting:
        return Refusal("not_resting")
    return [Returned(seat, by.participant)]


def _touched(state: State, by: Actor, _command: SayTouched) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    return seat if isinstance(seat, Refusal) else [TouchedSaid(seat, by.participant)]


def _on_rested(state: State, _entry: Entry, event: Rested) -> None:
    state[Care].resting.add((event.seat, event.participant))


def _on_returned(state: State, entry: Entry, event: Returned) -> None:
    state[Care].resting.discard((event.seat, event.participant))
    state[Care].back[event.participant] = entry.at_ms


def _on_said(state: State, entry: Entry, event: TouchedSaid) -> None:
    state[Care].touched.append((event.seat, event.participant, entry.at_ms))


ROOM = Room(
    "care",
    rules={Rest: _rest, Return: _return, SayTouched: _touched},
    folds={Rested: _on_rested, Returned: _on_returned, TouchedSaid: _on_said},
)
