"""Leaders free time, money and authority, in words and with an amount (RO7, B39)."""

from __future__ import annotations

import pytest

from simulator.play.escalation import Escalations, RaiseMatter
from simulator.play.inbox import Inbox
from simulator.play.release import GiveRelease, Releases, released_time
from simulator.play.tasks import ClaimTask, ReleaseTask, Tasks
from simulator.play.undo import Withdraw
from tests.simulator.builder import Room
from tests.simulator.wide import KE, LEADER, wide

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
TEACHER = "kontaktlaerer"


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play; the head teacher leads the others."""
    return Room(manned=ALL, story=wide("release")).start().at(MINUTE)


def test_time_that_is_freed_reaches_its_seat_and_counts(room: Room) -> None:
    """The receiver is told; hours a week add up; money and authority are not hours."""
    room.seat(LEADER, GiveRelease("time", "Fire timer til jul", 4, TEACHER))
    room.seat(LEADER, GiveRelease("time", "To til", 2, TEACHER))
    room.seat(LEADER, GiveRelease("money", "Vikar", 20_000, TEACHER))
    room.seat(LEADER, GiveRelease("authority", "Du kan kalle inn på mine vegne", 0, TEACHER))
    assert released_time(room.state, TEACHER) == 6
    assert room.state[Tasks].room == {TEACHER: 1}
    assert released_time(room.state, KE) == 0
    told = [i.ref for i in room.state[Inbox].of(TEACHER) if i.ref.startswith("release-")]
    assert len(told) == 4


def test_time_for_a_task_follows_whoever_owns_it(room: Room) -> None:
    """Freed for a task, not for a person: the owner has it, and the next owner after them."""
    room.seat(TEACHER, ClaimTask("T1"))
    room.seat(LEADER, GiveRelease("time", "To timer til dette", 2, task="T1"))
    assert released_time(room.state, TEACHER) == 2
    room.seat(TEACHER, ReleaseTask("T1"))
    room.seat(KE, ClaimTask("T1"))
    assert (released_time(room.state, TEACHER), released_time(room.state, KE)) == (0, 2)


def test_a_release_answers_what_was_raised(room: Room) -> None:
    """The escalation is answered in the same act, and the matter no longer waits."""
    room.seat(TEACHER, RaiseMatter(LEADER, "Jeg rekker det ikke"))
    name = next(iter(room.state[Escalations].raised))
    room.seat(LEADER, GiveRelease("time", "Tre timer i uka", 3, escalation=name))
    answer = room.state[Escalations].raised[name].answer
    assert answer is not None
    assert answer.verdict == "releases"
    assert released_time(room.state, TEACHER) == 3
    again = GiveRelease("time", "En gang til", 1, escalation=name)
    assert room.seat(LEADER, again).code == "already_answered"


@pytest.mark.parametrize(
    ("seat", "command", "code"),
    [
        (TEACHER, GiveRelease("time", "x", 1, KE), "only_leaders"),
        (LEADER, GiveRelease("time", "x", 1), "who_gets_it"),
        (LEADER, GiveRelease("time", "x", 1, "nobody"), "no_such_seat"),
        (LEADER, GiveRelease("time", "x", 1, LEADER), "to_yourself"),
        (LEADER, GiveRelease("time", "x", 1, task="T99"), "task_not_open"),
        (LEADER, GiveRelease("time", " ", 1, KE), "nothing_to_send"),
        (LEADER, GiveRelease("time", "x", 0, KE), "amount_missing"),
        (LEADER, GiveRelease("money", "x", -5, KE), "amount_missing"),
        (LEADER, GiveRelease("time", "x", 1, escalation="nothing"), "not_in_your_inbox"),
    ],
)
def test_what_is_not_a_release_is_refused(
    room: Room, seat: str, command: GiveRelease, code: str
) -> None:
    """Acts of other seats and malformed ones; nothing is written."""
    before = room.state.seq
    assert room.seat(seat, command).code == code
    assert room.state.seq == before


def test_a_release_can_be_taken_back(room: Room) -> None:
    """Within ten seconds; the hours are gone again, and so is the notice."""
    receipt = room.seat(LEADER, GiveRelease("time", "Feil", 4, TEACHER))
    assert room.seat(LEADER, Withdraw(receipt.seqs[0])).code is None
    assert not room.state[Releases].given
    assert not room.state[Tasks].room
    assert released_time(room.state, TEACHER) == 0


def test_an_expected_release_is_met_and_a_colleague_gives_it() -> None:
    """Expected.act release: a simulated leader does its duty in hours and words."""
    expects = [
        {
            "id": "X90",
            "seat": LEADER,
            "act": "release",
            "to": [TEACHER],
            "within": "3wd",
            "text": "Lederen frigjør tid.",
        }
    ]
    loaded = wide("release", I1={"to": [LEADER], "expects": expects})
    room = Room(manned=(TEACHER,), story=loaded, seed=2).start().at(6 * MINUTE)
    assert released_time(room.state, TEACHER) > 0
    assert "expectation.met" in room.kinds()
