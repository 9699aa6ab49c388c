"""What a seat can answer when another asks it to take something: no, a question, or a hand."""

from __future__ import annotations

import pytest

from simulator.play.baton import Baton, DeclineBaton, PassBaton, TakeBaton
from simulator.play.handover import OfferHandover, QueryHandover
from simulator.play.inbox import Inbox
from simulator.play.passes import Handovers
from simulator.play.tasks import ClaimTask, DeclineTask, GiveTask, JoinTask, Tasks
from tests.simulator.builder import Room

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL).start().at(MINUTE)


def test_a_question_before_taking_over_goes_back_to_the_sender(room: Room) -> None:
    """The sender reads it in its inbox, and is still the one who is responsible."""
    room.seat("kontaktlaerer", OfferHandover("barnevern", "Kan dere se på dette?", facts=("F2",)))
    name = "kontaktlaerer-barnevern-1"
    assert room.seat("rektor", QueryHandover(name, "Hva?")).code == "not_your_handover"
    assert room.seat("barnevern", QueryHandover(name, "Hva har dere prøvd?")).code is None
    told = [item.ref for item in room.state[Inbox].of("kontaktlaerer") if item.kind == "notice"]
    assert told == [f"handover-queried-{name}-1"]
    assert room.state[Handovers].passes[name].queries == ["Hva har dere prøvd?"]
    assert room.state[Handovers].passes[name].responsible == "kontaktlaerer"


def test_helping_with_a_task_is_not_owning_it(room: Room) -> None:
    """'Jeg er med' adds hands and no second owner."""
    room.seat("kontaktlaerer", ClaimTask("T1"))
    assert room.seat("helsesykepleier", JoinTask("T1")).code is None
    stand = room.state[Tasks].stands["T1"]
    assert (stand.owners, stand.helpers) == (["kontaktlaerer"], ["helsesykepleier"])


def test_no_to_a_task_leaves_it_where_it_was(room: Room) -> None:
    """Whoever owned it still does, and reads that the other said no."""
    room.seat("kontaktlaerer", ClaimTask("T1"))
    room.seat("kontaktlaerer", GiveTask("T1", "rektor"))
    assert room.seat("barnevern", DeclineTask("T1")).code is not None
    assert room.seat("rektor", DeclineTask("T1")).code is None
    assert room.state[Tasks].stands["T1"].owners == ["kontaktlaerer"]
    assert not room.state[Tasks].stands["T1"].asked


def test_no_to_coordinating_leaves_it_where_it_was(room: Room) -> None:
    """Whoever coordinated still does."""
    room.seat("rektor", TakeBaton())
    room.seat("rektor", PassBaton("barnevern"))
    assert room.seat("helsesykepleier", DeclineBaton()).code is not None
    assert room.seat("barnevern", DeclineBaton()).code is None
    assert (room.state[Baton].holder, room.state[Baton].asked) == ("rektor", "")
