"""Every act that may be regretted leaves its room as it was, whatever was done before it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.play.answers import AskSeat
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.clock import Clock
from simulator.play.consent import AskConsent
from simulator.play.expectations import Expectations
from simulator.play.family import AnswerConsent, PlayFamily, TakeTime
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.kernel import FACILITATOR, Actor, Command
from simulator.play.levels import SetLevel
from simulator.play.meetings import CallMeeting
from simulator.play.notification import AnswerNotification, SendNotification
from simulator.play.pact import ReopenPact
from simulator.play.planned import CarePlan
from simulator.play.referral import SendReferral
from simulator.play.relay_log import NoteInLog, RelayLog
from simulator.play.situation import SituationMoved
from simulator.play.undo import UNDO_MS, Acts, Withdraw
from simulator.replay import refold, verify
from tests.simulator.builder import Room
from tests.simulator.play.formal import MINUTE, formal_room
from tests.simulator.play.regrettable import (
    ACTS,
    CARE,
    FIVE,
    GUEST,
    HEAD,
    NURSE,
    TEACHER,
    prepared,
    seat,
    stands,
)


def undo(room: Room, actor: Actor, seq: int) -> str | None:
    """Take an act back; why not, if it was refused."""
    return room.do(actor, Withdraw(seq)).code


@pytest.mark.parametrize("name", ACTS)
def test_an_act_taken_back_leaves_everything_as_it_was(name: str) -> None:
    """Its own room, the inboxes and what it met; only whoever did it may, and the fold agrees."""
    room = prepared()
    before = stands(room.state)
    actor, command = ACTS[name]
    receipt = room.do(actor, command)
    assert receipt.code is None
    assert stands(room.state) != before
    other = seat(HEAD) if actor != seat(HEAD) else seat(NURSE)
    assert undo(room, other, receipt.seqs[0]) == "nothing_to_undo"
    assert undo(room, actor, receipt.seqs[0]) is None
    assert stands(room.state) == before
    assert undo(room, actor, receipt.seqs[0]) == "nothing_to_undo"
    assert stands(refold(room.state.plan, room.entries)) == stands(room.state)
    room.at(room.state.at_ms + MINUTE)
    assert verify(room.state.plan, room.entries) is None


@pytest.mark.parametrize("name", ACTS)
def test_ten_seconds_later_it_stands(name: str) -> None:
    """Decisions 10: nothing is taken back after that."""
    room = prepared()
    actor, command = ACTS[name]
    seq = room.do(actor, command).seqs[0]
    room.at(room.state.at_ms + UNDO_MS + 1_000)
    assert undo(room, actor, seq) in ("too_late_to_undo", "nothing_to_undo")


MOVE = st.tuples(st.sampled_from(sorted(ACTS)), st.booleans(), st.integers(1, 4_000))


@settings(max_examples=60, deadline=None)
@given(moves=st.lists(MOVE, min_size=1, max_size=10))
def test_whatever_was_done_before_an_act_can_be_regretted_alone(
    moves: list[tuple[str, bool, int]],
) -> None:
    """In any order and at any pace: an act regretted at once leaves what stood before it, and the
    same engine tells the whole journal again."""
    room = prepared()
    for name, regretted, wait_ms in moves:
        room.at(room.state.at_ms + wait_ms)
        before = stands(room.state)
        actor, command = ACTS[name]
        receipt = room.do(actor, command)
        if receipt.code is None and receipt.seqs and regretted:
            assert undo(room, actor, receipt.seqs[0]) is None
            assert stands(room.state) == before
    assert stands(refold(room.state.plan, room.entries)) == stands(room.state)
    room.at(room.state.at_ms + MINUTE)
    assert verify(room.state.plan, room.entries) is None


@settings(max_examples=60, deadline=None)
@given(names=st.lists(st.sampled_from(sorted(ACTS)), min_size=2, max_size=5), turns=st.data())
def test_of_several_acts_none_takes_another_along(names: list[str], turns: st.DataObject) -> None:
    """Regretted in any order: each goes or stands by itself, and nothing hangs in the air."""
    room = prepared()
    done = []
    for name in names:
        room.at(room.state.at_ms + 500)
        actor, command = ACTS[name]
        receipt = room.do(actor, command)
        if receipt.code is None and receipt.seqs:
            done.append((actor, receipt.seqs[0]))
    for actor, seq in turns.draw(st.permutations(done)):
        undo(room, actor, seq)
    state = room.state
    plan = state[CarePlan]
    assert {each.goal for each in plan.measures.values()} <= {*plan.goals}
    live = [line for line in state[RelayLog].lines if not line.gone]
    assert {line.ref for line in live if line.kind == "goal"} <= {*plan.goals}
    about = {line.number for line in live if line.kind in ("adds", "disputes")}
    assert about <= {0, *(line.line for line in live)}
    assert stands(refold(state.plan, room.entries)) == stands(state)
    assert verify(state.plan, room.entries) is None


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (AskConsent("parent", "coordinator"), "request"),
        (SetMeasure("kontaktlaerer-1", "Voksen ute", HEAD, by="2wd"), "measure"),
        (FIVE, "version"),
        (CallMeeting((HEAD, NURSE), "Hvem gjør hva?"), "meeting"),
        (SendReferral(NURSE, "Vurder Tuva"), "referral"),
        (SendNotification(CARE, "Trøtt", ("F2",)), "notification"),
        (AskSeat(HEAD, "Hva vet dere?"), "question"),
    ],
    ids=lambda value: value.KIND if isinstance(value, Command) else value,
)
def test_nobody_acts_on_what_was_taken_back(command: Command, field: str) -> None:
    """Neither colleagues nor the family answer it, and no date of it reminds anybody."""
    room = formal_room(manned=(TEACHER,))
    room.seat(TEACHER, SetGoal("Noen å leke med"))
    room.at(room.state.at_ms + 1_000)
    if isinstance(command, AskConsent):
        room.do(FACILITATOR, PlayFamily("parent", "leader"))
    seq = room.seat(TEACHER, command).seqs[0]
    room.at(room.state.at_ms + 9_000)
    assert room.seat(TEACHER, Withdraw(seq)).code is None
    head = len(room.entries)
    room.at(30 * MINUTE)
    assert room.state[Clock].phase != "lobby"
    event = room.entries[seq - 1].event
    later = [entry for entry in room.entries[head:] if hasattr(entry.event, field)]
    assert not [e.kind for e in later if getattr(e.event, field) == getattr(event, field)]
    assert verify(room.state.plan, room.entries) is None


def test_an_answer_or_a_wish_for_time_makes_the_question_stand() -> None:
    """Child and parents have then seen what they were asked."""
    for reply in (AnswerConsent("kontaktlaerer-1", "refused"), TakeTime(request="kontaktlaerer-1")):
        room = prepared()
        seq = room.do(*ACTS["consent"]).seqs[0]
        room.at(room.state.at_ms + 1_000)
        assert room.do(FACILITATOR, reply).code is None
        assert room.state[Acts].latest(TEACHER, room.state.at_ms) != seq
        assert undo(room, seat(TEACHER), seq) == "nothing_to_undo"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("goal", (seat(HEAD), SetMeasure("rektor-2", "Ringe hjem", TEACHER))),
        ("reworded", (seat(HEAD), SetGoal("En å være med", goal="rektor-1"))),
        ("date", (seat(HEAD), SetMeasure(measure="rektor-1", owner=NURSE))),
        ("evaluate", (seat(HEAD), SetMeasure(measure="rektor-1", owner=NURSE))),
        ("level", (seat(HEAD), SetLevel(3, "Nå må alle inn"))),
        ("sign", (seat(NURSE), ReopenPact("Vi glemte ferien"))),
        ("needs more", (seat(CARE), AnswerNotification("kontaktlaerer-letter-1", "dismissed"))),
        ("goal", (GUEST, NoteInLog("child", "disputes", "Ikke sånn", line=3))),
    ],
)
def test_what_others_have_built_on_stands(first: str, then: tuple[Actor, Command]) -> None:
    """Also within ten seconds: the one act cannot be pulled from under the other."""
    room = prepared()
    actor, command = ACTS[first]
    seq = room.do(actor, command).seqs[0]
    room.at(room.state.at_ms + 1_000)
    before = stands(room.state)
    next_seq = room.do(*then).seqs[0]
    assert undo(room, actor, seq) == "nothing_to_undo"
    assert undo(room, then[0], next_seq) is None
    assert stands(room.state) == before


def test_a_date_taken_back_does_not_lend_its_number_to_the_next() -> None:
    """A measure is reminded of the date that stands, not of the one that was regretted."""
    room = prepared()
    actor, command = ACTS["date"]
    assert undo(room, actor, room.do(actor, command).seqs[0]) is None
    assert room.state[CarePlan].measures["rektor-1"].round == 1
    room.do(actor, command)
    assert room.state[CarePlan].measures["rektor-1"].round == 3


def test_what_was_met_is_expected_again_and_met_by_the_next() -> None:
    """Who regrets an answer and gives it anew has given it; the child gains by it once."""
    room = prepared()
    actor, command = ACTS["share"]
    due = room.state[Expectations].due
    open_before = {name for name, each in due.items() if each.open}
    receipt = room.do(actor, command)
    met = open_before - {n for n, each in room.state[Expectations].due.items() if each.open}
    assert met
    undo(room, actor, receipt.seqs[0])
    assert all(room.state[Expectations].due[name].open for name in met)
    again = room.do(actor, command).seqs[0]
    assert {room.state[Expectations].due[name].met_by for name in met} == {again}
    events = [entry.event for entry in room.entries]
    moved = [e.about for e in events if isinstance(e, SituationMoved) and e.on == "expected_done"]
    assert len(moved) == len(set(moved))


def test_what_was_seen_stands_for_the_new_acts_too() -> None:
    """Whoever was called, or given a measure, has opened it: it is not taken back."""
    for name, to in (("meeting", TEACHER), ("measure", TEACHER), ("looks into", TEACHER)):
        room = prepared()
        actor, command = ACTS[name]
        old = {*room.state[Inbox].items}
        seq = room.do(actor, command).seqs[0]
        fresh = [each for each in room.state[Inbox].of(to) if each.id not in old]
        room.seat(to, SeeItem(fresh[0].id))
        assert undo(room, actor, seq) == "seen_already"
