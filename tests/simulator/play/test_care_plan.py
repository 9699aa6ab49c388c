"""Planen: goals on a voice or visibly on none, measures with owner and date, evaluation, lead."""

from __future__ import annotations

import pytest

from simulator.play.care_plan import EvaluateMeasure, LeadPlan, SetGoal, SetMeasure
from simulator.play.inbox import Inbox, Item
from simulator.play.planned import NO_DATE, CarePlan, takes_part
from simulator.play.voice import SeekVoice
from simulator.rehearse import rehearse
from simulator.replay import verify
from tests.simulator.builder import Room
from tests.simulator.planning import with_plan

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
GOAL, MEASURE = "helsesykepleier-1", "helsesykepleier-1"


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL).start().at(MINUTE)


@pytest.fixture
def planned(room: Room) -> Room:
    """A goal with one measure that kontaktlærer is to do, looked at in two days."""
    room.seat("helsesykepleier", SetGoal("Jeg vil ha en jeg kan gå til"))
    room.seat(
        "helsesykepleier",
        SetMeasure(GOAL, "Fast voksen i friminuttene", "kontaktlaerer", "Hun leker igjen", "2wd"),
    )
    return room


def of_kind(room: Room, seat: str, kind: str) -> list[Item]:
    """A seat's items of one kind."""
    return [each for each in room.state[Inbox].of(seat) if each.kind == kind]


def test_a_goal_stands_on_words_the_seat_has_heard_or_visibly_on_none(room: Room) -> None:
    """Another's listening cannot be borrowed; a goal without one stands, and can get one later."""
    room.seat("rektor", SeekVoice("child"))
    room.seat("helsesykepleier", SeekVoice("child"))
    borrowed = room.seat("helsesykepleier", SetGoal("Ha en venn", "rektor-1"))
    assert borrowed.code == "not_your_listening"
    assert room.seat("helsesykepleier", SetGoal("x", "ingen-1")).code == "no_such_listening"
    assert room.seat("helsesykepleier", SetGoal("  ")).code == "nothing_to_send"
    room.seat("helsesykepleier", SetGoal("Ha en venn"))
    goal = room.state[CarePlan].goals[GOAL]
    assert goal.listening == ""
    room.seat("helsesykepleier", SetGoal("Ha en venn i klassen", "helsesykepleier-1", GOAL))
    assert (goal.words, goal.listening) == ("Ha en venn i klassen", "helsesykepleier-1")


def test_only_who_takes_part_works_on_the_plan(planned: Room) -> None:
    """The owner of a measure does; a seat without a hand in it knows no goal to build on."""
    assert takes_part(planned.state, "kontaktlaerer")
    assert not takes_part(planned.state, "barnevern")
    refused = planned.seat("barnevern", SetMeasure(GOAL, "Noe annet"))
    assert refused.code == "goal_not_known"
    refused = planned.seat("barnevern", EvaluateMeasure(MEASURE, "same", "keep"))
    assert refused.code == "measure_not_known"
    assert planned.seat("barnevern", SetGoal("x", goal=GOAL)).code == "goal_not_known"
    assert planned.seat("kontaktlaerer", SetMeasure(GOAL, "Ringe hjem")).code is None


def test_the_owner_is_told_and_says_when_it_is_under_way(planned: Room) -> None:
    """A measure given to another reaches its inbox; what a change leaves out stands."""
    told = of_kind(planned, "kontaktlaerer", "notice")
    assert [each.ref for each in told] == [f"measure-given-{MEASURE}"]
    found = planned.state[CarePlan].measures[MEASURE]
    assert found.stage == "planned"
    planned.seat("kontaktlaerer", SetMeasure(measure=MEASURE, state="under_way"))
    found = planned.state[CarePlan].measures[MEASURE]
    assert (found.stage, found.owner, found.round) == ("under_way", "kontaktlaerer", 1)
    assert found.text == "Fast voksen i friminuttene"
    assert planned.seat("rektor", SetMeasure(GOAL, "x", "ingen")).code == "no_such_seat"


def test_the_date_reminds_and_then_is_late(planned: Room) -> None:
    """Reminded before its date, late after it once protected time is gone, told to the lead."""
    planned.seat("rektor", LeadPlan())
    planned.at(3 * MINUTE)
    (reminder,) = of_kind(planned, "kontaktlaerer", "measure")
    assert reminder.open
    assert not planned.state[CarePlan].measures[MEASURE].late
    planned.at(9 * MINUTE)
    assert reminder.late
    assert planned.state[CarePlan].measures[MEASURE].late
    assert f"measure-late-{MEASURE}" in [i.ref for i in of_kind(planned, "rektor", "notice")]


def test_a_date_that_was_moved_reminds_nobody(planned: Room) -> None:
    """Two weeks instead of two days: no reminder comes for the old date."""
    planned.seat("kontaktlaerer", SetMeasure(measure=MEASURE, by="2w"))
    assert planned.state[CarePlan].measures[MEASURE].round == 2
    planned.at(5 * MINUTE)
    assert of_kind(planned, "kontaktlaerer", "measure") == []


def test_a_new_owner_is_reminded_instead(planned: Room) -> None:
    """Who no longer owns a measure is not waited for."""
    planned.at(3 * MINUTE)
    (old,) = of_kind(planned, "kontaktlaerer", "measure")
    planned.seat("helsesykepleier", SetMeasure(measure=MEASURE, owner="barnevern"))
    assert not old.open
    planned.at(5 * MINUTE)
    assert [each.open for each in of_kind(planned, "barnevern", "measure")] == [True]


def test_an_evaluation_closes_the_reminder_and_may_set_a_new_date(planned: Room) -> None:
    """Better, same or worse; keep, change or stop; what is stopped is not evaluated again."""
    planned.at(3 * MINUTE)
    (reminder,) = of_kind(planned, "kontaktlaerer", "measure")
    planned.seat("kontaktlaerer", EvaluateMeasure(MEASURE, "better", "keep", "Hun ler", by="2wd"))
    found = planned.state[CarePlan].measures[MEASURE]
    assert not reminder.open
    assert found.evaluations[-1].in_time
    assert (found.stage, found.round) == ("under_way", 2)
    told = [each.ref for each in of_kind(planned, "kontaktlaerer", "notice")]
    assert f"measure-evaluated-{MEASURE}-1" not in told
    planned.seat("helsesykepleier", EvaluateMeasure(MEASURE, "worse", "change"))
    assert (found.stage, found.due_story) == ("evaluated", NO_DATE)
    told = [each.ref for each in of_kind(planned, "kontaktlaerer", "notice")]
    assert f"measure-evaluated-{MEASURE}-2" in told
    planned.seat("helsesykepleier", EvaluateMeasure(MEASURE, "same", "stop", by="2wd"))
    assert found.stage == "stopped"
    again = planned.seat("kontaktlaerer", EvaluateMeasure(MEASURE, "same", "keep"))
    assert again.code == "measure_is_stopped"
    changed = planned.seat("kontaktlaerer", SetMeasure(measure=MEASURE, text="x"))
    assert changed.code == "measure_is_stopped"


def test_one_leads_the_plan_and_the_one_before_is_told(room: Room) -> None:
    """The main responsibility is one seat's at a time, and never falls away again."""
    assert room.state[CarePlan].lead == ""
    room.seat("rektor", LeadPlan())
    assert room.seat("rektor", LeadPlan()).code == "already_yours"
    room.seat("helsesykepleier", LeadPlan())
    assert room.state[CarePlan].lead == "helsesykepleier"
    assert [each.ref for each in of_kind(room, "rektor", "notice")] == ["plan-led"]


def test_an_evaluation_without_an_owner_waits_on_who_leads(room: Room) -> None:
    """A measure nobody answers for still reminds somebody, if anybody leads."""
    room.seat("rektor", SetGoal("Sove bedre"))
    room.seat("rektor", SetMeasure("rektor-1", "Leggetid", by="1wd"))
    room.seat("helsesykepleier", LeadPlan())
    room.at(4 * MINUTE)
    assert len(of_kind(room, "helsesykepleier", "measure")) == 1


def test_colleagues_plan_begin_and_evaluate_and_replay_agrees() -> None:
    """Played by the system alone, a format that asks for Planen gets one, and its evaluation."""
    seen: set[str] = set()
    for seed in range(1, 7):
        played = rehearse(with_plan(), "45", seed=seed, manned=["rektor"] if seed % 2 else [])
        seen |= {entry.kind for entry in played.entries}
        assert verify(played.plan, played.entries) is None
    assert seen >= {"goal.set_down", "measure.set_down", "measure.reminded", "measure.evaluated"}


def test_a_plan_and_an_evaluation_are_adequate_acts() -> None:
    """A measure with the owner asked for meets `plan`; an evaluation meets `evaluate`."""
    room = Room(manned=ALL, story=with_plan()).start().at(4 * MINUTE)
    room.seat("helsesykepleier", SetGoal("Ha en å gå til"))
    assert "expectation.met" not in room.kinds()
    item = "inject.I3@helsesykepleier"
    measure = SetMeasure(GOAL, "Fast voksen", "kontaktlaerer", "Tryggere", "2wd", item=item)
    room.seat("helsesykepleier", measure)
    assert "expectation.met" in room.kinds()
    assert not room.state[Inbox].items[item].open
