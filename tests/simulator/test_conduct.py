"""Conduct: one writer, safe to repeat, many teams on one clock."""

from __future__ import annotations

from simulator.conduct import Conduct
from simulator.play.clock import Clock, ClockPaused, LegStarted
from simulator.play.facts import Facts, ShareFacts
from simulator.play.inbox import Inbox, SeeItem
from simulator.play.kernel import FACILITATOR, Actor
from simulator.play.probes import AnswerProbe, Probes
from simulator.play.roster import LeaveSeat, Roster, TakeSeat
from simulator.play.script import AddInject, InjectDelivered, ReleaseInject, SkipInject
from simulator.play.steering import EndLeg, EndPlay, Extend, Jump, Pause, Resume
from tests.simulator.builder import EXERCISE, TEAM, Room

MINUTE = 60_000


def test_repeated_command_gets_first_answer() -> None:
    """A command sent twice is done once and answered twice with the same receipt."""
    room = Room(manned=("rektor",)).start().at(MINUTE)
    actor, command = Actor("seat", "rektor", "p-rektor"), ShareFacts(("kontaktlaerer",), ("F7",))
    first = room.conduct.handle(TEAM, actor, command, "once")
    again = room.conduct.handle(TEAM, actor, command, "once")
    assert (first.seq, first.seqs, again.repeated) == (again.seq, again.seqs, True)
    assert [kind for kind in room.kinds() if kind == "fact.shared"] == ["fact.shared"]


def test_refusal_is_a_value_and_stores_nothing() -> None:
    """A card the seat does not know is refused in words; the journal does not grow by it."""
    room = Room(manned=("rektor",)).start().at(MINUTE)
    head = room.state.seq
    receipt = room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F3",)))
    assert receipt.code == "card_not_known"
    assert room.state.seq == head


def test_late_tick_changes_nothing() -> None:
    """Ticking again, or late and often, gives the same journal as ticking at each due time."""
    often, seldom = Room(seed=5).start(), Room(seed=5).start()
    for at_ms in range(0, 6 * MINUTE, 3_000):
        often.at(at_ms)
    seldom.at(6 * MINUTE - 3_000)
    plain = [(e.at_ms, e.kind, e.event) for e in often.entries]
    assert plain == [(e.at_ms, e.kind, e.event) for e in seldom.entries]


def test_another_process_goes_on() -> None:
    """A second conduct on the same store sees and continues what the first committed."""
    room = Room(manned=("rektor",)).start().at(2 * MINUTE)
    other = Conduct(room.conduct.store, room.wall)
    command = ShareFacts(("kontaktlaerer",), ("F7",))
    receipt = other.handle(TEAM, Actor("seat", "rektor", "p-rektor"), command, "other")
    assert receipt.code is None
    assert room.state[Facts].knows("kontaktlaerer", ["F7"])
    room.at(3 * MINUTE)
    assert other.state(TEAM) == room.state


def test_pause_stops_play_time() -> None:
    """While paused nothing falls due and seats are told so; after it play goes on where it was."""
    room = Room(manned=("rektor",)).start().at(MINUTE)
    room.steer(Pause())
    before = room.conduct.now(EXERCISE)
    room.wall.ms += 30 * MINUTE
    room.conduct.tick(EXERCISE)
    assert room.conduct.now(EXERCISE) == before
    assert room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F7",))).code == "paused"
    room.steer(Resume())
    assert room.conduct.now(EXERCISE) == before
    assert room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F7",))).code is None


def test_down_time_counts_as_play() -> None:
    """What fell due while nobody ticked is delivered at the next tick, none lost."""
    room = Room().start()
    room.at(9 * MINUTE)
    delivered = [e.event.inject for e in room.entries if isinstance(e.event, InjectDelivered)]
    assert {"I1", "I2", "I3", "I4", "I5"} <= set(delivered)


def test_teams_share_the_clock_and_nothing_else() -> None:
    """Three teams begin and pause together; what one does reaches no other."""
    room = Room(manned=("rektor",), teams=3).start().at(MINUTE)
    room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F7",), "bare oss"))
    room.steer(Pause())
    for number in (1, 2, 3):
        entries = room.conduct.entries(f"{EXERCISE}-{number}")
        assert sum(isinstance(e.event, LegStarted) for e in entries) == 1
        assert sum(isinstance(e.event, ClockPaused) for e in entries) == 1
        heard = any("bare oss" in str(entry.event) for entry in entries)
        assert heard == (number == 1)


def test_probe_stops_play_and_ends_by_itself() -> None:
    """A probe stops play time; it ends after 90 s of wall time, unanswered is unanswered."""
    room = Room(manned=("rektor",)).start()
    for minute in range(12):
        room.at(minute * MINUTE)
        if room.state[Probes].open:
            break
    probe = room.state[Probes].open
    assert probe
    now = room.conduct.now(EXERCISE)
    room.wall.ms += 30_000
    room.conduct.tick(EXERCISE)
    assert room.conduct.now(EXERCISE) == now
    assert room.seat("rektor", ShareFacts(("kontaktlaerer",), ("F7",))).code == "probe_first"
    room.wall.ms += 61_000
    room.conduct.tick(EXERCISE)
    assert room.state[Probes].open == ""
    assert "rektor" not in room.state[Probes].asked[probe].answers


def test_probe_ends_when_all_have_answered() -> None:
    """When every manned seat has answered, play goes on at once."""
    room = Room(manned=("rektor",)).start()
    for minute in range(12):
        room.at(minute * MINUTE)
        if room.state[Probes].open:
            break
    probe = room.state[Probes].open
    question = room.state.plan.probes[probe].questions[0].id
    room.seat("rektor", AnswerProbe(probe, {question: ("rektor",)}))
    room.conduct.tick(EXERCISE)
    assert room.state[Probes].open == ""


def test_facilitator_controls() -> None:
    """Release, skip, ad hoc, end of scene, jump, more time and end all do what they say."""
    room = Room(manned=("rektor",)).start().at(1_000)
    assert room.do(FACILITATOR, ReleaseInject("I5")).code is None
    assert room.do(FACILITATOR, ReleaseInject("I5")).code == "inject_is_settled"
    assert room.do(FACILITATOR, SkipInject("I4")).code is None
    assert (
        room.do(FACILITATOR, AddInject(("rektor",), "Vaktmester", "Kan dere komme?")).code is None
    )
    assert "inject.adhoc-1@rektor" in room.state[Inbox].items
    assert room.steer(EndLeg()).code is None
    assert room.state[Clock].phase == "interlude"
    assert room.steer(Jump()).code is None
    assert room.state[Clock].leg == 1
    assert room.steer(EndLeg()).code is None
    assert room.steer(Extend(60_000)).code is None
    assert room.steer(EndPlay()).code is None
    assert room.state[Clock].phase == "over"
    assert room.seat("rektor", SeeItem("inject.adhoc-1@rektor")).code is None


def test_seat_passes_between_person_and_system() -> None:
    """A person takes a simulated seat in the middle and gives it back; the system plays on."""
    room = Room().start().at(MINUTE)
    assert room.state[Roster].simulated("barnevern")
    room.do(FACILITATOR, TakeSeat("barnevern", "p1"))
    assert room.state[Roster].manned("barnevern")
    room.do(FACILITATOR, LeaveSeat("barnevern", "p1"))
    assert room.state[Roster].simulated("barnevern")
    room.at(5 * MINUTE)


def test_only_the_facilitator_steers_the_script() -> None:
    """A seat can't release injects, and a stranger to the seat can't act for it."""
    room = Room(manned=("rektor",)).start().at(1_000)
    assert room.seat("rektor", ReleaseInject("I5")).code == "only_facilitator"
    stranger = Actor("seat", "kontaktlaerer", "p-rektor")
    assert room.do(stranger, ShareFacts(("rektor",), ("F2",))).code == "not_your_seat"
