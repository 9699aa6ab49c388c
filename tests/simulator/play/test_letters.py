"""Bekymringsmelding and referral: written, waited for, answered, reminded of. C1, C6."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.play.facts import Facts, FactsShared
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.letters import LetterReminded, Letters
from simulator.play.notification import (
    AnswerNotification,
    NotificationAnswered,
    NotificationSent,
    SendNotification,
)
from simulator.play.referral import AnswerReferral, ReferralAnswered, ReferralSent, SendReferral
from simulator.play.undo import Withdraw
from simulator.replay import refold, verify
from tests.simulator.builder import Room
from tests.simulator.play.formal import ALL, DAY_MS, MINUTE, formal_room, on

LETTER = "kontaktlaerer-letter-1"


@pytest.fixture
def room() -> Room:
    """All seats manned, one minute into play."""
    return formal_room()


def reminders(room: Room) -> list[LetterReminded]:
    """Those in the journal."""
    return [e.event for e in room.entries if isinstance(e.event, LetterReminded)]


def answers(room: Room) -> list[NotificationAnswered | ReferralAnswered]:
    """Answers to letters, in order."""
    kinds = (NotificationAnswered, ReferralAnswered)
    return [e.event for e in room.entries if isinstance(e.event, kinds)]


def test_a_report_carries_its_cards_both_bases_and_two_clocks(room: Room) -> None:
    """It waits on barnevern, who then knows the card; a week to look into it (bvl § 2-1) and three
    until the reporter knows, in story time. What the law finds is noted and stops nobody."""
    room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt og alene", ("F2",), "duty"))
    sent = next(e.event for e in room.entries if isinstance(e.event, NotificationSent))
    shared = next(e.event for e in room.entries if isinstance(e.event, FactsShared))
    assert (sent.duty, sent.public) == (False, True)
    assert (shared.stated, shared.computed) == ("duty", (("F2", "barnevern", ""),))
    assert room.state[Facts].knows("barnevern", ["F2"])
    assert [item.ref for item in room.state[Inbox].open_of("barnevern") if item.kind != "inject"]
    # Calendar days run to 16:00 on the last: play began on a Monday at 08:00.
    assert sent.due_story == 7 * DAY_MS + 8 * DAY_MS // 24
    assert sent.feedback_story == 21 * DAY_MS + 8 * DAY_MS // 24


def test_a_report_goes_to_barnevern_and_a_referral_to_who_takes_them(room: Room) -> None:
    """Other addressees are named as that; cards one does not hold never travel."""
    assert room.seat("barnevern", SendNotification("rektor", "x")).code == "takes_no_notification"
    assert room.seat("rektor", SendReferral("barnevern", "x")).code == "takes_no_referral"
    assert room.seat("rektor", SendNotification("barnevern", "x", ("F2",))).code == "card_not_known"
    assert room.seat("rektor", SendNotification("barnevern")).code == "nothing_to_send"
    assert room.seat("rektor", SendReferral("helsesykepleier", " ")).code is not None
    assert not room.state[Letters].sent


@pytest.mark.parametrize("outcome", ["investigates", "dismissed"])
def test_the_answer_reaches_the_one_who_wrote(room: Room, outcome: str) -> None:
    """Only barnevern answers, once; its item closes and the sender is told."""
    room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt"))
    reply = AnswerNotification(LETTER, outcome, "Vi snakker med henne.")  # type: ignore[arg-type]
    assert room.seat("rektor", reply).code == "not_in_your_inbox"
    assert room.seat("barnevern", reply).code is None
    assert room.seat("barnevern", reply).code == "already_answered"
    assert not room.state[Inbox].items[f"notification.{LETTER}@barnevern"].open
    assert f"notice.letter-answered-{LETTER}@kontaktlaerer" in room.state[Inbox].items
    assert answers(room)[0].in_time


def test_to_need_more_is_no_answer_yet(room: Room) -> None:
    """The sender is asked, the letter still waits and its clock still runs."""
    room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt"))
    assert room.seat("barnevern", AnswerNotification(LETTER, "more")).code == "nothing_to_send"
    room.seat("barnevern", AnswerNotification(LETTER, "more", "Siden når?"))
    assert room.state[Letters].sent[LETTER].asked == ["Siden når?"]
    assert room.state[Inbox].items[f"notification.{LETTER}@barnevern"].open
    assert f"notice.letter-more-{LETTER}-1@kontaktlaerer" in room.state[Inbox].items
    assert room.seat("barnevern", AnswerNotification(LETTER, "dismissed")).code is None


def test_late_review_and_late_feedback_are_marked_and_reminded_of(room: Room) -> None:
    """A week passes, then three: sender, barnevern and its leader are reminded once of each, and
    an answer after that says that it came late."""
    room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt"))
    on(room, 11)
    assert [each.clock for each in reminders(room)] == ["answer"]
    assert room.state[Inbox].items[f"notification.{LETTER}@barnevern"].late
    room.at(13 * MINUTE)
    assert [each.clock for each in reminders(room)] == ["answer", "feedback"]
    assert reminders(room)[1].to == ("kontaktlaerer", "barnevern")
    room.seat("barnevern", AnswerNotification(LETTER, "investigates"))
    late = answers(room)[0]
    assert isinstance(late, NotificationAnswered)
    assert (late.in_time, late.told_in_time) == (False, False)


def test_an_answered_letter_is_reminded_of_no_more(room: Room) -> None:
    """Whoever answers in time hears nothing of it again."""
    room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt"))
    room.seat("barnevern", AnswerNotification(LETTER, "investigates"))
    on(room, 13)
    assert reminders(room) == []


def test_a_referral_has_ten_working_days_where_the_law_gives_them(room: Room) -> None:
    """Pbrl § 2-2 a counts from receipt; two weeks of working days, to that afternoon."""
    asked = SendReferral("helsesykepleier", "Vurder Tuva", "Fast voksen", ("F2",), "consent")
    room.seat("kontaktlaerer", asked)
    sent = next(e.event for e in room.entries if isinstance(e.event, ReferralSent))
    assert 13 * DAY_MS < sent.due_story < 15 * DAY_MS
    assert room.state[Facts].knows("helsesykepleier", ["F2"])


@pytest.mark.parametrize(
    ("onward", "way", "forward"),
    [("rektor", "", True), ("", "Helsestasjonen", True), ("", "", False)],
)
def test_a_no_without_a_way_forward_is_possible_and_stands_so(
    room: Room, onward: str, way: str, *, forward: bool
) -> None:
    """A no needs its reason; where it leads nowhere the event says it. The sender is told all."""
    room.seat("kontaktlaerer", SendReferral("helsesykepleier", "Vurder Tuva"))
    assert room.seat("helsesykepleier", AnswerReferral(LETTER, "declined")).code == "say_why"
    no = AnswerReferral(LETTER, "declined", "For tidlig", onward, way, family=True)
    assert room.seat("helsesykepleier", no).code is None
    said = answers(room)[0]
    assert isinstance(said, ReferralAnswered)
    assert (said.forward, said.family, said.in_time) == (forward, True, True)


def test_a_letter_can_be_taken_back_until_it_is_seen(room: Room) -> None:
    """Within ten seconds, cards and clocks with it; not once barnevern has opened it."""
    first = room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt", ("F2",)))
    assert room.seat("kontaktlaerer", Withdraw(first.seqs[0])).code is None
    assert not room.state[Letters].sent
    assert not room.state[Facts].knows("barnevern", ["F2"])
    second = room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt"))
    room.seat("barnevern", SeeItem("notification.kontaktlaerer-letter-2@barnevern"))
    assert room.seat("kontaktlaerer", Withdraw(second.seqs[0])).code == "seen_already"
    on(room, 13)
    assert {each.letter for each in reminders(room)} == {"kontaktlaerer-letter-2"}


def test_a_colleague_answers_and_asks_when_a_letter_is_thin() -> None:
    """Of ten seeds most get an answer; a referral without card or word of what was tried is asked
    about first; what was written is answered by the same rules as by people."""
    said = []
    for seed in range(1, 11):
        room = formal_room(manned=("kontaktlaerer",), seed=seed)
        room.seat("kontaktlaerer", SendReferral("helsesykepleier", "Vurder Tuva"))
        room.seat("kontaktlaerer", SendNotification("barnevern", "Trøtt", ("F2",)))
        room.at(6 * MINUTE)
        said += [type(each).__name__ + each.outcome for each in answers(room)]
        assert verify(room.state.plan, room.entries) is None
    assert said.count("ReferralAnsweredmore") >= 4
    assert sum(each.startswith("Notification") for each in said) >= 5
    assert "ReferralAnsweredaccepted" not in said


ACTS = st.one_of(
    st.tuples(st.sampled_from(ALL), st.sampled_from(ALL), st.sampled_from(["F2", ""])).map(
        lambda each: (each[0], SendNotification(each[1], "x", (each[2],) if each[2] else ()))
    ),
    st.tuples(st.sampled_from(ALL), st.sampled_from(ALL)).map(
        lambda each: (each[0], SendReferral(each[1], "x"))
    ),
    st.tuples(st.sampled_from(ALL), st.sampled_from(ALL), st.integers(1, 3)).map(
        lambda each: (each[0], AnswerNotification(f"{each[1]}-letter-{each[2]}", "dismissed", "x"))
    ),
    st.tuples(st.sampled_from(ALL), st.sampled_from(ALL), st.integers(1, 3)).map(
        lambda each: (each[0], AnswerReferral(f"{each[1]}-letter-{each[2]}", "accepted", "x"))
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(ACTS, max_size=12))
def test_a_letter_waits_on_one_seat_until_that_seat_answers(
    acts: list[tuple[str, SendNotification | SendReferral]],
) -> None:
    """Whatever is tried by whom: an open letter is an open item of its receiver alone, a closed
    one is nobody's, cards reach only receivers, and folding again gives the same."""
    room = formal_room()
    for seat, command in acts:
        room.seat(seat, command)
    items = room.state[Inbox].items
    for letter in room.state[Letters].sent.values():
        assert items[letter.item].open == letter.open
        assert letter.sender != letter.to
    told = {each.to for each in room.state[Letters].sent.values()} | {"kontaktlaerer"}
    assert {seat for seat in ALL if room.state[Facts].knows(seat, ["F2"])} <= told
    assert refold(room.state.plan, room.entries)[Letters] == room.state[Letters]
