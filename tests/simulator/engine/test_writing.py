"""Nothing new reaches whoever writes a handover, unless it is acute (decision 0016)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debrief.summary import full
from simulator.engine.deadlines import TO_ANSWER_MS
from simulator.engine.engine import Engine
from simulator.engine.writing import wait
from simulator.play.clock import leg_ends_at
from simulator.play.codec import line_of
from simulator.play.handover import OfferHandover
from simulator.play.kernel import Actor, Entry, State
from simulator.play.rooms import evolve, new_state
from simulator.play.script import InjectDelivered, InjectNotTaken, Script
from simulator.play.steering import Pause, Resume
from simulator.play.writing import (
    AGAIN_MS,
    MOST_MS,
    QUIET_MS,
    BeginWriting,
    EndWriting,
    Spell,
    Writing,
    WritingBegan,
    WritingEnded,
)
from simulator.replay import refold, verify
from tests.simulator.builder import Room
from tests.simulator.wide import wide

SECOND, MINUTE = 1_000, 60_000
TEACHER, HEAD, NURSE, CARE = ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
LAST = 10 * SECOND
"""Play ms before a scene has too little left in which the script stops waiting."""


def begun(**inject: dict[str, object]) -> Room:
    """All seats manned; nothing has come yet."""
    story = wide(**inject)
    return Room(manned=ALL, story=story).start().at(SECOND)


def came(room: Room, inject: str) -> int | None:
    """Play ms at which an inject reached its seats."""
    stand = room.state[Script].stand(inject)
    return stand.at_ms if stand.phase == "delivered" else None


def to_of(room: Room, inject: str) -> str:
    """The first seat an inject is for."""
    return room.state.plan.injects[inject].to[0]


def test_the_script_waits_and_comes_when_the_form_is_left() -> None:
    """Its time had come at nine seconds; it is there in the instant the writing ends."""
    room = begun()
    assert room.seat(TEACHER, BeginWriting()).code is None
    room.at(40 * SECOND)
    assert room.state[Script].stand("I1").phase == "triggered"
    assert came(room, "I2") is not None
    room.seat(TEACHER, EndWriting())
    assert came(room, "I1") == 40 * SECOND


def test_sending_ends_it() -> None:
    """No entry of its own: the handover says so."""
    room = begun()
    room.seat(TEACHER, BeginWriting())
    room.at(30 * SECOND)
    assert room.seat(TEACHER, OfferHandover(HEAD, "Følg opp")).code is None
    assert came(room, "I1") == 30 * SECOND
    assert not room.state[Writing].now
    assert not any(isinstance(entry.event, WritingEnded) for entry in room.entries)


def test_two_minutes_without_a_sign_end_it() -> None:
    """A phone put away: an outcome of the engine, and the script goes on."""
    room = begun()
    room.seat(TEACHER, BeginWriting())
    for second in range(5, 200, 5):
        room.at(second * SECOND)
    (ended,) = [e for e in room.entries if isinstance(e.event, WritingEnded)]
    assert (ended.event, ended.actor.kind) == (WritingEnded(TEACHER, "quiet"), "engine")
    assert ended.at_ms == SECOND + QUIET_MS
    assert came(room, "I1") == ended.at_ms
    assert verify(room.state.plan, room.entries) is None


def test_nobody_keeps_the_script_away_for_longer_than_four_minutes() -> None:
    """However often one writes on, or leaves and comes back, until the handover is sent."""
    room = begun()
    for step in range(1, 120):
        room.at(step * 5 * SECOND)
        room.seat(TEACHER, BeginWriting())
        if step % 7 == 0:
            room.seat(TEACHER, EndWriting())
    assert came(room, "I1") is not None
    peace = room.state[Writing].spent[TEACHER]
    assert peace == MOST_MS
    head = len(room.entries)
    room.seat(TEACHER, BeginWriting())
    assert len(room.entries) == head
    room.seat(TEACHER, OfferHandover(HEAD, "Følg opp"))
    room.seat(TEACHER, BeginWriting())
    assert TEACHER in room.state[Writing].now


def test_signs_are_kept_sparingly() -> None:
    """Many keys, few entries; a sign that would lengthen nothing is none."""
    room = begun()
    for step in range(1, 180):
        room.at(step * SECOND)
        room.seat(TEACHER, BeginWriting())
    signs = [entry.at_ms for entry in room.entries if isinstance(entry.event, WritingBegan)]
    assert len(signs) == 4
    assert all(late - early >= AGAIN_MS for early, late in pairwise(signs))


def test_what_is_acute_comes_at_once() -> None:
    """Safety goes before peace (decision 0008)."""
    room = begun(I1={"acute": True})
    room.seat(TEACHER, BeginWriting())
    room.at(12 * SECOND)
    assert came(room, "I1") is not None


def test_no_window_is_missed_for_it() -> None:
    """An inject on a condition comes before its window closes, whoever writes."""
    always = {"elapsed": {"since": "host", "is_over": "1h"}}
    room = begun(I1={"at": None, "when": always, "window": "6h"})
    room.seat(TEACHER, BeginWriting())
    for second in range(2, 150):
        room.at(second * SECOND)
        if second % 50 == 0:
            room.seat(TEACHER, BeginWriting())
    assert not [e for e in room.entries if e.event == InjectNotTaken("I1", "load")]
    at_ms = came(room, "I1")
    assert at_ms is not None
    assert at_ms < SECOND + QUIET_MS


def test_a_pause_takes_nothing_from_it() -> None:
    """Play time stands still, and so does the two minutes."""
    room = begun()
    room.seat(TEACHER, BeginWriting())
    room.steer(Pause())
    room.wall.ms += 10 * MINUTE
    room.conduct.tick("test")
    assert TEACHER in room.state[Writing].now
    room.steer(Resume())
    assert TEACHER in room.state[Writing].now


def test_only_that_somebody_writes_is_kept() -> None:
    """No words, no receiver, no cards; and the whole debrief is the same with it as without."""
    room, other = begun(), begun()
    room.seat(CARE, BeginWriting())
    room.at(2 * SECOND).seat(CARE, EndWriting())
    other.at(2 * SECOND)
    (began,) = [line_of(e) for e in room.entries if isinstance(e.event, WritingBegan)]
    assert began["body"] == {"seat": CARE}
    for each in (room, other):
        each.at(6 * MINUTE)
    mine, theirs = (full(each.state.plan, each.entries) for each in (room, other))
    assert without_seqs(mine) == without_seqs(theirs)


def without_seqs(value: object) -> object:
    """A debrief without the entries that it cites: they are two later with two more."""
    if isinstance(value, Mapping):
        cited = ("evidence", "opened", "events")
        return {key: without_seqs(each) for key, each in value.items() if key not in cited}
    return [without_seqs(each) for each in value] if isinstance(value, list | tuple) else value


MOVES = st.lists(
    st.tuples(
        st.integers(1, 40),
        st.sampled_from([TEACHER, HEAD, NURSE]),
        st.sampled_from(["begin", "begin", "begin", "end", "offer"]),
    ),
    min_size=1,
    max_size=25,
)


def played(moves: list[tuple[int, str, str]]) -> Room:
    """People who begin, leave and send handovers, at their pace."""
    room, second = begun(), 1
    for seconds, seat, what in moves:
        for _ in range(seconds):
            second += 1
            room.at(second * SECOND)
        if what == "begin":
            room.seat(seat, BeginWriting())
        elif what == "end":
            room.seat(seat, EndWriting())
        else:
            room.seat(seat, OfferHandover(CARE, "Følg opp"))
    return room


@settings(max_examples=25, deadline=None)
@given(moves=MOVES)
def test_nothing_reaches_a_seat_that_writes(moves: list[tuple[int, str, str]]) -> None:
    """At every delivery that is not acute, none of its seats is left in peace, or its window or
    scene is running out; and no peace is longer than four minutes."""
    room = played(moves)
    state = new_state(room.state.plan)
    for entry in room.entries:
        if isinstance(entry.event, InjectDelivered) and not _hurries(state, entry):
            writing = state[Writing]
            assert not [seat for seat in entry.event.to if seat in writing.now]
        evolve(state, entry)
        assert all(spent <= MOST_MS for spent in state[Writing].spent.values())
    assert verify(state.plan, room.entries) is None


def _hurries(state: State, entry: Entry) -> bool:
    assert isinstance(entry.event, InjectDelivered)
    ends = leg_ends_at(state)
    late = ends is None or entry.at_ms + LAST > ends - TO_ANSWER_MS
    return late or state.plan.injects[entry.event.inject].acute


@settings(max_examples=6, deadline=None)
@given(moves=MOVES)
def test_the_engine_goes_on_from_any_head(moves: list[tuple[int, str, str]]) -> None:
    """Who writes, until when and what waits for it stand in the State (decisions 6)."""
    room = played(moves)
    plan, entries = room.state.plan, room.entries
    heads = [i for i in range(len(entries) - 1) if entries[i + 1].at_ms != entries[i].at_ms]
    for head in heads:
        engine = Engine(refold(plan, entries[: head + 1]))
        rest = entries[head + 1 :]
        inputs = [entry for entry in rest if entry.actor.is_input]
        for (command, at_ms), group in groupby(inputs, key=lambda e: (e.command_id, e.at_ms)):
            acts = list(group)
            engine.run(at_ms - 1)
            engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
        engine.run(entries[-1].at_ms)
        made = [line_of(replace(each, recorded_at=0)) for each in engine.take()]
        assert made == [line_of(replace(each, recorded_at=0)) for each in rest], head


@pytest.mark.parametrize("command", [BeginWriting(), EndWriting()])
def test_only_a_seat_writes(command: BeginWriting | EndWriting) -> None:
    """Neither a colleague's absence nor an observer keeps anything back."""
    room = begun()
    assert room.do(Actor("seat", "ingen", "p-x"), command).code is not None
    assert not room.state[Writing].now


def test_nothing_is_kept_back_where_a_scene_runs_out() -> None:
    """What came later could not be answered any more."""
    room = begun()
    room.seat(TEACHER, BeginWriting())
    state, inject = room.state, room.state.plan.injects["I1"]
    ends = leg_ends_at(state)
    assert ends is not None
    state[Writing].now[TEACHER] = Spell(ends - 3 * MINUTE, ends - 3 * MINUTE)
    assert wait(state, inject, TEACHER, ends - TO_ANSWER_MS - LAST) is not None
    assert wait(state, inject, TEACHER, ends - TO_ANSWER_MS) is None
