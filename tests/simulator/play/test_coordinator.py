"""Barnekoordinator: need, the family's yes, a name, a yes, time, and a first meeting (T26, L05)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.duration import DAY
from simulator.play.baton import Baton, TakeBaton
from simulator.play.consent import AskConsent
from simulator.play.coordinator import (
    AcceptPost,
    AppointCoordinator,
    CoordinatorAppointed,
    CoordinatorNeeded,
    Coordinators,
    DeclinePost,
    ReportNeed,
    TellAppointed,
    leave_of,
)
from simulator.play.inbox import Inbox, ItemKind
from simulator.play.kernel import Command
from simulator.play.meetings import CallMeeting, OpenMeeting, ReplyMeeting
from simulator.play.release import GiveRelease
from simulator.play.undo import Withdraw
from simulator.play.voice import SeekVoice
from tests.simulator.builder import Room
from tests.simulator.wide import KE, LEADER, wide

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
NAMED = "barnevern"
ASK = AskConsent("parent", "coordinator", why="Noen som holder i det")


def _room(manned: tuple[str, ...] = ALL, *, seed: int = 1, **changes: Any) -> Room:
    loaded = wide("coordinator", "release", **changes)
    return Room(manned=manned, story=loaded, seed=seed).start().at(MINUTE)


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play; KE and a leader among them."""
    return _room()


def _waits(room: Room, seat: str) -> list[ItemKind]:
    return [item.kind for item in room.state[Inbox].open_of(seat)]


def _appointed(room: Room, title: str = "barnekoordinator") -> None:
    code = room.seat(KE, AppointCoordinator(NAMED, title)).code  # type: ignore[arg-type]
    assert code is None


def test_the_whole_way_from_need_to_first_meeting(room: Room) -> None:
    """T26: each step is an event, tells who is next, and closes what it answers."""
    room.seat("kontaktlaerer", ReportNeed("Tuva trenger én som holder i det."))
    assert "need" in _waits(room, KE)
    room.seat(KE, ASK)
    room.at(4 * MINUTE)
    assert leave_of(room.state) == "yes"
    _appointed(room)
    assert "need" not in _waits(room, KE)
    assert "appointment" in _waits(room, NAMED)
    room.seat(NAMED, AcceptPost())
    assert room.state[Baton].holder == NAMED
    assert _waits(room, LEADER).count("release_time") == 1
    room.seat(LEADER, GiveRelease("time", "Seks timer i uka til jul", 6, NAMED))
    assert "release_time" not in _waits(room, LEADER)
    room.seat(NAMED, TellAppointed())
    assert "first_meeting" in _waits(room, NAMED)
    room.seat(NAMED, SeekVoice("parent", "home", "talk"))
    assert "first_meeting" not in _waits(room, NAMED)
    now = room.state[Coordinators].current
    assert now is not None
    assert None not in (now.answered_story, now.told_story, now.met_story)


def test_the_report_rests_on_d11_and_carries_the_time_of_the_rule_pack(room: Room) -> None:
    """D11 lets the need be reported; ten working days, two where it is acute (mark P)."""
    room.seat("rektor", ReportNeed("Det haster ikke."))
    room.seat("rektor", ReportNeed("Det haster.", acute=True))
    calm, acute = (e for e in room.entries if isinstance(e.event, CoordinatorNeeded))
    for entry, days in ((calm, 14), (acute, 2)):
        event = entry.event
        assert isinstance(event, CoordinatorNeeded)
        assert event.basis == "D11"
        assert event.due_story is not None
        assert event.due_story - entry.story_ms == days * DAY


def test_only_ke_appoints(room: Room) -> None:
    """L08: acts not of this seat are refused; nothing of it is written."""
    before = room.state.seq
    for seat in ALL:
        if seat != KE:
            appoint = AppointCoordinator(NAMED, "barnekoordinator")
            assert room.seat(seat, appoint).code == "only_ke"
    assert room.state.seq == before


def test_a_missing_yes_is_marked_and_never_refused() -> None:
    """L05: what stood with the family when KE named somebody stays in the event."""
    asked: list[tuple[Command, ...]] = [(), (ASK,)]
    said = []
    for acts in asked:
        room = _room()
        for act in acts:
            room.seat(KE, act)
        _appointed(room)
        said += [e.event.family for e in room.entries if isinstance(e.event, CoordinatorAppointed)]
    assert said == ["not_asked", "asked"]


@pytest.mark.parametrize(
    ("change", "answer"),
    [({}, "yes"), ({"answer": "refused"}, "no"), ({"trust": 100}, "no"), ({"scene": "mote"}, "no")],
)
def test_the_family_answers_as_the_story_says(change: dict[str, Any], answer: str) -> None:
    """Yes, no, no while trust is too low, and no where the story says nothing yet."""
    room = _room(consent=change)
    room.seat(KE, ASK)
    assert leave_of(room.at(4 * MINUTE).state) == answer


def test_only_what_ke_asked_counts_as_the_familys_yes(room: Room) -> None:
    """What another seat was told is not KE's to build on."""
    room.seat("kontaktlaerer", ASK)
    room.at(4 * MINUTE)
    assert leave_of(room.state) == "not_asked"


def test_no_is_an_answer_and_puts_the_need_back_with_ke(room: Room) -> None:
    """The named seat says no with a reason; KE has the need again, and may name another."""
    room.seat("kontaktlaerer", ReportNeed("Noen må holde i det."))
    _appointed(room)
    assert room.seat(LEADER, AcceptPost()).code == "nobody_asked_you"
    another = AppointCoordinator(LEADER, "koordinator")
    assert room.seat(KE, another).code == "waits_for_an_answer"
    assert room.seat(NAMED, DeclinePost("  ")).code == "why_missing"
    room.seat(NAMED, DeclinePost("Skolen kjenner henne bedre."))
    assert "need" in _waits(room, KE)
    assert room.seat(KE, another).code is None


def test_ke_may_be_it_itself_and_the_baton_follows(room: Room) -> None:
    """Naming oneself is a yes; whoever held the coordinating responsibility no longer does."""
    room.seat("kontaktlaerer", TakeBaton())
    room.seat(KE, AppointCoordinator(KE, "barnekoordinator"))
    assert room.state[Baton].holder == KE
    now = room.state[Coordinators].current
    assert now is not None
    assert now.appointed.to == KE
    again = AppointCoordinator(KE, "barnekoordinator")
    assert room.seat(KE, again).code == "is_coordinator"


def test_one_for_the_time_being_answers_the_acute_need_alone(room: Room) -> None:
    """The calm need still waits on KE; the acute one has somebody."""
    room.seat("rektor", ReportNeed("Til vanlig"))
    room.seat("rektor", ReportNeed("Nå", acute=True))
    room.seat(KE, AppointCoordinator(NAMED, "koordinator", interim=True))
    assert _waits(room, KE).count("need") == 1


def test_a_meeting_with_the_family_is_the_first_meeting(room: Room) -> None:
    """It counts only where the family has a seat and the coordinator is there."""
    _appointed(room)
    room.seat(NAMED, AcceptPost())
    for number, family in ((1, False), (2, True)):
        room.seat(NAMED, CallMeeting((LEADER,), "Hilse på", family=family))
        room.seat(LEADER, ReplyMeeting(f"{NAMED}-{number}", comes=True))
        room.seat(NAMED, OpenMeeting(f"{NAMED}-{number}"))
        assert ("first_meeting" in _waits(room, NAMED)) is not family


def test_a_step_past_its_time_is_late_and_can_still_be_done(room: Room) -> None:
    """An acute need has two working days; past them, and its protected time, it is late."""
    room.seat("rektor", ReportNeed("Nå", acute=True))
    room.at(6 * MINUTE)
    item = next(i for i in room.state[Inbox].of(KE) if i.kind == "need")
    assert item.late
    _appointed(room)
    assert item.closed_at is not None


def test_malformed_reports_are_refused(room: Room) -> None:
    """Without words there is nothing to report; a seat that is not there cannot be named."""
    assert room.seat("rektor", ReportNeed(" ")).code == "nothing_to_send"
    nobody = AppointCoordinator("nobody", "koordinator")
    assert room.seat(KE, nobody).code == "no_such_seat"
    assert room.seat(KE, TellAppointed()).code == "not_yours"
    assert Room(manned=ALL).start().seat("rektor", ReportNeed("x")).code == "no_ke"


def test_a_report_can_be_taken_back(room: Room) -> None:
    """Within ten seconds, and while KE has not seen it."""
    room.seat("rektor", ReportNeed("Feil barn"))
    seq = room.state.seq
    while room.entries[seq - 1].kind != "coordinator.needed":
        seq -= 1
    assert room.seat("rektor", Withdraw(seq)).code is None
    assert not room.state[Coordinators].needs
    assert "need" not in _waits(room, KE)


def test_colleagues_go_the_whole_way_by_themselves() -> None:
    """A report to a simulated KE ends with a coordinator, told family and time freed."""
    room = _room(manned=("kontaktlaerer",), seed=3)
    room.seat("kontaktlaerer", ReportNeed("Noen må holde i det."))
    kinds = room.at(12 * MINUTE).kinds()
    order = ["coordinator.needed", "consent.asked", "consent.answered", "coordinator.appointed"]
    assert [kind for kind in kinds if kind in order][: len(order)] == order
    assert {"coordinator.accepted", "release.given", "coordinator.family_told"} <= set(kinds)


def test_what_is_expected_of_ke_is_met_by_naming_somebody() -> None:
    """Expected.act appoint: by KE, of one of those named."""
    expects = [
        {
            "id": "X90",
            "seat": KE,
            "act": "appoint",
            "to": [NAMED],
            "within": "10wd",
            "text": "KE navngir en koordinator.",
        }
    ]
    room = _room(I1={"to": [KE], "expects": expects})
    room.seat(KE, AppointCoordinator(LEADER, "koordinator"))
    assert "expectation.met" not in room.kinds()
    room.seat(LEADER, DeclinePost("Nei"))
    _appointed(room)
    assert "expectation.met" in room.kinds()


ACTS: tuple[tuple[str, Command], ...] = (
    ("kontaktlaerer", ReportNeed("Noen må holde i det.")),
    (KE, ASK),
    (KE, AppointCoordinator(NAMED, "barnekoordinator")),
    (KE, AppointCoordinator(LEADER, "koordinator", interim=True)),
    (NAMED, AcceptPost()),
    (NAMED, DeclinePost("Ikke jeg")),
    (LEADER, AcceptPost()),
    (KE, TellAppointed()),
    (NAMED, SeekVoice("child", "school", "talk")),
)


@given(st.permutations(ACTS), st.integers(0, len(ACTS)))
@settings(max_examples=25, deadline=None)
def test_at_most_one_is_coordinator_and_holds_the_responsibility(
    acts: list[tuple[str, Command]], many: int
) -> None:
    """In any order of acts: at most one accepted, at most one asked, the baton with the first."""
    room = _room()
    for at, (seat, act) in enumerate(acts[:many]):
        room.at(MINUTE + at * 1_000)
        room.seat(seat, act)
    coordinators = room.state[Coordinators]
    steps = [each.step for each in coordinators.appointments]
    assert steps.count("accepted") <= 1
    assert steps.count("asked") <= 1
    if coordinators.current:
        assert room.state[Baton].holder == coordinators.current.appointed.to
