"""A colleague that takes a seat finds all that waits there, and meets it as it would have."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scenarios.duration import MINUTE, SECOND
from scenarios.loader import load
from simulator.engine.colleagues import plays
from simulator.engine.engine import Engine
from simulator.engine.policy import command_for
from simulator.engine.standing import standing
from simulator.play.answers import AskSeat
from simulator.play.expectations import Expectations
from simulator.play.kernel import FACILITATOR, Actor, Entry, State
from simulator.play.matters import MatterDropped, MatterPlanned, Matters
from simulator.play.rooms import decide, evolve, new_state
from simulator.play.roster import LeaveSeat, TakeSeat
from simulator.rehearse import Rehearsal, rehearse
from simulator.replay import refold, verify
from tests.simulator.builder import EXERCISE, TEAM, Room

SCENARIOS = (("small", "45"), ("emma", "45"), ("emma", "90"))
LONG = ("emma", "180")
PERSON = "p-taker"
SLOW = settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def planned(state: State, seat: str) -> set[str]:
    """What the colleague in ``seat`` means to do."""
    pending = state[Matters].pending.values()
    return {each.ref for each in pending if (each.kind, each.seat) == ("act", seat)}


def missed(played: Rehearsal) -> list[tuple[int, str, str]]:
    """(seq, seat, intention) of plans that still led to something and that nobody who took the
    seat at that moment would have found."""
    state, lost = new_state(played.plan), []
    entries = played.entries
    for place, entry in enumerate(entries):
        evolve(state, entry)
        last = place + 1 == len(entries) or entries[place + 1].at_ms > entry.at_ms
        if not last or entry.seq % 5:
            continue
        for seat in played.plan.seats:
            found = {each.what for each in standing(state, seat)}
            lost += [
                (entry.seq, seat, what)
                for what in sorted(planned(state, seat) - found)
                if comes_to_something(state, seat, what)
            ]
    return lost


def comes_to_something(state: State, seat: str, what: str) -> bool:
    """Whether the policy would do anything about it that the rules allow and that is not done."""
    verb, _, name = what.partition(":")
    if verb == "expected" and state[Expectations].done(name):
        return False
    playing = plays(state, seat)
    commands = command_for(state, playing, seat, what) if playing else []
    made = [decide(state, Actor("colleague", seat), command) for command in commands]
    return any(isinstance(each, list | tuple) and each for each in made)


@pytest.mark.parametrize(("scenario", "format_name"), [*SCENARIOS, LONG])
def test_whatever_a_colleague_has_planned_stands_open_in_state(
    scenario: str, format_name: str
) -> None:
    """At every fifth moment of a whole exercise, who takes a seat finds all that its colleague
    had in hand, so that nobody who waits on a seat waits in vain after a takeover."""
    assert missed(rehearse(load(scenario), format_name, seed=3)) == []


def run(seed: int, take: int | None, leave: int, seat: str, *, restart: bool = False) -> Room:
    """Emma in 45 minutes until a while after ``leave``, with somebody in ``seat`` from ``take`` to
    ``leave`` who does nothing; with nobody if ``take`` is None."""
    room = Room(story=load("emma"), format_name="45", seed=seed).start()
    steps = {*range(0, leave + 2 * MINUTE, MINUTE), leave, *(() if take is None else (take,))}
    for at in sorted(steps):
        room.at(at)
        if take is not None and at == take:
            room.do(FACILITATOR, TakeSeat(seat, PERSON))
        if take is not None and at == leave:
            room.do(FACILITATOR, LeaveSeat(seat, PERSON))
        if restart:
            room.conduct._teams.clear()
    return room


def acts(entries: list[Entry], seat: str) -> list[tuple[int, str, object]]:
    """What the colleague in a seat did: when, what."""
    actor = Actor("colleague", seat)
    return [(each.at_ms, each.kind, each.event) for each in entries if each.actor == actor]


def plans(entries: list[Entry]) -> Mapping[tuple[str, str], int | None]:
    """When each colleague first meant to do each thing."""
    found: dict[tuple[str, str], int | None] = {}
    for each in entries:
        if isinstance(each.event, MatterPlanned) and each.event.kind == "act":
            found.setdefault((each.event.seat, each.event.ref), each.event.due_at)
    return found


def renewed(room: Room, seat: str, take: int) -> dict[str, tuple[int | None, int | None]]:
    """Intention → (due before the seat was taken, due after it was left)."""
    before: dict[str, int | None] = {}
    after: dict[str, int | None] = {}
    for each in room.entries:
        if isinstance(each.event, MatterPlanned) and each.event.seat == seat:
            (before if each.at_ms <= take else after)[each.event.ref] = each.event.due_at
    return {ref: (due, after.get(ref)) for ref, due in before.items()}


@SLOW
@given(
    seed=st.integers(1, 40),
    take=st.integers(2 * MINUTE, 12 * MINUTE),
    away=st.integers(1, 9),
    seat=st.sampled_from(["bup", "helsesykepleier", "kontaktlaerer"]),
)
def test_a_short_visit_changes_nothing_that_nobody_touched(
    seed: int, take: int, away: int, seat: str
) -> None:
    """A seat taken and left again without an act: what was not due meanwhile is due as before,
    and everything done until then is the same to the millisecond (decisions 7)."""
    leave = take + away * SECOND
    with_it, without = run(seed, take, leave, seat), run(seed, None, leave, seat)
    assert [e.event for e in without.entries if e.at_ms < take] == [
        e.event for e in with_it.entries if e.at_ms < take
    ]
    state = refold(with_it.state.plan, [e for e in with_it.entries if e.at_ms < take])
    due = {
        each.ref: each.due_at
        for each in state[Matters].pending.values()
        if each.kind == "act" and each.seat == seat and each.done_at is None
    }
    again = {
        e.event.ref: e.event.due_at
        for e in with_it.entries
        if isinstance(e.event, MatterPlanned) and e.event.seat == seat and e.at_ms == leave
    }
    for ref, when in due.items():
        still = when is not None and when >= leave + 10 * SECOND
        if still and ref in again:
            assert again[ref] == when, ref


@SLOW
@given(seed=st.integers(1, 40), minutes=st.integers(2, 8), away=st.integers(1, 5))
def test_draws_are_the_same_after_a_takeover_and_return(seed: int, minutes: int, away: int) -> None:
    """What a colleague means to do for the same cause at the same moment, it means to do as soon
    as it would have: no draw for a matter that nobody touched has moved (decisions 7)."""
    take = minutes * MINUTE
    with_it = run(seed, take, take + away * MINUTE, "bup")
    without = run(seed, None, take + away * MINUTE, "bup")
    shifts = {
        key: due - plans(without.entries)[key]  # type: ignore[operator]
        for key, due in plans(with_it.entries).items()
        if key in plans(without.entries) and key[0] != "bup" and due is not None
        if _cause(with_it, key) == _cause(without, key)
    }
    assert shifts
    assert set(shifts.values()) == {0}


def _cause(room: Room, key: tuple[str, str]) -> tuple[int, object] | None:
    """What first gave a seat an intention: when, and which event."""
    for each in room.entries:
        if isinstance(each.event, MatterPlanned) and (each.event.seat, each.event.ref) == key:
            cause = room.entries[(each.caused_by or 1) - 1]
            return cause.at_ms, cause.event
    return None


def test_who_takes_a_seat_stops_what_its_colleague_had_planned() -> None:
    """From the moment a person sits down, nothing is done in the seat but by that person."""
    room = Room(story=load("emma"), format_name="45").start().at(3 * MINUTE)
    seat = next(each for each in room.state.plan.seats if planned(room.state, each))
    room.do(FACILITATOR, TakeSeat(seat, PERSON))
    taken = room.entries[-1].at_ms
    assert planned(room.state, seat) == set()
    dropped = [each for each in room.entries if isinstance(each.event, MatterDropped)]
    assert any(each.at_ms == taken for each in dropped)
    room.at(12 * MINUTE)
    assert [each for each in acts(room.entries, seat) if each[0] >= taken] == []


def test_who_leaves_a_seat_leaves_what_waits_there_to_the_colleague() -> None:
    """A question that came while a person held the seat is answered by who plays it after."""
    for seed in range(1, 9):
        room = Room(seed=seed, manned=("rektor", "barnevern")).start().at(MINUTE)
        room.seat("barnevern", AskSeat("rektor", "Hvem ringer hjem?"))
        asked = room.entries[-1]
        room.at(3 * MINUTE)
        room.do(FACILITATOR, LeaveSeat("rektor", "p-rektor"))
        room.at(6 * MINUTE)
        if "question.answered" in room.kinds():
            answered = next(e for e in room.entries if e.kind == "question.answered")
            assert answered.at_ms > asked.at_ms + 2 * MINUTE
            return
    pytest.fail("no colleague ever answered")


@SLOW
@given(seed=st.integers(1, 40), take=st.integers(MINUTE, 10 * MINUTE), away=st.integers(5, 400))
def test_a_restart_in_between_changes_nothing(seed: int, take: int, away: int) -> None:
    """The engine starts from State at any head: takeover, return and restarts give one journal,
    and it replays."""
    leave = take + away * SECOND
    once, again = (run(seed, take, leave, "bup", restart=each) for each in (False, True))
    assert [(e.seq, e.at_ms, e.event) for e in once.entries] == [
        (e.seq, e.at_ms, e.event) for e in again.entries
    ]
    assert verify(once.state.plan, once.entries) is None


def test_hands_let_go_at_a_takeover_are_free_at_once() -> None:
    """An engine that was running and one started from State agree on the next due moment."""
    room = run(5, 4 * MINUTE, 4 * MINUTE + 20 * SECOND, "bup")
    live = room.conduct._teams[TEAM].engine
    fresh = Engine(refold(room.state.plan, room.entries))
    fresh.run(room.conduct.now(EXERCISE))
    assert fresh.take() == []
    assert live.next_due() == fresh.next_due()


HASHES = """
from tests.simulator.engine.test_taking_up import run
from scenarios.duration import MINUTE
from hashlib import sha256
room = run(7, 3 * MINUTE, 5 * MINUTE, "bup")
told = "".join(f"{e.seq}|{e.at_ms}|{e.actor}|{e.event!r};" for e in room.entries)
print(sha256(told.encode()).hexdigest())
"""


def test_a_takeover_plays_the_same_under_other_hash_seeds() -> None:
    """Sets and dicts by hash decide nothing: three hash seeds, one journal."""
    told = {
        subprocess.run(
            [sys.executable, "-c", HASHES],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1
