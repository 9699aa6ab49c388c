"""The replay shows what was: the state as it stood, and to a seat nothing it could not see then."""

from __future__ import annotations

import copy
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debrief.record import Record
from debrief.replay import Replay, bare_stretches, place_at, place_of
from debrief.timeline import timeline
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.play.codec import WireError, read
from simulator.play.facts import Facts, ShareFacts
from simulator.play.kernel import FACILITATOR, Actor, State
from simulator.play.rooms import COMMANDS, FACILITATOR_COMMANDS, FAMILY_COMMANDS
from simulator.play.roster import LeaveSeat, TakeSeat
from simulator.play.script import Script
from simulator.play.steering import StartPlay
from simulator.play.undo import Withdraw
from tests.debrief.builder import MINUTE, Tale, small
from tests.debrief.played import played
from tests.simulator.anything import Anything

SEATS = ("kontaktlaerer", "rektor")
ASIDE = {*FACILITATOR_COMMANDS, *FAMILY_COMMANDS, TakeSeat, LeaveSeat}
KINDS = sorted(kind for kind, made in COMMANDS.items() if made not in ASIDE)
ACTS, STEP_MS = 90, 12_000


def _read(state: State) -> State:
    """The state once everybody has looked: looking leaves empty places behind."""
    for seat in state.plan.seats:
        state[Facts].of(seat)
    for inject in state.plan.injects:
        state[Script].stand(inject)
    return state


def _copied(state: State) -> State:
    return copy.deepcopy(_read(state), {id(state.plan): state.plan})


@cache
def _lived(seed: int) -> tuple[Record, tuple[State, ...]]:
    """A drill in which people press anything, and its state as it was after each act."""
    wall, random = [1_800_000_000_000], Random(seed)
    conduct, states = Conduct(MemoryStore(), lambda: wall[0]), []
    conduct.create(load("small"), "45", seed=seed, teams=1, exercise_id="x")
    for seat in SEATS:
        conduct.handle("x-1", FACILITATOR, TakeSeat(seat, f"p-{seat}"), f"take-{seat}")
    conduct.steer("x", FACILITATOR, StartPlay(), "start")
    for step in range(ACTS):
        wall[0] += random.randrange(STEP_MS)
        conduct.tick("x")
        seat, kind = random.choice(SEATS), random.choice(KINDS)
        body = Anything(conduct.state("x-1"), seat, random, {}).body(COMMANDS[kind])
        try:
            command = read(COMMANDS, kind, body)
        except WireError:
            continue
        conduct.handle("x-1", Actor("seat", seat, f"p-{seat}"), command, f"act-{step}")
        states.append(_copied(conduct.state("x-1")))
    return Record(states[-1].plan, conduct.entries("x-1")), tuple(states)


@settings(max_examples=6, deadline=None)
@given(st.integers(1, 6))
def test_replay_at_n_is_the_live_state_at_n(seed: int) -> None:
    """B7: after any act, whoever looks back later finds the state as it was, in whatever order
    they ask, and also once they have done with it what they like."""
    record, states = _lived(seed)
    replay = Replay(record)
    for live in Random(seed).sample(states, len(states)):
        assert replay.head(live.seq) == live.seq
        found = replay.state_at(live.seq)
        assert _read(found) == live
        found[Facts].known.clear()


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["typical", "novice", "expert"]), st.integers(1, 3), st.data())
def test_what_a_seat_sees_of_a_moment_needs_nothing_that_came_later(
    players: str, seed: int, data: st.DataObject
) -> None:
    """B7: from the journal as it was then, a seat's events are the same, word for word."""
    entries = played(players, seed)
    replay = Replay(Record(small(), entries))
    head = replay.head(data.draw(st.integers(1, len(entries))))
    for audience in (*small().seats, "team", "facilitator"):
        seen = [row for row in timeline(replay.record, audience) if row.seq <= head]
        then = timeline(Record(small(), entries[:head]), audience)
        assert replay.as_of(head, seen) == then


def test_what_was_regretted_later_still_stood() -> None:
    """B7: a share taken back is marked from the moment it was, not before."""
    tale = Tale(people=("kontaktlaerer", "rektor")).start().wait(10_000)
    tale.deliver("I1")
    shared = tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",)))[0]
    tale.wait(1_000)
    before = tale.entries[-1].seq
    tale.do("kontaktlaerer", Withdraw(shared.seq))
    replay = Replay(tale.record)
    rows = [row for row in timeline(replay.record, "team") if row.seq == shared.seq]
    assert [row.withdrawn for row in replay.as_of(before, rows)] == [False]
    assert [row.withdrawn for row in replay.as_of(len(tale.entries), rows)] == [True]
    assert replay.state_at(before)[Facts].knows("rektor", ["F2"])
    assert not replay.state_at(len(tale.entries))[Facts].knows("rektor", ["F2"])


def test_a_seat_is_not_told_how_the_child_has_it() -> None:
    """B7: the child's situation is the story's; a seat knows what she has said to it."""
    record = Record(small(), played("typical", 1))
    assert any(row.kind == "situation.moved" for row in timeline(record, "team"))
    for seat in small().seats:
        assert not any(row.kind == "situation.moved" for row in timeline(record, seat))


@pytest.mark.parametrize("seed", [1, 2])
def test_steps_are_whole_instants_that_hold_every_row_once(seed: int) -> None:
    """B6: one step on is one event on; nothing that a timeline shows is passed over, and the
    replay ends where play does."""
    replay = Replay(Record(small(), played("typical", seed)))
    rows = replay.rows("team")
    steps = replay.steps(rows)
    assert [row for step in steps for row in step.rows] == list(rows)
    assert [step.seq for step in steps] == sorted({replay.head(row.seq) for row in rows})
    assert [step.at_ms for step in steps] == sorted({step.at_ms for step in steps})
    assert any(row.kind == "play.ended" for row in steps[-1].rows)


def test_phases_are_the_scenes_the_jumps_and_both_ends() -> None:
    """B6: what PageUp and PageDown go by."""
    tale = Tale(people=("rektor",)).start().at(600_000).end_leg().jump()
    steps = Replay(tale.record).steps(timeline(tale.record, "team"))
    begun = [(step.begins, step.scene) for step in steps if step.begins]
    scenes = [leg.scene.id for leg in small().legs]
    assert begun == [("scene", scenes[0]), ("jump", ""), ("scene", scenes[1])]


def test_a_task_nobody_took_is_marked_where_it_began_to_lie() -> None:
    """B8: a stretch without a name is marked, once it is longer than one could have helped."""
    tale = Tale(people=("rektor",)).start().wait(1_000)
    opened = tale.open("T1")
    tale.wait(6 * MINUTE).end_leg()
    replay = Replay(tale.record)
    steps = replay.steps(timeline(tale.record, "team"))
    assert {gap.task for gap in bare_stretches(tale.record)} == {"T1", ""}
    assert "gap" in steps[place_of(steps, opened.seq)].sorts
    assert place_at(steps, opened.at_ms) == place_of(steps, opened.seq)


def test_an_empty_journal_has_no_moments() -> None:
    """Nothing has happened: the state before the first event, and no step."""
    replay = Replay(Record(plan_for(load("small").scenario(), "45"), ()))
    assert replay.state_at(7).seq == 0
    assert replay.steps(replay.rows("team")) == ()
