"""Diskusjonsøvelse: scene by scene when the facilitator says so, and no clock anywhere."""

from __future__ import annotations

import pytest

from debrief.discussed import GROUNDED
from debrief.measures import measure
from debrief.record import Record
from facilitator.alternatives import askable
from scenarios.discussion import name_of, parted
from scenarios.duration import HOUR
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.fork import Fork
from simulator.moments import NotForkableError
from simulator.play.clock import Clock, LegStarted
from simulator.play.facts import ShareFacts
from simulator.play.kernel import FACILITATOR
from simulator.play.meetings import Decide, TakePen
from simulator.play.minutes import Meetings
from simulator.play.roster import LeaveSeat, Roster, StandIn
from simulator.play.script import InjectDelivered, ReleaseInject, Script
from simulator.play.steering import EndLeg, Extend
from simulator.replay import verify
from tests.simulator.builder import EXERCISE, TEAM, Room

DAYS = 40 * HOUR
PLAYED = [
    (slug, name) for slug in ("small", "emma", "avslaget") for name in load(slug).scenario().formats
]


def _talk(*manned: str, slug: str = "small", of: str = "demo", teams: int = 1) -> Room:
    name = name_of(of, "diskusjon")
    return Room(name, manned or ("rektor",), teams=teams, story=load(slug)).start()


def test_a_format_and_its_form_are_told_by_one_name() -> None:
    """The name in the journal says both, and a format's own name says that the clock runs."""
    assert parted("45") == ("45", "spill")
    assert parted(name_of("45", "diskusjon")) == ("45", "diskusjon")
    assert name_of("45", "spill") == "45"


@pytest.mark.parametrize(("slug", "name"), PLAYED)
def test_nothing_happens_until_the_facilitator_says_so(slug: str, name: str) -> None:
    """For forty hours in a scene no leg ends, nothing is late and nobody acts; then one word moves
    the room to the next scene, and so through every scene of every format to its end."""
    room = _talk(next(iter(load(slug).scenario().formats[name].seats)), slug=slug, of=name)
    for leg in room.state.plan.legs:
        before, started = room.state.seq, room.state.story_ms
        room.wall.ms += DAYS
        room.conduct.tick(EXERCISE)
        assert (room.state.seq, room.state.story_ms) == (before, started)
        assert room.state[Clock].leg == leg.index
        assert room.conduct.next_step_at(EXERCISE) is None
        room.steer(EndLeg())
    assert room.state[Clock].phase == "over"
    kinds = set(room.kinds())
    assert kinds.isdisjoint({"item.late", "expectation.opened", "expectation.lapsed"})
    assert kinds.isdisjoint({"interlude.started", "probe.opened", "task.opened", "leg.held"})
    assert {entry.actor.kind for entry in room.entries} <= {"facilitator", "engine", "seat"}
    assert verify(room.state.plan, room.entries) is None


def test_what_has_a_time_lies_on_the_table_as_the_scene_begins() -> None:
    """Every timed inject of the scene comes in the instant in which it starts, however many; one
    that waits for a condition comes when the facilitator puts it there."""
    room = _talk()
    timed = {"I1", "I2", "I3", "I4", "I5"}
    begun = next(e.at_ms for e in room.entries if isinstance(e.event, LegStarted))
    given = {e.event.inject: e.at_ms for e in room.entries if isinstance(e.event, InjectDelivered)}
    assert given == dict.fromkeys(timed, begun)
    kept = next(each for each in room.state.plan.injects_of("host") if each.id not in timed)
    assert room.state[Script].stand(kept.id).phase == "waiting"
    room.do(FACILITATOR, ReleaseInject(kept.id))
    assert room.state[Script].stand(kept.id).phase == "delivered"


def test_one_writes_and_the_pen_goes_along() -> None:
    """The first who sits there has the pen; who takes it keeps it in the next scene. Only that
    seat writes, also for services that nobody sits for, and nothing else can be done."""
    room = _talk("rektor", "helsesykepleier")
    assert room.state[Meetings].held["host"].scribe == "helsesykepleier"
    agreed = Decide("host", "Ringe mor i dag", "kontaktlaerer", "1wd")
    assert room.seat("rektor", agreed).code == "not_the_scribe"
    assert room.seat("rektor", TakePen("host")).code is None
    assert room.seat("rektor", agreed).code is None
    assert room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F7",))).code == "talk_it_over"
    room.steer(EndLeg())
    assert room.state[Meetings].held["uke43"].scribe == "rektor"
    assert room.state[Meetings].held["host"].decisions[0].owner == "kontaktlaerer"


def test_nobody_plays_an_empty_seat() -> None:
    """No seat is the system's: not from the start, not when its person leaves, and not when the
    facilitator asks for somebody to stand in."""
    room = _talk("rektor")
    assert not any(room.state[Roster].simulated(seat) for seat in room.state.plan.seats)
    receipt = room.do(FACILITATOR, StandIn("rektor"))
    assert receipt.code == "nobody_to_stand_in_for"
    room.seat("rektor", LeaveSeat("rektor", "p-rektor"))
    assert room.state[Roster].chairs["rektor"].player == "nobody"
    room.steer(EndLeg())
    assert room.state[Meetings].held["uke43"].scribe == ""


def test_a_scene_that_ends_when_told_is_not_made_longer() -> None:
    """There is no time to add to."""
    assert _talk().steer(Extend(60_000)).code == "nothing_to_extend"


def test_what_needs_a_clock_has_no_figure() -> None:
    """After a long talk with much agreed, every measure but minutes and what people say or rate
    reads 'for lite grunnlag'; the minutes count what the agenda asked for."""
    room = _talk("rektor")
    room.wall.ms += DAYS
    while room.state[Clock].phase != "over":
        scene = room.state.plan.legs[room.state[Clock].leg].scene
        for point in scene.decisions:
            agreed = Decide(scene.id, "Vi gjør det", "rektor", "1wd", point.id)
            assert room.seat("rektor", agreed).code is None
        room.steer(EndLeg())
    figures = measure(Record(room.state.plan, room.entries))
    assert {name for name, each in figures.items() if each.value is not None} <= GROUNDED
    assert (figures["RG7"].value, figures["RG7"].n) == (1.0, 2)
    assert all(figures[name].n == 0 for name in figures.keys() - GROUNDED)


def test_an_exercise_with_the_clock_is_what_it_was() -> None:
    """The same format without the suffix still has its legs, deadlines and colleagues."""
    plan = plan_for(load("small").scenario(), "demo")
    assert not plan.is_discussion
    assert plan.legs[0].scene.kind == "play"
    assert plan.probes
    assert plan.expected
    assert not plan.talked_of


def test_teams_go_on_together() -> None:
    """One word moves every team, and each has a pen of its own."""
    room = _talk("rektor", teams=2)
    room.steer(EndLeg())
    for team in (TEAM, f"{EXERCISE}-2"):
        assert room.conduct.state(team)[Clock].leg == 1


def test_nobody_can_play_a_talk_on() -> None:
    """What people would have said is not simulated: no look ahead, no what if."""
    room = _talk("rektor")
    with pytest.raises(NotForkableError, match="no clock"):
        Fork(load("small"), room.entries, room.entries[-1].seq)
    assert askable(room.entries) == frozenset()
