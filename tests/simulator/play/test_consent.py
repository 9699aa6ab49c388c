"""Leave asked for, answered, taken back; and what cards may then travel on (A9, domain.md 4.4)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.family import Giver
from simulator.play.consent import AskConsent, Consents
from simulator.play.facts import Facts, FactsShared, ShareFacts
from simulator.play.family import AnswerConsent, PlayFamily, WithdrawConsent
from simulator.play.grants import ConsentAnswered, ConsentWithdrawn, Grants
from simulator.play.inbox import Inbox
from simulator.play.kernel import FACILITATOR
from simulator.play.script import ReleaseInject
from tests.simulator.builder import Room
from tests.simulator.leave import story

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


def played(**inject: list[str]) -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL, story=story(**inject)).start().at(MINUTE)


def ask(room: Room, seat: str, giver: Giver, facts: tuple[str, ...], to: tuple[str, ...]) -> str:
    """Ask, and return the id of the request."""
    wanted = AskConsent(giver, "share", facts, to, "For å hjelpe", "weeks", may_withdraw=True)
    assert room.seat(seat, wanted).code is None
    return f"{seat}-{room.state[Consents].counts[seat]}"


def last_basis(room: Room) -> tuple[tuple[str, str, str], ...]:
    """What the rules computed for the newest share."""
    shares = [each.event for each in room.entries if isinstance(each.event, FactsShared)]
    return shares[-1].computed


def test_a_yes_that_covers_part_of_it_is_a_limited_yes() -> None:
    """The cards that were let go may reach the one asked for; the rest is as before."""
    room = played()
    request = ask(room, "kontaktlaerer", "parent", ("F2",), ("barnevern", "rektor"))
    found = room.state[Consents].requests[request]
    assert found.answer is not None
    assert (found.answer.answer, found.answer.to) == ("limited", ("barnevern",))
    room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), "", "consent"))
    assert last_basis(room) == (("F2", "barnevern", "consent"),)


def test_without_leave_a_share_goes_through_and_says_so() -> None:
    """Nothing is refused for law: the share stands in the journal, without a basis (C1)."""
    room = played()
    assert room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",))).code is None
    assert last_basis(room) == (("F2", "barnevern", ""),)


def test_whoever_asked_gets_a_notice_and_the_item_is_closed() -> None:
    """The answer reaches the seat that asked, and what it answered no longer waits."""
    room = played()
    item = next(each.id for each in room.state[Inbox].open_of("kontaktlaerer"))
    room.seat("kontaktlaerer", AskConsent("parent", "share", ("F2",), ("barnevern",), item=item))
    assert room.state[Inbox].items[item].closed_at is not None
    notices = [i.ref for i in room.state[Inbox].of("kontaktlaerer") if i.kind == "notice"]
    assert notices == ["consent-answered-kontaktlaerer-1"]


def test_what_no_row_covers_is_no() -> None:
    """Asked about something nobody has thought of, they do not say yes."""
    room = played()
    request = ask(room, "rektor", "child", ("F1",), ("barnevern",))
    answer = room.state[Consents].requests[request].answer
    assert answer is not None
    assert (answer.answer, answer.facts, answer.to) == ("refused", (), ())


def test_a_slow_answer_comes_when_the_story_says() -> None:
    """She thinks about it for a working day; until then nobody has leave (M27)."""
    room = played()
    request = ask(room, "helsesykepleier", "child", ("F4",), ("barnevern",))
    assert room.state[Consents].requests[request].answer is None
    room.at(MINUTE + 60_000)
    assert room.state[Consents].requests[request].answer is None
    room.at(MINUTE + 80_000)
    answer = room.state[Consents].requests[request].answer
    assert answer is not None
    assert answer.answer == "full"
    assert room.state[Grants].leave("F4", "barnevern") is True


def test_below_the_trust_it_takes_the_answer_is_no() -> None:
    """Trust decides; nobody is told a number."""
    room = played()
    room.do(FACILITATOR, ReleaseInject("I8"))
    room.at(4 * MINUTE)
    if not room.state[Facts].knows("helsesykepleier", ["F6"]):
        room.do(FACILITATOR, ReleaseInject("I6"))
        room.at(5 * MINUTE)
    request = ask(room, "helsesykepleier", "child", ("F6",), ("barnevern",))
    answer = room.state[Consents].requests[request].answer
    assert answer is not None
    assert (answer.answer, answer.consent) == ("refused", "C3")


def test_what_the_story_has_given_is_not_lost_by_asking_again() -> None:
    """F2 may reach the school nurse on consent already; to ask is no way to lose that."""
    room = played()
    request = ask(room, "kontaktlaerer", "child", ("F2",), ("helsesykepleier",))
    answer = room.state[Consents].requests[request].answer
    assert answer is not None
    assert answer.answer == "full"


def test_a_yes_to_a_coordinator_is_kept_for_those_who_ask_for_it() -> None:
    """Leave that is not about cards is known by what it is about."""
    room = played()
    assert not room.state[Grants].agrees("coordinator")
    room.seat("rektor", AskConsent("parent", "coordinator", why="Én å ringe til"))
    assert room.state[Grants].agrees("coordinator")


def test_an_inject_takes_leave_back_and_tells_the_holders() -> None:
    """With the leave goes the basis; those who hold a card of it are told, and only they (A9)."""
    room = played(I5=["C1"])
    request = ask(room, "kontaktlaerer", "parent", ("F2",), ("barnevern",))
    room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), "", "consent"))
    room.at(4 * MINUTE)
    assert room.state[Consents].requests[request].withdrawn is not None
    withdrawn = next(e.event for e in room.entries if isinstance(e.event, ConsentWithdrawn))
    assert set(withdrawn.told) >= {"kontaktlaerer", "barnevern"}
    told = [i.ref for i in room.state[Inbox].of("barnevern") if i.kind == "notice"]
    assert told == ["consent-withdrawn-1"]
    room.seat("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), "", "consent"))
    assert last_basis(room) == (("F2", "barnevern", ""),)
    again = ask(room, "kontaktlaerer", "parent", ("F2",), ("barnevern",))
    answer = room.state[Consents].requests[again].answer
    assert answer is not None
    assert answer.answer == "refused"


def test_leave_that_the_story_gave_ends_too() -> None:
    """A card whose reach calls the parents' consent its basis loses it; another basis stays."""
    room = played(I5=["C1"])
    room.at(4 * MINUTE)
    room.seat("kontaktlaerer", ShareFacts(("helsesykepleier", "rektor"), ("F2",)))
    assert set(last_basis(room)) == {("F2", "helsesykepleier", ""), ("F2", "rektor", "task")}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AskConsent("child", "share", (), ("rektor",)), "leave_for_what"),
        (AskConsent("child", "share", ("F9",), ("rektor",)), "card_not_known"),
        (AskConsent("child", "share", ("F2",), ()), "no_such_seat"),
        (AskConsent("child", "share", ("F2",), ("kontaktlaerer",)), "to_yourself"),
        (AnswerConsent("kontaktlaerer-1", "full"), "not_your_part"),
        (WithdrawConsent("kontaktlaerer-1"), "not_your_part"),
        (PlayFamily("child", "leader"), "only_facilitator"),
    ],
)
def test_what_a_seat_can_not_ask(command: AskConsent, code: str) -> None:
    """Only cards one holds, to others; and no seat answers for child or parents."""
    room = played()
    assert room.seat("kontaktlaerer", command).code == code


WAYS = st.lists(
    st.sampled_from(["ask", "share", "answer", "withdraw", "pass"]), min_size=1, max_size=14
)


@given(ways=WAYS, to=st.sampled_from(["barnevern", "helsesykepleier", "rektor"]))
@settings(max_examples=25, deadline=None)
def test_sharing_after_withdrawal_is_always_journalled_without_the_ground_of_consent(
    ways: list[str], to: str
) -> None:
    """Whatever is asked, answered, taken back and shared in whatever order: a card goes on the
    ground of consent if and only if the last word about it for that receiver allows it."""
    room = Room(manned=ALL, story=story()).start().at(MINUTE)
    room.do(FACILITATOR, PlayFamily("parent", "leader"))
    for number, way in enumerate(ways):
        _do(room.at(MINUTE + number * 1_000), way, to)
    by_story = {"rektor": "task", "helsesykepleier": "consent"}.get(to, "")
    last: bool | None = None
    for entry in room.entries:
        event = entry.event
        if isinstance(event, ConsentAnswered | ConsentWithdrawn):
            last = isinstance(event, ConsentAnswered)
        elif isinstance(event, FactsShared):
            lost = by_story == "consent" and last is False
            want = "" if lost else by_story or ("consent" if last else "")
            assert event.computed == (("F2", to, want),)


def _do(room: Room, way: str, to: str) -> None:
    """One step of the property: ask, answer, take back, share, or let time pass."""
    open_ = [each.asked.request for each in room.state[Consents].open()]
    stands = [r.asked.request for r in room.state[Consents].requests.values() if r.stands]
    if way == "ask":
        ask(room, "kontaktlaerer", "parent", ("F2",), (to,))
    elif way == "share":
        room.seat("kontaktlaerer", ShareFacts((to,), ("F2",), "", "consent"))
    elif way == "answer" and open_:
        room.do(FACILITATOR, AnswerConsent(open_[0], "full"))
    elif way == "withdraw" and stands:
        room.do(FACILITATOR, WithdrawConsent(stands[-1]))
