"""Decisions with their mandate, levels, samordning and its clock, the load cap."""

from __future__ import annotations

import pytest

from scenarios.loader import load
from simulator.play.baton import Baton, PassBaton, TakeBaton
from simulator.play.decisions import DecisionMade, Decisions, Hearing, MakeDecision
from simulator.play.escalation import Escalations
from simulator.play.handover import OfferHandover, TakeOver
from simulator.play.inbox import Inbox
from simulator.play.letters import LetterReminded
from simulator.play.levels import LevelChanged, Levels, LevelStalled, SetLevel
from simulator.play.samordning import (
    RaiseSamordning,
    Samordning,
    SamordningSettled,
    SettleSamordning,
    may_settle,
    settler_of,
)
from simulator.play.tasks import ClaimTask, JoinTask, TaskClaimed, Tasks
from simulator.play.voice import SeekVoice, Voices
from tests.simulator.builder import Room
from tests.simulator.play.formal import DAY_MS, MINUTE, formal_room, on


@pytest.fixture
def room() -> Room:
    """All seats manned, one minute into play."""
    return formal_room()


def made(room: Room) -> list[DecisionMade]:
    """Decisions in the journal."""
    return [e.event for e in room.entries if isinstance(e.event, DecisionMade)]


@pytest.mark.parametrize(
    ("seat", "ground", "mandate"),
    [
        ("rektor", "school-day", True),
        ("kontaktlaerer", "school-day", False),
        ("barnevern", "care-help", True),
        ("barnevern", "care-acute", False),
        ("kontaktlaerer", "card-1", True),
        ("kontaktlaerer", "", False),
    ],
)
def test_the_mandate_is_computed_and_stops_nobody(
    room: Room, seat: str, ground: str, *, mandate: bool
) -> None:
    """Whoever decides, decides; the event says whether it was the role's to decide."""
    said = MakeDecision("Kortere dager", ground, "Hun er sliten", "not")
    assert room.seat(seat, said).code is None
    assert made(room)[0].mandate is mandate


def test_a_decision_has_one_owner_and_a_date(room: Room) -> None:
    """The owner is told; what rests on nothing that is known is refused."""
    decided = MakeDecision("Fast voksen", "school-day", owner="kontaktlaerer", by="1w")
    room.seat("rektor", decided)
    assert room.state[Decisions].made["rektor-1"].made.due_story
    assert "notice.decision-rektor-1@kontaktlaerer" in room.state[Inbox].items
    assert room.seat("rektor", MakeDecision("x", "card-9")).code == "no_such_ground"
    assert room.seat("rektor", MakeDecision("x", owner="nobody")).code == "no_such_seat"
    assert room.seat("rektor", MakeDecision(" ")).code == "nothing_to_send"
    assert len(made(room)) == 1


def test_how_she_was_heard_is_told_by_the_listening_it_rests_on(room: Room) -> None:
    """One's own listening says whether there were words; another's cannot be named."""
    room.seat("kontaktlaerer", SeekVoice("child", "school"))
    room.seat("kontaktlaerer", MakeDecision("Turer ute", listening="kontaktlaerer-1"))
    how: Hearing = "heard" if room.state[Voices].listenings["kontaktlaerer-1"].voice else "silent"
    assert (made(room)[0].heard, made(room)[0].listening) == (how, "kontaktlaerer-1")
    other = MakeDecision("Turer ute", listening="kontaktlaerer-1")
    assert room.seat("rektor", other).code == "not_your_listening"


def test_a_level_goes_up_and_down_by_a_decision(room: Room) -> None:
    """M11: it says why and what of its criteria holds; the same level is no change."""
    assert room.seat("kontaktlaerer", SetLevel(1, " ")).code == "say_why"
    assert room.seat("kontaktlaerer", SetLevel(1, "x", ("nonsense",))).code == "no_such_criterion"
    room.seat("kontaktlaerer", SetLevel(1, "Vi klarer dette", ("talked", "several")))
    changed = next(e.event for e in room.entries if isinstance(e.event, LevelChanged))
    assert (changed.before, changed.criteria, changed.missing) == (
        None,
        ("talked",),
        ("alone", "try"),
    )
    assert room.seat("rektor", SetLevel(1, "Enig")).code == "level_is_so"
    room.seat("rektor", SetLevel(3, "Flere trengs"))
    room.seat("rektor", SetLevel(2, "To er nok"))
    assert room.state[Levels].level == 2


@pytest.mark.parametrize("coordinated", [True, False])
def test_a_level_0_that_lies_still_is_noticed(room: Room, *, coordinated: bool) -> None:
    """M12: after fourteen days (mark L) whoever coordinates is reminded, else a leader; once
    somebody has gone on with it, nobody is."""
    if coordinated:
        room.seat("barnevern", TakeBaton())
    room.seat("kontaktlaerer", SetLevel(0, "Noe er uklart"))
    on(room, 13)
    stalled = [e.event for e in room.entries if isinstance(e.event, LevelStalled)]
    told = "barnevern" if coordinated else "rektor"
    assert [each.to for each in stalled] == [told]
    assert f"reminder.level-1@{told}" in room.state[Inbox].items


def test_a_level_that_moved_on_reminds_nobody() -> None:
    """The clock of an earlier level 0 is over when the level has changed."""
    room = formal_room()
    room.seat("kontaktlaerer", SetLevel(0, "Noe er uklart"))
    room.seat("kontaktlaerer", SetLevel(1, "Vi klarer det"))
    on(room, 13)
    assert "level.stalled" not in room.kinds()


def test_a_leader_settles_who_coordinates(room: Room) -> None:
    """L02: it goes up to the role that settles it, within two working days or the same day (mark
    P); the one named is asked through the coordinating responsibility."""
    asked = RaiseSamordning("nobody", "Hvem holder i dette?", acute=True)
    assert room.seat("kontaktlaerer", asked).code is None
    name = "kontaktlaerer-letter-1"
    raised = room.state[Samordning].raised[name]
    assert raised.to == "rektor"
    assert room.state[Inbox].items[f"samordning.{name}@rektor"].acute
    assert raised.due_story < DAY_MS
    assert room.seat("barnevern", SettleSamordning("barnevern")).code == "not_yours_to_settle"
    assert room.seat("rektor", SettleSamordning("nobody", "", name)).code == "no_such_seat"
    room.seat("rektor", SettleSamordning("helsesykepleier", "Dere er nærmest", name))
    settled = room.state[Samordning].settled[0]
    assert (settled.mandate, settled.in_time) == (True, True)
    assert room.state[Baton].asked == "helsesykepleier"
    assert not room.state[Inbox].items[f"samordning.{name}@rektor"].open
    assert f"notice.letter-answered-{name}@kontaktlaerer" in room.state[Inbox].items


def test_before_the_mandate_was_law_it_goes_to_the_topmost_leader(room: Room) -> None:
    """A story of another year has other rows: nobody's role settles it then, and nothing breaks."""
    year = 365 * DAY_MS
    room.state.story_ms = -3 * year
    assert not may_settle(room.state, "rektor")
    assert settler_of(room.state, "kontaktlaerer") == "rektor"
    assert settler_of(room.state, "rektor") == ""


def test_to_settle_takes_the_place_of_an_earlier_question(room: Room) -> None:
    """Whoever was asked before is asked no more; a leader who names itself coordinates at once."""
    room.seat("kontaktlaerer", PassBaton("barnevern"))
    room.seat("rektor", SettleSamordning("helsesykepleier"))
    assert room.state[Baton].asked == "helsesykepleier"
    assert not room.state[Inbox].items["baton.child@barnevern"].open
    room.seat("rektor", SettleSamordning("rektor"))
    assert (room.state[Baton].holder, room.state[Baton].asked) == ("rektor", "")
    settled = [e.event for e in room.entries if isinstance(e.event, SamordningSettled)]
    assert [each.samordning for each in settled] == ["", ""]


def test_late_to_settle_is_told(room: Room) -> None:
    """The clock runs: past it, the one who asked and the leader are reminded."""
    room.seat("kontaktlaerer", RaiseSamordning("disagree", "BUP og skolen er uenige"))
    on(room, 7)
    told = [e.event for e in room.entries if isinstance(e.event, LetterReminded)]
    assert [each.to for each in told] == [("kontaktlaerer", "rektor")]
    room.seat("rektor", SettleSamordning("barnevern", "", "kontaktlaerer-letter-1"))
    assert not room.state[Samordning].settled[0].in_time


def test_a_task_beyond_the_cap_is_taken_and_marked(room: Room) -> None:
    """Load caps warn and are measured: nothing is refused, also when tasks come with a handover."""
    room.seat("kontaktlaerer", ClaimTask("T1"))
    assert room.seat("kontaktlaerer", ClaimTask("T2")).code is None
    claims = [e.event for e in room.entries if isinstance(e.event, TaskClaimed)]
    assert [each.over_cap for each in claims] == [False, True]
    room.seat("kontaktlaerer", OfferHandover("helsesykepleier", "Ta disse", tasks=("T1", "T2")))
    room.seat("helsesykepleier", TakeOver("kontaktlaerer-helsesykepleier-1"))
    claims = [e.event for e in room.entries if isinstance(e.event, TaskClaimed)][2:]
    assert [each.over_cap for each in claims] == [False, True]
    room.state[Tasks].room["rektor"] = 1
    room.seat("rektor", JoinTask("T1"))
    for task in ("T1", "T2"):
        room.seat("rektor", ClaimTask(task))
    claims = [e.event for e in room.entries if isinstance(e.event, TaskClaimed)][4:]
    assert [each.over_cap for each in claims] == [False, False]


def test_formats_without_a_cap_mark_nothing() -> None:
    """The short formats play as before."""
    assert all(each.load.tasks is None for each in load("small").scenario().formats.values())
    room = Room(manned=("rektor",)).start().at(MINUTE)
    for task in ("T1", "T2"):
        room.seat("rektor", ClaimTask(task))
    claims = [e.event for e in room.entries if isinstance(e.event, TaskClaimed)]
    assert not any(each.over_cap for each in claims)
    assert not room.state[Escalations].raised
