"""Seats that the system plays for the people who hold them, and the way back."""

from __future__ import annotations

from scenarios.duration import MINUTE
from simulator.play.answers import AnswerQuestion, AskSeat
from simulator.play.kernel import CLOCK, FACILITATOR
from simulator.play.matters import Matters
from simulator.play.roster import (
    GiveTime,
    LeaveSeat,
    ReturnToSeat,
    Roster,
    SeatReturned,
    StandIn,
    TakeSeat,
)
from tests.simulator.builder import Room


def test_the_system_stands_in_and_lets_go_when_somebody_acts() -> None:
    """Standing in is an input of the clock; an act of the person is their way back."""
    room = Room(manned=("rektor", "barnevern")).start().at(MINUTE)
    assert room.do(CLOCK, StandIn("rektor")).code is None
    chair = room.state[Roster].chairs["rektor"]
    assert (chair.player, chair.participants, chair.stood_in) == ("colleague", ["p-rektor"], True)
    assert room.do(CLOCK, StandIn("rektor")).code == "nobody_to_stand_in_for"
    assert room.seat("barnevern", StandIn("rektor")).code == "not_your_seat"
    room.seat("rektor", AskSeat("barnevern", "Hvem ringer?"))
    assert room.kinds().count("seat.returned") == 1
    assert room.state[Roster].manned("rektor")
    assert room.seat("rektor", ReturnToSeat()).code == "already_yours"


def test_an_act_that_is_refused_brings_nobody_back() -> None:
    """Only what the rules allow is an act: the system goes on playing the seat otherwise."""
    room = Room(manned=("rektor", "barnevern")).start().at(MINUTE)
    room.do(CLOCK, StandIn("rektor"))
    assert room.seat("rektor", AnswerQuestion("none-1", "Ja")).code
    assert room.state[Roster].chairs["rektor"].stood_in
    assert room.seat("rektor", ReturnToSeat()).code is None
    assert isinstance(room.entries[-1].event, SeatReturned) or "seat.returned" in room.kinds()


def test_one_of_a_pair_who_leaves_does_not_bring_the_other_back() -> None:
    """A seat that the system plays for two is still played by it when one of them goes."""
    room = Room(manned=("rektor",)).start().at(MINUTE)
    room.do(FACILITATOR, TakeSeat("rektor", "p-other"))
    room.do(CLOCK, StandIn("rektor"))
    room.do(FACILITATOR, LeaveSeat("rektor", "p-other"))
    assert room.state[Roster].chairs["rektor"].stood_in


def test_more_time_for_one_moves_nobody_elses() -> None:
    """A8, decisions 3: what waits on the seat stays protected longer, and so does what comes; the
    clock and the other seats are as they were."""
    room = Room(manned=("rektor", "barnevern", "kontaktlaerer")).start().at(MINUTE)
    room.seat("barnevern", AskSeat("rektor", "Hvem ringer?"))
    room.seat("rektor", AskSeat("barnevern", "Hva vet dere?"))
    before = protected(room)
    room.do(FACILITATOR, GiveTime("rektor", 2 * MINUTE))
    after = protected(room)
    for (seat, ref), until in before.items():
        assert after[seat, ref] - until == (2 * MINUTE if seat == "rektor" else 0), ref
    assert room.seat("rektor", GiveTime("rektor")).code == "only_facilitator"
    assert room.do(FACILITATOR, GiveTime("helsesykepleier")).code == "no_such_seat"
    room.do(FACILITATOR, LeaveSeat("rektor", "p-rektor"))
    assert room.state[Roster].extra == {}


def protected(room: Room) -> dict[tuple[str, str], int]:
    """Until when each thing that will be late is protected."""
    pending = room.state[Matters].pending.values()
    return {(m.seat, m.ref): m.not_before for m in pending if m.kind == "late"}
