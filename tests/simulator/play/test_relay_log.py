"""The stafettlogg is theirs too: child and parents write in it, and nobody measures it (M13)."""

from __future__ import annotations

import pytest

from debrief.measures import measure
from debrief.record import Record
from debrief.timeline import timeline
from simulator.play.baton import TakeBaton
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.family import AcceptFamily, PlayFamily
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.kernel import FACILITATOR, Actor, Command
from simulator.play.relay_log import FamilyNoted, NoteInLog, RelayLog
from simulator.play.situation import Child
from simulator.play.steering import EndPlay, Pause
from simulator.replay import refold, verify
from tests.simulator.builder import Room
from tests.simulator.leave import with_log

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
WHO = "p-guest"
GUEST = Actor.parse(f"family:{WHO}")
WORDS = "Jeg vil ha Jo der også."
NOT_SO = NoteInLog("child", "disputes", WORDS, line=2)


def played() -> Room:
    """A goal and a measure stand in the plan, a third seat coordinates, a guest plays the child."""
    room = Room(manned=ALL, story=with_log()).start().at(MINUTE)
    room.seat("rektor", SetGoal("Noen å leke med"))
    room.seat("rektor", SetMeasure("rektor-1", "Voksen ute", "kontaktlaerer", by="2wd"))
    room.seat("helsesykepleier", TakeBaton())
    room.do(FACILITATOR, PlayFamily("child", "person", WHO))
    room.do(GUEST, AcceptFamily("child"))
    return room


@pytest.fixture
def room() -> Room:
    """See :func:`played`."""
    return played()


def told(room: Room, seat: str) -> list[str]:
    """What a seat was told of the log."""
    items = room.state[Inbox].of(seat)
    return [each.ref for each in items if each.ref.startswith("family-noted-")]


def test_whoever_plays_her_writes_and_those_who_take_part_are_told(room: Room) -> None:
    """The line stands in the log with her words; who has no part in the plan hears nothing."""
    assert room.do(GUEST, NOT_SO).code is None
    line = room.state[RelayLog].lines[-1]
    assert (line.line, line.kind, line.ref, line.number) == (4, "disputes", "child", 2)
    assert line.text == WORDS
    for seat in ("rektor", "kontaktlaerer", "helsesykepleier"):
        assert told(room, seat) == ["family-noted-4"], seat
    assert told(room, "barnevern") == []


def test_the_ovingsleder_writes_for_the_parents(room: Room) -> None:
    """As with every answer of theirs; the event says by whom they were played."""
    assert room.do(FACILITATOR, NoteInLog("parent", "adds", " Vi kommer. ")).code is None
    (event,) = [each.event for each in room.entries if isinstance(each.event, FamilyNoted)]
    assert (event.giver, event.text, event.played_by) == ("parent", "Vi kommer.", "leader")


def test_that_a_line_is_not_right_needs_no_words(room: Room) -> None:
    """To add something does, and so does a no to the whole."""
    assert room.do(GUEST, NoteInLog("child", "disputes", line=1)).code is None
    assert room.do(GUEST, NoteInLog("child", "disputes")).code == "nothing_to_send"
    assert room.do(GUEST, NoteInLog("child", "adds", " ", line=1)).code == "nothing_to_send"


@pytest.mark.parametrize(
    ("actor", "command", "code"),
    [
        (GUEST, NoteInLog("parent", "adds", WORDS), "not_your_part"),
        (Actor("family", participant="p-other"), NOT_SO, "not_your_part"),
        (Actor("seat", "rektor", "p-rektor"), NOT_SO, "not_your_part"),
        (Actor("colleague", "rektor"), NOT_SO, "not_your_part"),
        (GUEST, NoteInLog("child", "adds", WORDS, line=99), "no_such_line"),
        (GUEST, NoteInLog("child", "adds", WORDS, line=-1), "no_such_line"),
    ],
)
def test_what_is_not_theirs_is_refused(
    room: Room, actor: Actor, command: Command, code: str
) -> None:
    """Nobody puts words in her mouth, and no line is made up."""
    assert room.do(actor, command).code == code


def test_nothing_is_written_while_play_stands_still(room: Room) -> None:
    """Neither in a pause nor when it is over."""
    room.steer(Pause())
    assert room.do(GUEST, NOT_SO).code == "paused"
    room.steer(EndPlay())
    assert room.do(GUEST, NOT_SO).code == "play_is_over"


def test_nothing_that_they_write_is_scored(room: Room) -> None:
    """Every indicator and the child's situation are what they are without it, read or not; no
    timeline of the gjennomgang tells it."""
    quiet = played()
    room.do(GUEST, NOT_SO)
    room.seat("rektor", SeeItem("notice.family-noted-4@rektor"))
    for each in (room, quiet):
        each.at(20 * MINUTE)
        each.steer(EndPlay())
    ours, theirs = (measure(Record(each.state.plan, each.entries)) for each in (room, quiet))
    assert {key: (found.value, found.n, found.counts) for key, found in ours.items()} == {
        key: (found.value, found.n, found.counts) for key, found in theirs.items()
    }
    assert room.state[Child].values == quiet.state[Child].values
    rows = timeline(Record(room.state.plan, room.entries), "facilitator")
    assert "family.noted" not in {row.kind for row in rows}


def test_it_reads_back(room: Room) -> None:
    """The journal alone gives the same log, and its inputs the same journal."""
    room.do(GUEST, NOT_SO)
    assert refold(room.state.plan, room.entries)[RelayLog] == room.state[RelayLog]
    assert verify(room.state.plan, room.entries) is None
