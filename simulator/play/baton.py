"""Koordineringsansvar: who coordinates for the child. None, or one accepted holder.

Not the same as barnekoordinator; a gap is measured, never prevented (decisions 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import Roster, seat_of


@wire("baton.take")
class TakeBaton(Command):
    """Take the coordinating responsibility when nobody holds it."""


@wire("baton.pass")
class PassBaton(Command):
    """Ask a seat to coordinate; a leader may ask when nobody holds it."""

    to: str


@wire("baton.accept")
class AcceptBaton(Command):
    """Coordinate, as asked."""


@wire("baton.decline")
class DeclineBaton(Command):
    """Say no to coordinating."""


@wire("baton.release")
class ReleaseBaton(Command):
    """Stop coordinating, without a successor."""


@wire("baton.taken")
class BatonTaken(Event):
    """The seat coordinates from now."""

    seat: str
    before: str = ""


@wire("baton.offered")
class BatonOffered(Event):
    """A seat was asked to coordinate."""

    seat: str
    to: str


@wire("baton.declined")
class BatonDeclined(Event):
    """The asked seat said no."""

    seat: str


@wire("baton.released")
class BatonReleased(Event):
    """Nobody coordinates from now."""

    seat: str


@dataclass
class Baton:
    """Who coordinates, since when; who was asked, by whom. '' is nobody."""

    holder: str = ""
    since_ms: int = 0
    asked: str = ""
    asked_by: str = ""


def _take(state: State, by: Actor, _command: TakeBaton) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    holder = state[Baton].holder
    if holder:
        return Refusal("already_yours" if holder == seat else "somebody_coordinates")
    return [BatonTaken(seat)]


def _pass(state: State, by: Actor, command: PassBaton) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    baton = state[Baton]
    if baton.holder not in ("", seat):
        return Refusal("somebody_coordinates")
    if command.to not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if command.to == seat:
        return Refusal("to_yourself")
    return Refusal("already_asked") if baton.asked else [BatonOffered(seat, command.to)]


def _accept(state: State, by: Actor, _command: AcceptBaton) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    baton = state[Baton]
    return [BatonTaken(seat, baton.holder)] if baton.asked == seat else Refusal("nobody_asked_you")


def _decline(state: State, by: Actor, _command: DeclineBaton) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    return [BatonDeclined(seat)] if state[Baton].asked == seat else Refusal("nobody_asked_you")


def _release(state: State, by: Actor, _command: ReleaseBaton) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    return [BatonReleased(seat)] if state[Baton].holder == seat else Refusal("not_yours")


def _settle(state: State, entry: Entry) -> None:
    baton = state[Baton]
    if baton.asked:
        close(state, entry, item_id(baton.asked, "baton", "child"))
    baton.asked = baton.asked_by = ""


def _on_taken(state: State, entry: Entry, event: BatonTaken) -> None:
    _settle(state, entry)
    baton = state[Baton]
    baton.holder, baton.since_ms = event.seat, entry.at_ms


def _on_offered(state: State, entry: Entry, event: BatonOffered) -> None:
    _settle(state, entry)
    baton = state[Baton]
    baton.asked, baton.asked_by = event.to, event.seat
    put(state, entry, event.to, "baton", "child", sender=event.seat, waits=True)


def _on_declined(state: State, entry: Entry, event: BatonDeclined) -> None:
    asker = state[Baton].asked_by
    _settle(state, entry)
    put(state, entry, asker, "notice", "baton-declined", sender=event.seat)


def _on_released(state: State, entry: Entry, _event: BatonReleased) -> None:
    baton = state[Baton]
    baton.holder, baton.since_ms = "", entry.at_ms


ROOM = Room(
    "baton",
    rules={
        TakeBaton: _take,
        PassBaton: _pass,
        AcceptBaton: _accept,
        DeclineBaton: _decline,
        ReleaseBaton: _release,
    },
    folds={
        BatonTaken: _on_taken,
        BatonOffered: _on_offered,
        BatonDeclined: _on_declined,
        BatonReleased: _on_released,
    },
)
