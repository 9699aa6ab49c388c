"""Angre is the same for every act that can be regretted: as if it had not been done."""

from __future__ import annotations

import pytest

from simulator.play.answers import AskSeat
from simulator.play.cooperation import (
    AnswerDisagreement,
    Cooperation,
    Disagree,
    RepairCooperation,
    TalkCooperation,
)
from simulator.play.coordinator import ReportNeed
from simulator.play.decisions import MakeDecision
from simulator.play.facts import ShareFacts
from simulator.play.handover import OfferHandover
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.kernel import Command
from simulator.play.notification import SendNotification
from simulator.play.referral import SendReferral
from simulator.play.release import GiveRelease
from simulator.play.samordning import RaiseSamordning
from simulator.play.spoken import SayAgreed
from simulator.play.undo import UNDO_MS, Acts, Withdraw
from simulator.replay import verify
from tests.simulator.builder import Room
from tests.simulator.play.formal import ALL, MINUTE, formal_room
from tests.simulator.wide import wide

FORMAL = "formal"
LEADING = "leading"
ITEM = "inject.I1@kontaktlaerer"
REGRETTABLE = [
    (FORMAL, "kontaktlaerer", AskSeat("rektor", "Hva vet dere?"), "rektor"),
    (FORMAL, "kontaktlaerer", ShareFacts(("rektor",), ("F2",)), "rektor"),
    (FORMAL, "kontaktlaerer", OfferHandover("rektor", "Følg opp", facts=("F2",)), "rektor"),
    (FORMAL, "kontaktlaerer", SayAgreed("rektor", line="Vi ringer"), "rektor"),
    (FORMAL, "kontaktlaerer", SendNotification("barnevern", "Trøtt", ("F2",)), "barnevern"),
    (FORMAL, "kontaktlaerer", SendReferral("helsesykepleier", "Vurder Tuva"), "helsesykepleier"),
    (FORMAL, "kontaktlaerer", RaiseSamordning("nobody", "Hvem holder i dette?"), "rektor"),
    (FORMAL, "kontaktlaerer", MakeDecision("Kortere dager", owner="rektor", item=ITEM), "rektor"),
    (LEADING, "kontaktlaerer", ReportNeed("Noen må holde i det"), "helsesykepleier"),
    (LEADING, "rektor", GiveRelease("time", "To timer", 2, "kontaktlaerer"), "kontaktlaerer"),
    (LEADING, "rektor", TalkCooperation(("barnevern",), "Vi ringer først"), "barnevern"),
    (LEADING, "rektor", Disagree("barnevern", "Hun er ikke spurt", "Møtet"), "barnevern"),
]
"""A story, who acts, what they do, and who receives it."""


def room_of(story: str) -> Room:
    """All seats manned, one minute into play."""
    if story == FORMAL:
        return formal_room()
    loaded = wide("coordinator", "release", "cooperation")
    return Room(manned=ALL, story=loaded).start().at(MINUTE)


def inboxes(room: Room) -> dict[str, tuple[object, ...]]:
    """What every inbox holds, and what of it still waits."""
    items = room.state[Inbox].items.values()
    return {each.id: (each.waits, each.open) for each in items}


def name(value: object) -> str:
    """A command's kind; anything else as it is."""
    return value.KIND if isinstance(value, Command) else str(value)


@pytest.mark.parametrize(("story", "seat", "command", "to"), REGRETTABLE, ids=name)
def test_an_act_taken_back_leaves_every_inbox_as_it_was(
    story: str, seat: str, command: Command, to: str
) -> None:
    """The receiver holds nothing of it, what it had closed waits again, and the journal replays."""
    room = room_of(story)
    before = inboxes(room)
    receipt = room.seat(seat, command)
    assert receipt.code is None
    assert inboxes(room) != before
    assert room.state[Acts].latest(seat, room.state.at_ms) == receipt.seqs[0]
    assert room.seat(to, Withdraw(receipt.seqs[0])).code == "nothing_to_undo"
    assert room.seat(seat, Withdraw(receipt.seqs[0])).code is None
    assert inboxes(room) == before
    room.at(8 * MINUTE)
    assert verify(room.state.plan, room.entries) is None


@pytest.mark.parametrize(("story", "seat", "command", "to"), REGRETTABLE, ids=name)
def test_what_was_seen_or_is_old_stands(story: str, seat: str, command: Command, to: str) -> None:
    """Once the receiver has opened it, or ten seconds have gone, nothing is taken back."""
    room = room_of(story)
    late = room.seat(seat, command).seqs[0]
    room.at(MINUTE + UNDO_MS + 1_000)
    assert room.seat(seat, Withdraw(late)).code in ("too_late_to_undo", "nothing_to_undo")
    before = set(inboxes(room))
    again = room.seat(seat, command).seqs[0]
    fresh = [each for each in room.state[Inbox].of(to) if each.id not in before]
    assert fresh
    for each in fresh:
        room.seat(to, SeeItem(each.id))
    assert room.seat(seat, Withdraw(again)).code == "seen_already"


@pytest.mark.parametrize(
    ("seat", "command"),
    [
        ("barnevern", AnswerDisagreement("rektor-1", "keeps", "Slik er det")),
        ("barnevern", RepairCooperation("rektor-1", "Vi spør henne")),
        ("rektor", RepairCooperation("rektor-1", "Vi spør henne")),
    ],
    ids=name,
)
def test_an_answer_to_a_disagreement_can_be_regretted(seat: str, command: Command) -> None:
    """The disagreement waits again as it did, on whom it did."""
    room = room_of(LEADING)
    room.seat("rektor", Disagree("barnevern", "Hun er ikke spurt", "Møtet"))
    before = inboxes(room)
    receipt = room.seat(seat, command)
    assert room.seat(seat, Withdraw(receipt.seqs[0])).code is None
    found = room.state[Cooperation].disagreements["rektor-1"]
    assert (found.answer, found.repair) == (None, None)
    assert inboxes(room) == before
    assert room.seat("barnevern", AnswerDisagreement("rektor-1", "talk", "Ja")).code is None


def test_what_the_other_has_built_on_stands() -> None:
    """An answer is not taken back once the two have taken it up again; a repair after an answer
    reopens nothing."""
    room = room_of(LEADING)
    room.seat("rektor", Disagree("barnevern", "Hun er ikke spurt", "Møtet"))
    answer = room.seat("barnevern", AnswerDisagreement("rektor-1", "talk", "Ja")).seqs[0]
    room.at(MINUTE + 1_000)
    repair = room.seat("rektor", RepairCooperation("rektor-1", "Vi spør henne")).seqs[0]
    assert room.seat("barnevern", Withdraw(answer)).code == "nothing_to_undo"
    assert room.seat("rektor", Withdraw(repair)).code is None
    found = room.state[Cooperation].disagreements["rektor-1"]
    assert found.answer is not None
    assert found.repair is None
    assert "disagreement" not in [each.kind for each in room.state[Inbox].open_of("barnevern")]
