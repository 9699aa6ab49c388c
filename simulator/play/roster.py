"""The roster: which seats a team has, and who plays each: a person, the system, nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from scenarios.duration import MINUTE
from simulator.play.clock import Clock, is_playing
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire

Player = Literal["person", "colleague", "nobody"]
ABSENCE = "absent"
"""The profile of a seat whose service this kommune does not have."""


@wire("team.formed")
class TeamFormed(Event):
    """The first event: everything a replay needs besides the scenario itself.

    ``simulated`` are the seats the system plays from the start. ``profiles`` names the profile of
    a simulated seat where it is not ``typical``; what a profile comes to is bound to the engine's
    version, or stands in ``traits``.
    """

    exercise: str
    team: str
    number: int
    scenario: str
    digest: str
    format: str
    seed: int
    mode: Literal["measured", "coached"]
    engine: int
    measures: int
    simulated: tuple[str, ...]
    protected: bool = False
    """Whether simulated seats have protected time (rehearsals)."""
    profiles: dict[str, str] = field(default_factory=dict)
    traits: dict[str, dict[str, int]] = field(default_factory=dict)
    """Traits of the profiles that are the user's own, in full: profile → trait → value."""
    kommune: str = ""
    """The kommune profile that the services are those of; '' for none."""
    barriers: dict[str, int] = field(default_factory=dict)
    """Barriers that are turned up: ``B07`` → how far, in per cent."""


@wire("seat.take")
class TakeSeat(Command):
    """A participant takes a seat (a second one makes a pair)."""

    seat: str
    participant: str


@wire("seat.leave")
class LeaveSeat(Command):
    """A participant leaves a seat; the system plays on if nobody else holds it."""

    seat: str
    participant: str


@wire("seat.taken")
class SeatTaken(Event):
    """A person plays the seat."""

    seat: str
    participant: str


@wire("seat.left")
class SeatLeft(Event):
    """A person no longer plays the seat; ``player`` is who does now."""

    seat: str
    participant: str
    player: Player


@wire("seat.stand_in")
class StandIn(Command):
    """Let the system play a seat whose people are away, until one of them is back."""

    seat: str


@wire("seat.return")
class ReturnToSeat(Command):
    """Take one's own seat back from the system."""


@wire("seat.give_time")
class GiveTime(Command):
    """Give who plays a seat more time, for as long as they play it: ``more_ms`` real ms more of
    protected time on all that waits there and will. Nobody else's time moves (decisions 3)."""

    seat: str
    more_ms: Annotated[int, Field(ge=MINUTE // 2, le=10 * MINUTE)] = 2 * MINUTE


@wire("seat.given_time")
class SeatGivenTime(Event):
    """Whoever plays the seat has ``more_ms`` real ms more of protected time."""

    seat: str
    more_ms: int


@wire("seat.stood_in")
class SeatStoodIn(Event):
    """The system plays the seat for those who hold it. Why they are away is not said."""

    seat: str


@wire("seat.returned")
class SeatReturned(Event):
    """Somebody who holds the seat plays it again."""

    seat: str
    participant: str


@dataclass
class Chair:
    """How one seat is filled."""

    player: Player = "nobody"
    participants: list[str] = field(default_factory=list)

    @property
    def stood_in(self) -> bool:
        """Whether the system plays it for people who hold it."""
        return self.player == "colleague" and bool(self.participants)


@dataclass
class Roster:
    """Who plays, and what the team was formed with."""

    formed: TeamFormed | None = None
    chairs: dict[str, Chair] = field(default_factory=dict)
    sat: dict[str, set[str]] = field(default_factory=dict)
    """Seats that each participant has held, one after the other."""
    came: dict[str, int] = field(default_factory=dict)
    """Play ms at which each participant came to their seat, or back to it, while play went on."""

    extra: dict[str, int] = field(default_factory=dict)
    """Real ms of protected time that the people in a seat have been given beyond the usual."""

    def manned(self, seat: str) -> bool:
        """Whether a person holds the seat."""
        return self.chairs.get(seat, Chair()).player == "person"

    def simulated(self, seat: str) -> bool:
        """Whether the system plays the seat."""
        return self.chairs.get(seat, Chair()).player == "colleague"


def profile_of(state: State, seat: str) -> str:
    """Name of the profile a simulated seat plays by."""
    formed = state[Roster].formed
    return formed.profiles.get(seat, "typical") if formed else "typical"


def absent(state: State) -> frozenset[str]:
    """Seats whose service this kommune does not have; they are given to nobody."""
    formed = state[Roster].formed
    names = formed.profiles if formed else {}
    return frozenset(seat for seat, name in names.items() if name == ABSENCE)


def leads(state: State, seat: str) -> bool:
    """Whether a seat is a leader's: of the sector leadership, or the leader of another seat."""
    seats = state.plan.seats
    if seat not in seats:
        return False
    return seats[seat].sector == "leadership" or any(each.leader == seat for each in seats.values())


def ke_of(state: State) -> str:
    """The seat of koordinerende enhet (role R24); '' if the team has none."""
    return next((seat for seat, each in state.plan.seats.items() if "R24" in each.roles), "")


def seat_of(state: State, actor: Actor) -> str | Refusal:
    """The seat that ``actor`` may act for, or why not."""
    roster = state[Roster]
    if actor.seat not in roster.chairs:
        return Refusal("no_such_seat")
    if actor.kind == "seat" and actor.participant:
        if actor.participant not in roster.chairs[actor.seat].participants:
            return Refusal("not_your_seat")
    elif actor.kind not in ("seat", "colleague"):
        return Refusal("not_your_seat")
    return actor.seat


def _take(state: State, by: Actor, command: TakeSeat) -> Sequence[Event] | Refusal:
    chair = state[Roster].chairs.get(command.seat)
    if chair is None:
        return Refusal("no_such_seat")
    if state[Clock].phase == "over":
        return Refusal("play_is_over")
    if command.participant in chair.participants:
        return Refusal("already_yours")
    if by.kind == "seat" and by.participant != command.participant:
        return Refusal("not_your_seat")
    return [SeatTaken(command.seat, command.participant)]


def _leave(state: State, by: Actor, command: LeaveSeat) -> Sequence[Event] | Refusal:
    chair = state[Roster].chairs.get(command.seat)
    if chair is None or command.participant not in chair.participants:
        return Refusal("not_your_seat")
    if by.kind == "seat" and by.participant != command.participant:
        return Refusal("not_your_seat")
    last = len(chair.participants) == 1
    player: Player = "colleague" if last or chair.stood_in else "person"
    if last and state.plan.is_discussion:
        player = "nobody"
    return [SeatLeft(command.seat, command.participant, player)]


def _stand_in(state: State, by: Actor, command: StandIn) -> Sequence[Event] | Refusal:
    chair = state[Roster].chairs.get(command.seat)
    if chair is None:
        return Refusal("no_such_seat")
    if by.kind not in ("clock", "facilitator"):
        return Refusal("not_your_seat")
    if not is_playing(state):
        return Refusal("play_is_over" if state[Clock].phase == "over" else "not_running")
    if chair.player != "person" or state.plan.is_discussion:
        return Refusal("nobody_to_stand_in_for")
    return [SeatStoodIn(command.seat)]


def _return(state: State, by: Actor, _command: ReturnToSeat) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    return list(back_in_seat(state, by)) or Refusal("already_yours")


def _give_time(state: State, _by: Actor, command: GiveTime) -> Sequence[Event] | Refusal:
    chair = state[Roster].chairs.get(command.seat)
    if chair is None or not chair.participants:
        return Refusal("no_such_seat")
    return [SeatGivenTime(command.seat, command.more_ms)]


def back_in_seat(state: State, by: Actor) -> tuple[SeatReturned, ...]:
    """What an act of ``by`` says besides itself: they are back, if the system played for them."""
    chair = state[Roster].chairs.get(by.seat, Chair())
    held = by.kind == "seat" and by.participant in chair.participants
    return (SeatReturned(by.seat, by.participant),) if held and chair.stood_in else ()


def _on_formed(state: State, _entry: Entry, event: TeamFormed) -> None:
    roster = state[Roster]
    roster.formed = event
    for seat in state.plan.seats:
        roster.chairs[seat] = Chair("colleague" if seat in event.simulated else "nobody")


def _on_taken(state: State, entry: Entry, event: SeatTaken) -> None:
    chair = state[Roster].chairs[event.seat]
    chair.player = "person"
    chair.participants.append(event.participant)
    state[Roster].sat.setdefault(event.participant, set()).add(event.seat)
    _came(state, entry, event.participant)


def _came(state: State, entry: Entry, participant: str) -> None:
    if is_playing(state):
        state[Roster].came[participant] = entry.at_ms


def _on_left(state: State, _entry: Entry, event: SeatLeft) -> None:
    chair = state[Roster].chairs[event.seat]
    chair.participants.remove(event.participant)
    chair.player = event.player
    state[Roster].came.pop(event.participant, None)
    if not chair.participants:
        state[Roster].extra.pop(event.seat, None)


def _on_given_time(state: State, _entry: Entry, event: SeatGivenTime) -> None:
    extra = state[Roster].extra
    extra[event.seat] = extra.get(event.seat, 0) + event.more_ms


def _on_stood_in(state: State, _entry: Entry, event: SeatStoodIn) -> None:
    state[Roster].chairs[event.seat].player = "colleague"


def _on_returned(state: State, entry: Entry, event: SeatReturned) -> None:
    state[Roster].chairs[event.seat].player = "person"
    _came(state, entry, event.participant)


ROOM = Room(
    "roster",
    rules={
        TakeSeat: _take,
        LeaveSeat: _leave,
        StandIn: _stand_in,
        ReturnToSeat: _return,
        GiveTime: _give_time,
    },
    folds={
        TeamFormed: _on_formed,
        SeatTaken: _on_taken,
        SeatLeft: _on_left,
        SeatGivenTime: _on_given_time,
        SeatStoodIn: _on_stood_in,
        SeatReturned: _on_returned,
    },
)
