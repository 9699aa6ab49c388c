"""What seats can do, act by act, and what each leads to."""

from __future__ import annotations

import pytest

from simulator.play.answers import AnswerQuestion, AskSeat, GiveAnswer
from simulator.play.baton import AcceptBaton, Baton, PassBaton, ReleaseBaton, TakeBaton
from simulator.play.care import Care, Rest, Return, SayTouched
from simulator.play.codec import read
from simulator.play.escalation import AnswerMatter, Escalations, RaiseMatter
from simulator.play.facts import Facts, FactsShared, ShareFacts
from simulator.play.handover import (
    DeclineHandover,
    OfferHandover,
    ReadBack,
    StartHandover,
    TakeOver,
    TellFamily,
)
from simulator.play.hotwash import GiveHotwash, Hotwash
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.interlude import ConfirmHolds, Holds
from simulator.play.meetings import (
    CallMeeting,
    CloseMeeting,
    Decide,
    OpenMeeting,
    ReplyMeeting,
    TableFacts,
)
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.rooms import COMMANDS
from simulator.play.spoken import Agreements, ConfirmAgreed, DenyAgreed, SayAgreed
from simulator.play.steering import EndLeg, EndPlay
from simulator.play.tasks import AcceptTask, ClaimTask, GiveTask, ReleaseTask, Tasks
from simulator.play.undo import Acts, Withdraw
from simulator.play.voice import SeekVoice, TellBack, Voices
from simulator.play.wonder import NoteWonder, RateWorry, Wonders
from tests.simulator.builder import Room

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play: each has its first inject."""
    return Room(manned=ALL).start().at(MINUTE)


def test_share_carries_cards_and_both_bases(room: Room) -> None:
    """A share reaches its receivers with what the sender stated and what the rules compute."""
    room.seat("kontaktlaerer", ShareFacts(("rektor", "barnevern"), ("F2",), "Se her", "consent"))
    shared = next(e.event for e in room.entries if isinstance(e.event, FactsShared))
    assert shared.stated == "consent"
    assert set(shared.computed) == {("F2", "rektor", "task"), ("F2", "barnevern", "")}
    assert room.state[Facts].knows("barnevern", ["F2"])


def test_expected_share_is_met(room: Room) -> None:
    """The adequate act closes the item it answers; a share to the wrong seat does not."""
    room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), basis="task"))
    assert "expectation.met" not in room.kinds()
    item = "inject.I1@kontaktlaerer"
    room.seat("kontaktlaerer", ShareFacts(("rektor",), ("F2",), basis="task", item=item))
    assert "expectation.met" in room.kinds()
    assert room.state[Inbox].items[item].closed_at is not None


def test_question_and_answer(room: Room) -> None:
    """A question waits on its receiver until answered; cards come along with the answer."""
    room.seat("kontaktlaerer", AskSeat("rektor", "Hva vet dere om SFO?"))
    question = next(iter(room.state[Inbox].open_of("rektor")[1:]), None)
    assert question is not None
    assert question.kind == "question"
    assert room.seat("rektor", AnswerQuestion(question.ref, "Dette.", ("F7",))).code is None
    assert not question.open
    assert room.state[Facts].knows("kontaktlaerer", ["F7"])
    assert room.seat("rektor", AnswerQuestion(question.ref, "Igjen")).code == "already_answered"


def test_answer_closes_own_item_only(room: Room) -> None:
    """Svar closes an item of one's own; another's inbox is out of reach."""
    assert (
        room.seat("rektor", GiveAnswer("inject.I1@kontaktlaerer", "x")).code == "not_in_your_inbox"
    )
    room.seat("rektor", GiveAnswer("inject.I2@rektor", "Jeg ser på det."))
    assert room.state[Inbox].items["inject.I2@rektor"].closed_at is not None


def test_handover_goes_through_its_steps(room: Room) -> None:
    """sendt, sett, overtatt, forstått, i gang, beskjed gitt; tasks follow the responsibility."""
    room.seat("kontaktlaerer", ClaimTask("T1"))
    offer = OfferHandover("helsesykepleier", "Ta kontakt med Tuva", "2wd", ("F2",), ("T1",))
    room.seat("kontaktlaerer", offer)
    name = "kontaktlaerer-helsesykepleier-1"
    passed = room.state[Handovers].passes[name]
    assert (passed.step, passed.responsible) == ("offered", "kontaktlaerer")
    room.seat("helsesykepleier", SeeItem(f"handover.{name}@helsesykepleier"))
    assert passed.step == "seen"
    assert room.seat("rektor", TakeOver(name)).code == "not_your_handover"
    room.seat("helsesykepleier", TakeOver(name))
    assert passed.responsible == "helsesykepleier"
    assert room.state[Tasks].stands["T1"].owners == ["helsesykepleier"]
    right = room.state.plan.facts[passed.key].question.answer
    room.seat("helsesykepleier", ReadBack(name, "Prate i morgen", "1wd", right))
    assert passed.right
    room.seat("helsesykepleier", StartHandover(name))
    assert passed.in_time
    assert any(
        item.ref == f"handover-started-{name}" for item in room.state[Inbox].of("kontaktlaerer")
    )
    room.seat("helsesykepleier", TellFamily(name))
    assert not passed.open


def test_declined_handover_stays_with_its_sender(room: Room) -> None:
    """Nei leaves the sender responsible and tells it the alternative."""
    room.seat("kontaktlaerer", OfferHandover("barnevern", "Kan dere se på dette?", facts=("F2",)))
    name = "kontaktlaerer-barnevern-1"
    room.seat("barnevern", DeclineHandover(name, "Helsesykepleier er nærmere", "helsesykepleier"))
    passed = room.state[Handovers].passes[name]
    assert (passed.step, passed.responsible) == ("declined", "kontaktlaerer")
    assert room.seat("barnevern", TakeOver(name)).code == "handover_is_settled"


def test_spoken_counts_as_written(room: Room) -> None:
    """Confirmed, a spoken agreement moves task and cards like the written act; denied, nothing."""
    room.seat("kontaktlaerer", SayAgreed("rektor", "T1", "you", ("F2",), "Du tar det?"))
    assert not room.state[Tasks].stands["T1"].owners
    room.seat("rektor", ConfirmAgreed("kontaktlaerer-1"))
    assert room.state[Tasks].stands["T1"].owners == ["rektor"]
    assert room.state[Facts].knows("rektor", ["F2"])
    assert room.state[Handovers].passes["kontaktlaerer-rektor-1"].step == "taken_over"
    room.seat("kontaktlaerer", SayAgreed("barnevern", facts=("F2",)))
    room.seat("barnevern", DenyAgreed("kontaktlaerer-2"))
    assert room.state[Agreements].spoken["kontaktlaerer-2"].state == "denied"
    assert not room.state[Facts].knows("barnevern", ["F2"])


def test_tasks_can_have_two_owners_or_none(room: Room) -> None:
    """Two may claim the same task and a released one has nobody: both stand, to be measured."""
    room.seat("kontaktlaerer", ClaimTask("T1"))
    room.seat("helsesykepleier", ClaimTask("T1"))
    assert room.state[Tasks].stands["T1"].owners == ["kontaktlaerer", "helsesykepleier"]
    room.seat("kontaktlaerer", ReleaseTask("T1"))
    room.seat("helsesykepleier", GiveTask("T1", "rektor"))
    assert room.state[Tasks].stands["T1"].owners == ["helsesykepleier"]
    room.seat("rektor", AcceptTask("T1"))
    assert room.state[Tasks].stands["T1"].owners == ["rektor"]


def test_at_most_one_coordinates(room: Room) -> None:
    """The coordinating responsibility has one accepted holder or none."""
    room.seat("rektor", TakeBaton())
    assert room.seat("barnevern", TakeBaton()).code == "somebody_coordinates"
    room.seat("rektor", PassBaton("helsesykepleier"))
    assert room.state[Baton].holder == "rektor"
    room.seat("helsesykepleier", AcceptBaton())
    assert room.state[Baton].holder == "helsesykepleier"
    room.seat("helsesykepleier", ReleaseBaton())
    assert room.state[Baton].holder == ""


def test_meeting_from_call_to_minutes(room: Room) -> None:
    """A called meeting opens with those who come; its scribe writes decisions with one owner."""
    room.seat("rektor", CallMeeting(("kontaktlaerer", "helsesykepleier"), "Tuva", family=True))
    assert room.seat("rektor", OpenMeeting("rektor-1")).code == "nobody_comes_yet"
    room.seat("kontaktlaerer", ReplyMeeting("rektor-1", comes=True))
    room.seat("helsesykepleier", ReplyMeeting("rektor-1", comes=False))
    room.seat("rektor", OpenMeeting("rektor-1"))
    meeting = room.state[Meetings].held["rektor-1"]
    assert meeting.present == ("rektor", "kontaktlaerer")
    room.seat("kontaktlaerer", TableFacts("rektor-1", ("F2",)))
    assert room.state[Facts].knows("rektor", ["F2"])
    assert not room.state[Facts].knows("helsesykepleier", ["F2"])
    wrong = room.seat("kontaktlaerer", Decide("rektor-1", "Jeg er hennes voksne", "kontaktlaerer"))
    assert wrong.code == "not_the_scribe"
    room.seat("rektor", Decide("rektor-1", "Fast voksen", "kontaktlaerer", "1wd", task="T1"))
    assert room.state[Tasks].stands["T1"].owners == ["kontaktlaerer"]
    room.seat("rektor", CloseMeeting("rektor-1"))
    assert meeting.closed_at is not None


def test_listening_is_answered(room: Room) -> None:
    """Lytt gets her words or her silence at once, and she can be told what came of it."""
    room.seat("helsesykepleier", SeekVoice("child", "her_choice", "drawing"))
    listening = room.state[Voices].listenings["helsesykepleier-1"]
    assert listening.voice is not None
    room.seat("helsesykepleier", TellBack(listening.id, "Jeg snakker med mamma, som du ville."))
    assert listening.told_at is not None
    assert room.state[Voices].contacts["helsesykepleier"] == 1


def test_escalation_is_answered_at_the_leaders_level(room: Room) -> None:
    """A leader decides with a name; without one it is asked who takes it."""
    room.seat("kontaktlaerer", RaiseMatter("rektor", "Ingen tar dette", "T1"))
    refused = room.seat("rektor", AnswerMatter("kontaktlaerer-1", "decides", "Vi tar det"))
    assert refused.code == "who_takes_it"
    room.seat("rektor", AnswerMatter("kontaktlaerer-1", "decides", "Vi tar det", "rektor"))
    assert room.state[Escalations].raised["kontaktlaerer-1"].answer is not None


def test_undo_takes_everything_back(room: Room) -> None:
    """Within ten seconds and unseen, an act is as if it were not done; after that it stands."""
    receipt = room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), "oi"))
    assert room.state[Acts].latest("kontaktlaerer", room.state.at_ms) == receipt.seqs[0]
    assert room.seat("kontaktlaerer", Withdraw(receipt.seqs[0])).code is None
    assert not room.state[Facts].knows("barnevern", ["F2"])
    assert not [item for item in room.state[Inbox].of("barnevern") if item.kind == "share"]
    second = room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",)))
    room.seat("barnevern", SeeItem("share.kontaktlaerer-2@barnevern"))
    assert room.seat("kontaktlaerer", Withdraw(second.seqs[0])).code == "seen_already"
    third = room.seat("kontaktlaerer", ShareFacts(("rektor",), ("F2",)))
    room.at(MINUTE + 20_000)
    assert room.seat("kontaktlaerer", Withdraw(third.seqs[0])).code == "too_late_to_undo"


def test_care_is_between_the_person_and_the_facilitator(room: Room) -> None:
    """Resting stops one's own acts, not the seat's standing; saying so gives no reason."""
    room.seat("rektor", Rest())
    assert room.seat("rektor", ClaimTask("T1")).code == "you_are_resting"
    room.seat("rektor", SayTouched())
    assert [seat for seat, _, _ in room.state[Care].touched] == ["rektor"]
    room.seat("rektor", Return())
    assert room.seat("rektor", ClaimTask("T1")).code is None


def test_wonder_and_worry(room: Room) -> None:
    """Undring and private worry are kept by seat."""
    room.seat("rektor", NoteWonder("Hun er stille", "Hvorfor nå?", "Kanskje savner hun vennen"))
    room.seat("rektor", RateWorry(3))
    assert room.state[Wonders].worry == {"rektor": 3}
    assert room.state[Wonders].notes["rektor-1"].reading.startswith("Kanskje")


def test_interlude_confirms_what_one_holds(room: Room) -> None:
    """Before a jump owners confirm their lines, and only their own."""
    room.seat("rektor", ClaimTask("T1"))
    room.steer(EndLeg())
    assert room.seat("barnevern", ConfirmHolds(("T1",))).code == "not_yours"
    room.seat("rektor", ConfirmHolds(("T1",)))
    assert room.state[Holds].tasks == {"T1": ["rektor"]}


def test_interlude_confirms_a_handover_alone(room: Room) -> None:
    """Whoever holds only a handover can say so: no task has to be named."""
    room.seat("kontaktlaerer", OfferHandover("helsesykepleier", "Ta kontakt", facts=("F2",)))
    room.steer(EndLeg())
    name = "kontaktlaerer-helsesykepleier-1"
    command = read(COMMANDS, "interlude.confirm", {"handovers": [name]})
    assert room.seat("kontaktlaerer", command).code is None
    assert room.state[Holds].handovers == {name: ["kontaktlaerer"]}


def test_hotwash_comes_after_play(room: Room) -> None:
    """Førsteinntrykk opens when play is over, once a person."""
    assert room.seat("rektor", GiveHotwash("Bra")).code == "play_goes_on"
    room.steer(EndPlay())
    assert room.seat("rektor", GiveHotwash("Bra", "Mye", "Stille")).code is None
    assert room.seat("rektor", GiveHotwash("Mer")).code == "already_answered"
    assert [each.seat for each in room.state[Hotwash].given] == ["rektor"]
    assert room.seat("rektor", ClaimTask("T1")).code == "play_is_over"
