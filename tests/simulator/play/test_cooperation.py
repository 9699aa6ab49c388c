"""Samarbeidet: named in calm words, answered, taken up again; for those concerned alone (RG6)."""

from __future__ import annotations

import pytest

from simulator.play.cooperation import (
    AnswerDisagreement,
    Cooperation,
    Disagree,
    RepairCooperation,
    TalkCooperation,
)
from simulator.play.inbox import Inbox
from simulator.play.undo import Withdraw
from tests.simulator.builder import Room
from tests.simulator.wide import wide

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL, story=wide("cooperation")).start().at(MINUTE)


def _refs(room: Room, seat: str) -> list[str]:
    kinds = ("talk", "disagreement", "notice")
    return [f"{i.kind}:{i.ref}" for i in room.state[Inbox].of(seat) if i.kind in kinds]


def test_a_talk_reaches_those_it_was_with_and_nobody_else(room: Room) -> None:
    """What was named and what is agreed instead; it asks nothing of them."""
    room.seat("rektor", TalkCooperation(("barnevern",), "Vi svarer hverandre sent", "Innen dagen"))
    assert _refs(room, "barnevern") == ["talk:rektor-1"]
    assert not _refs(room, "kontaktlaerer")
    assert "talk" not in [item.kind for item in room.state[Inbox].open_of("barnevern")]


def test_a_disagreement_is_answered_and_taken_up_again(room: Room) -> None:
    """RG6: the other side answers; either of the two takes it up again; then it rests."""
    room.seat("barnevern", Disagree("rektor", "Tuva er ikke spurt", about="Møtet på fredag"))
    assert _refs(room, "rektor") == ["disagreement:barnevern-1"]
    answer = AnswerDisagreement("barnevern-1", "changes", "Vi spør henne først")
    assert room.seat("barnevern", answer).code == "not_in_your_inbox"
    assert room.seat("rektor", answer).code is None
    assert room.seat("rektor", answer).code == "already_answered"
    mend = RepairCooperation("barnevern-1", "Vi to snakkes på mandag")
    assert room.seat("kontaktlaerer", mend).code == "not_yours"
    assert room.seat("rektor", mend).code is None
    assert room.seat("barnevern", mend).code == "already_repaired"
    notices = [
        "notice:disagreement-answered-barnevern-1",
        "notice:disagreement-repaired-barnevern-1",
    ]
    assert _refs(room, "barnevern") == notices
    assert not _refs(room, "kontaktlaerer")


def test_what_was_not_answered_can_be_taken_up_too(room: Room) -> None:
    """Then nothing waits any more."""
    room.seat("barnevern", Disagree("rektor", "Tuva er ikke spurt", about="Møtet"))
    room.seat("barnevern", RepairCooperation("barnevern-1", "Vi snakket i gangen"))
    assert "disagreement" not in [item.kind for item in room.state[Inbox].open_of("rektor")]
    late = AnswerDisagreement("barnevern-1", "keeps", "Likevel")
    assert room.seat("rektor", late).code == "already_answered"


def test_one_disagrees_about_something_one_has(room: Room) -> None:
    """An item of one's own, or words; with a reason, and with somebody else."""
    say = Disagree
    assert room.seat("rektor", say("barnevern", "Fordi")).code == "about_what"
    assert room.seat("rektor", say("barnevern", " ", "Møtet")).code == "why_missing"
    assert room.seat("rektor", say("rektor", "Fordi", "Møtet")).code == "to_yourself"
    foreign = say("barnevern", "Fordi", item="inject.I1@kontaktlaerer")
    assert room.seat("rektor", foreign).code == "not_in_your_inbox"
    own = say("barnevern", "Fordi", item="inject.I2@rektor")
    assert room.seat("rektor", own).code is None
    assert room.seat("rektor", TalkCooperation(("barnevern",), " ")).code == "nothing_to_send"


def test_what_was_said_in_haste_can_be_taken_back(room: Room) -> None:
    """Within ten seconds, while the other has not seen it."""
    receipt = room.seat("rektor", Disagree("barnevern", "Fordi", "Møtet"))
    assert room.seat("rektor", Withdraw(receipt.seqs[0])).code is None
    assert not room.state[Cooperation].disagreements
    assert not _refs(room, "barnevern")


def test_colleagues_answer_and_mend() -> None:
    """A disagreement with simulated seats does not hang: they answer, and want to talk."""
    room = Room(manned=("barnevern",), story=wide("cooperation")).start().at(MINUTE)
    for to in ("rektor", "kontaktlaerer", "helsesykepleier"):
        room.seat("barnevern", Disagree(to, "Tuva er ikke spurt", about="Møtet"))
    room.at(4 * MINUTE)
    found = room.state[Cooperation].disagreements.values()
    assert any(each.answer is not None for each in found)


@pytest.mark.parametrize("act", ["talk", "disagree"])
def test_what_is_expected_is_met(act: str) -> None:
    """Expected.act talk and disagree, of one of those named."""
    expects = [
        {
            "id": "X90",
            "seat": "rektor",
            "act": act,
            "to": ["barnevern"],
            "within": "3wd",
            "text": "De snakker om det.",
        }
    ]
    loaded = wide("cooperation", I1={"to": ["rektor"], "expects": expects})
    room = Room(manned=("kontaktlaerer",), story=loaded).start().at(6 * MINUTE)
    assert "expectation.met" in room.kinds()
