"""Undring and worry: what I see, what I do not know, another reading; how worried I am."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from simulator.play.inbox import close
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import seat_of

Worry = Annotated[int, Field(ge=1, le=5)]


@wire("wonder.note")
class NoteWonder(Command):
    """Undring: what I see, what I do not know, another way to read it."""

    see: Words
    unknown: Words = ""
    reading: Words = ""
    item: str = ""


@wire("worry.rate")
class RateWorry(Command):
    """How worried I am, 1 to 5. Private until the gjennomgang."""

    value: Worry
    item: str = ""


@wire("wonder.noted")
class WonderNoted(Event):
    """A seat wondered."""

    wonder: str
    seat: str
    see: str
    unknown: str
    reading: str
    item: str = ""


@wire("worry.rated")
class WorryRated(Event):
    """A seat rated its worry."""

    seat: str
    value: Worry
    item: str = ""


@dataclass
class Wonders:
    """Notes by id, and the latest worry of each seat."""

    notes: dict[str, WonderNoted] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    worry: dict[str, int] = field(default_factory=dict)


def _note(state: State, by: Actor, command: NoteWonder) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not command.see.strip():
        return Refusal("nothing_to_send")
    number = state[Wonders].counts.get(seat, 0) + 1
    return [
        WonderNoted(
            f"{seat}-{number}", seat, command.see, command.unknown, command.reading, command.item
        )
    ]


def _rate(state: State, by: Actor, command: RateWorry) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    return seat if isinstance(seat, Refusal) else [WorryRated(seat, command.value, command.item)]


def _on_noted(state: State, entry: Entry, event: WonderNoted) -> None:
    wonders = state[Wonders]
    wonders.counts[event.seat] = wonders.counts.get(event.seat, 0) + 1
    wonders.notes[event.wonder] = event
    if event.item:
        close(state, entry, event.item)


def _on_rated(state: State, _entry: Entry, event: WorryRated) -> None:
    state[Wonders].worry[event.seat] = event.value


ROOM = Room(
    "wonder",
    rules={NoteWonder: _note, RateWorry: _rate},
    folds={WonderNoted: _on_noted, WorryRated: _on_rated},
)
