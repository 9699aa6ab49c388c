"""A handover is being written: that somebody writes, never what.

Whoever does is left in peace by the script for a while (``engine.load``). It ends by itself when
no sign comes any more, and after four minutes in all for each handover that is sent: an open form
keeps nothing away for long. Nobody else sees it, and no measure reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.passes import HandoverOffered
from simulator.play.roster import seat_of

QUIET_MS = 120_000
"""Play ms after the last sign at which nobody writes any more."""
MOST_MS = 240_000
"""Play ms of peace for one handover: as long as making one is protected (decisions 3)."""
AGAIN_MS = 45_000
"""Signs that come sooner after the last one are not written down."""


@wire("writing.begin")
class BeginWriting(Command):
    """A handover is begun, or gone on with: something in its form was touched."""


@wire("writing.end")
class EndWriting(Command):
    """The form was left."""


@wire("writing.began")
class WritingBegan(Event):
    """The seat writes a handover, or still does."""

    seat: str


@wire("writing.ended")
class WritingEnded(Event):
    """It no longer does: the form was left, no sign came for two minutes, or four minutes are used
    up. A handover that is sent ends it without this."""

    seat: str
    why: Literal["left", "quiet", "long"]


@dataclass
class Spell:
    """One time of writing. Both in play ms: when it began, and its last sign."""

    began_at: int
    sign_at: int


@dataclass
class Writing:
    """Who writes now, and the play ms of peace each seat has had for a handover not sent yet."""

    now: dict[str, Spell] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)

    def most(self, seat: str) -> int:
        """Play ms at which the seat's peace is used up, if it writes."""
        return self.now[seat].began_at + MOST_MS - self.spent.get(seat, 0)

    def until(self, seat: str) -> int | None:
        """Play ms until which the seat is left in peace, None if it does not write."""
        spell = self.now.get(seat)
        return None if spell is None else min(spell.sign_at + QUIET_MS, self.most(seat))


def _begin(state: State, by: Actor, _command: BeginWriting) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    writing = state[Writing]
    spell = writing.now.get(seat)
    if spell is None:
        used_up = writing.spent.get(seat, 0) >= MOST_MS
    else:
        # A sign that would lengthen nothing, or comes right after another, need not be kept.
        used_up = writing.until(seat) == writing.most(seat)
        used_up = used_up or state.at_ms - spell.sign_at < AGAIN_MS
    return [] if used_up else [WritingBegan(seat)]


def _end(state: State, by: Actor, _command: EndWriting) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    return [WritingEnded(seat, "left")] if seat in state[Writing].now else []


def _on_began(state: State, entry: Entry, event: WritingBegan) -> None:
    spell = state[Writing].now.setdefault(event.seat, Spell(entry.at_ms, entry.at_ms))
    spell.sign_at = entry.at_ms


def _on_ended(state: State, entry: Entry, event: WritingEnded) -> None:
    writing = state[Writing]
    spell = writing.now.pop(event.seat, None)
    if spell:
        had = writing.spent.get(event.seat, 0) + entry.at_ms - spell.began_at
        writing.spent[event.seat] = min(had, MOST_MS)


def _on_offered(state: State, _entry: Entry, event: HandoverOffered) -> None:
    """Sent: the next one has its own four minutes."""
    if event.way == "written":
        state[Writing].now.pop(event.sender, None)
        state[Writing].spent.pop(event.sender, None)


ROOM = Room(
    "writing",
    rules={BeginWriting: _begin, EndWriting: _end},
    folds={
        WritingBegan: _on_began,
        WritingEnded: _on_ended,
        HandoverOffered: _on_offered,
    },
)
