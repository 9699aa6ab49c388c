"""Førsteinntrykk: what went well, what was hard, what surprised, before any number is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.clock import Clock
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import seat_of


@wire("hotwash.give")
class GiveHotwash(Command):
    """A participant's first impression; all three may be empty."""

    well: Words = ""
    hard: Words = ""
    surprise: Words = ""


@wire("hotwash.given")
class HotwashGiven(Event):
    """Somebody gave a first impression."""

    seat: str
    participant: str
    well: str
    hard: str
    surprise: str


@dataclass
class Hotwash:
    """First impressions, in the order given."""

    given: list[HotwashGiven] = field(default_factory=list)


def _give(state: State, by: Actor, command: GiveHotwash) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if state[Clock].phase != "over":
        return Refusal("play_goes_on")
    if any(each.participant == by.participant for each in state[Hotwash].given):
        return Refusal("already_answered")
    return [HotwashGiven(seat, by.participant, command.well, command.hard, command.surprise)]


def _on_given(state: State, _entry: Entry, event: HotwashGiven) -> None:
    state[Hotwash].given.append(event)


ROOM = Room("hotwash", rules={GiveHotwash: _give}, folds={HotwashGiven: _on_given})
