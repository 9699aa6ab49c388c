"""One person, several seats: one after the other, never both ends of an open handover."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.play.handover import OfferHandover, ReadBack, StartHandover, TakeOver, TellFamily
from simulator.play.kernel import Actor
from simulator.play.passes import Handovers
from simulator.play.roster import LeaveSeat, Roster, TakeSeat
from simulator.play.succession import holds_other_end
from tests.simulator.builder import Room

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
KARI = "p-kontaktlaerer"


def moves(room: Room, person: str, seat: str) -> str | None:
    """Somebody asks for a seat, and leaves the one before if they get it; why not, or None."""
    before = [each for each, chair in room.state[Roster].chairs.items()
              if person in chair.participants]  # fmt: skip
    code = room.do(Actor("seat", seat, person), TakeSeat(seat, person)).code
    if code is None:
        for each in before:
            room.do(Actor("seat", each, person), LeaveSeat(each, person))
    return code


def closed(room: Room, handover: str, receiver: str) -> None:
    """Every step to the end of a loop."""
    for step in (
        TakeOver(handover),
        ReadBack(handover, "Ringer hjem", "1wd", 0),
        StartHandover(handover),
        TellFamily(handover),
    ):
        assert room.seat(receiver, step).code is None


def test_a_person_moves_on_but_not_to_the_other_end_of_what_they_handed_over() -> None:
    """Refused in words while the loop is open, free once it is closed; other seats are free."""
    room = Room(manned=ALL).start().at(MINUTE)
    room.seat("kontaktlaerer", OfferHandover("rektor", "Følg Tuva inn", facts=("F2",)))
    assert moves(room, KARI, "rektor") == "other_end_is_yours"
    assert moves(room, KARI, "barnevern") is None
    assert moves(room, KARI, "rektor") == "other_end_is_yours"
    closed(room, next(iter(room.state[Handovers].passes)), "rektor")
    assert moves(room, KARI, "rektor") is None


def test_a_pair_shares_a_seat_and_either_may_act() -> None:
    """Two people on one seat, each by their own name; the seat stays manned when one leaves."""
    room = Room(manned=ALL).start().at(MINUTE)
    seat = "kontaktlaerer"
    assert room.do(Actor("seat", seat, "p-other"), TakeSeat(seat, "p-other")).code is None
    offer = OfferHandover("rektor", "Følg Tuva inn")
    assert room.do(Actor("seat", seat, "p-other"), offer).code is None
    room.do(Actor("seat", seat, KARI), LeaveSeat(seat, KARI))
    assert room.state[Roster].manned(seat)
    assert room.do(Actor("seat", seat, KARI), offer).code == "not_your_seat"


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("offer"), st.sampled_from(ALL), st.sampled_from(ALL)),
            st.tuples(st.just("move"), st.sampled_from(ALL), st.sampled_from(ALL)),
        ),
        max_size=12,
    )
)
def test_nobody_ever_sits_at_both_ends(plays: list[tuple[str, str, str]]) -> None:
    """However people move and hand over, who comes to a seat has not held its open other end."""
    room = Room(manned=ALL).start().at(MINUTE)
    for what, one, other in plays:
        if what == "offer" and one != other:
            manned = room.state[Roster].chairs[one].participants
            if manned:
                offer = OfferHandover(other, "Ta det videre")
                room.do(Actor("seat", one, manned[0]), offer)
        elif what == "move":
            barred = holds_other_end(room.state, f"p-{one}", other)
            code = moves(room, f"p-{one}", other)
            assert (code == "other_end_is_yours") == barred
