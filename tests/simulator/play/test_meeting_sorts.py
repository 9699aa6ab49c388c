"""Ansvarsgruppe and drøftingsmøte: who leads, why, with or without a name, and what came of it."""

from __future__ import annotations

import pytest

from simulator.play.facts import Facts, FactsShared
from simulator.play.meetings import (
    CallMeeting,
    CloseMeeting,
    Decide,
    OpenMeeting,
    ReplyMeeting,
    TableFacts,
)
from simulator.play.minutes import Meeting, Meetings
from tests.simulator.builder import Room

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
CALLER, ASKED = "rektor", "barnevern"


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL).start().at(MINUTE)


def opened(room: Room, call: CallMeeting) -> Meeting:
    """A meeting that was called, said yes to and begun."""
    room.seat(CALLER, call)
    room.seat(ASKED, ReplyMeeting(f"{CALLER}-1", comes=True))
    room.seat(CALLER, OpenMeeting(f"{CALLER}-1"))
    return room.state[Meetings].held[f"{CALLER}-1"]


def test_a_group_says_why_and_whether_it_was_of_use(room: Room) -> None:
    """T25: grounds, leader, agenda, minutes, and a look at the meeting itself with a next date."""
    call = CallMeeting(
        (ASKED,), "Tuva", 30, family=True, sort="group", agenda="Hvem gjør hva",
        grounds=("services", "family"),
    )  # fmt: skip
    found = opened(room, call)
    assert (found.sort, found.called_by, found.agenda) == ("group", CALLER, "Hvem gjør hva")
    assert found.grounds == ("services", "family")
    room.seat(CALLER, Decide(found.id, "Fast voksen", "rektor", "1wd"))
    assert room.seat(ASKED, CloseMeeting(found.id, "yes")).code == "not_the_caller"
    room.seat(CALLER, CloseMeeting(found.id, "partly", "2w"))
    assert (found.use, found.again_story > room.state.story_ms) == ("partly", True)


def test_advice_without_a_name_holds_until_a_card_is_on_the_table(room: Room) -> None:
    """A02: nobody learns anything by it; what is tabled is known, and journalled as any share."""
    call = CallMeeting((ASKED,), "Et barn vi er usikre på", sort="consult", unnamed=True)
    found = opened(room, call)
    assert found.unnamed
    room.seat(CALLER, Decide(found.id, "Snakk med foreldrene først", CALLER, "2wd"))
    assert not any(isinstance(each.event, FactsShared) for each in room.entries)
    mine = next(iter(room.state[Facts].of(CALLER)))
    room.seat(CALLER, TableFacts(found.id, (mine,)))
    shared = next(each.event for each in room.entries if isinstance(each.event, FactsShared))
    assert [(fact, seat) for fact, seat, _basis in shared.computed] == [(mine, ASKED)]
    assert room.state[Facts].knows(ASKED, [mine])


def test_only_a_group_has_grounds_and_only_advice_is_without_a_name(room: Room) -> None:
    """An ordinary meeting is as it was, whatever is sent along."""
    found = opened(room, CallMeeting((ASKED,), "Tuva", grounds=("lasting",), unnamed=True))
    assert (found.sort, found.grounds, found.unnamed) == ("", (), False)
