"""Forks: from any whole instant the same exercise plays on, and nothing of it is ever stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.loader import from_document, load
from scenarios.plan import plan_for
from simulator.engine.engine import Engine
from simulator.fork import Cast, Fork
from simulator.journal.file import read_journal
from simulator.moments import NotForkableError, committed_head
from simulator.play.clock import Clock, LegEnded, LegStarted, PlayEnded
from simulator.play.codec import line_of
from simulator.play.facts import ShareFacts
from simulator.play.kernel import Actor, Entry
from simulator.play.probes import Probes
from simulator.play.rooms import EVENTS
from simulator.play.roster import Roster, SeatLeft, TeamFormed
from simulator.play.steering import Pause, SetAutopilot
from simulator.rehearse import rehearse
from simulator.replay import refold
from tests.simulator.builder import TEAM, Room

SMALL = load("small")
GOLDEN = Path(__file__).parents[1] / "replays"
MINUTE = 60_000


def _unstamped(entries: list[Entry] | tuple[Entry, ...]) -> list[dict[str, object]]:
    return [line_of(replace(entry, recorded_at=0)) for entry in entries]


def _heads(entries: list[Entry] | tuple[Entry, ...]) -> list[int]:
    return sorted({committed_head(entries, entry.seq) for entry in entries[2:-1]})


@settings(max_examples=6, deadline=None)
@given(st.integers(1, 10_000), st.sampled_from(["45", "demo"]))
def test_a_fork_at_any_head_is_the_engines_own_continuation(seed: int, form: str) -> None:
    """With no person at the table, play goes on from every head exactly as it did."""
    entries = rehearse(SMALL, form, seed=seed).entries
    over = next(each.seq for each in entries if isinstance(each.event, PlayEnded))
    heads = [head for head in _heads(entries) if head < over]
    for head in heads[:: max(len(heads) // 12, 1)]:
        assert _unstamped(Fork(SMALL, entries, head).play()) == _unstamped(entries), head


@pytest.mark.parametrize("name", ["small-45", "emma-demo"])
def test_a_fork_at_every_head_of_a_golden_journal(name: str) -> None:
    """Until the next input (1 ms before it for a step of the clock), a fork does what the engine
    alone does, from every head but those where a question stops play: that ends by the wall."""
    journal = read_journal(GOLDEN / f"{name}.jsonl", EVENTS)
    formed = journal.entries[0].event
    assert isinstance(formed, TeamFormed)
    loaded = from_document(journal.document)
    plan = plan_for(loaded.scenario(), formed.format)
    for head in _heads(journal.entries):
        state = refold(plan, journal.entries[:head])
        if state[Clock].phase in ("lobby", "over") or state[Probes].open:
            continue
        inputs = (entry.at_ms for entry in journal.entries[head:] if entry.actor.is_input)
        until = max(min(next(inputs) - 2, state.at_ms + 2 * MINUTE), state.at_ms)
        engine = Engine(state)
        engine.run(until)
        alone = [*journal.entries[:head], *engine.take()]
        made = Fork(loaded, journal.entries, head).play(until)
        assert _unstamped(made) == _unstamped(alone), head


def test_a_scene_that_ends_and_the_next_that_begins_are_one_moment() -> None:
    """Between two copies of one step of the clock nothing can be played on from."""
    entries = rehearse(SMALL, "45", seed=1).entries
    ended = next(each for each in entries if isinstance(each.event, LegEnded))
    started = next(each for each in entries[ended.seq :] if isinstance(each.event, LegStarted))
    if started.at_ms == ended.at_ms + 1:
        assert committed_head(entries, ended.seq) >= started.seq
    assert entries[committed_head(entries, ended.seq)].at_ms > ended.at_ms


def test_people_stay_silent_and_in_their_seats() -> None:
    """Without a cast nobody acts for a person, and the exercise goes to its end all the same."""
    room = Room(manned=("rektor",)).start().at(2 * MINUTE)
    made = Fork(room.loaded, room.entries, room.state.seq).play()
    own = [each for each in made[room.state.seq :] if each.actor.seat == "rektor"]
    assert own == []
    assert any(isinstance(each.event, PlayEnded) for each in made)


def test_nothing_of_a_fork_is_stored() -> None:
    """The exercise that was left has not a line more, and acts as if nobody had looked ahead."""
    room = Room(manned=("rektor",)).start().at(2 * MINUTE)
    before, team = room.entries, room.conduct.store.team(TEAM)
    fork = Fork(room.loaded, before, room.state.seq, Cast())
    fork.ask(Actor("seat", "rektor"), ShareFacts(("kontaktlaerer",), ("F7",)), 3 * MINUTE)
    fork.play()
    assert room.entries == before
    assert room.conduct.store.team(TEAM) == team


def test_a_cast_takes_every_seat_and_what_waits_there() -> None:
    """Everybody is a colleague from there on, and does what was asked before it came."""
    room = Room(manned=("rektor", "barnevern")).start().at(3 * MINUTE)
    fork = Fork(room.loaded, room.entries, room.state.seq, Cast("typical", 5))
    head = fork.head
    made = fork.play()
    assert {chair.player for chair in fork.state[Roster].chairs.values()} == {"colleague"}
    left = [each for each in made if isinstance(each.event, SeatLeft)]
    assert {each.at_ms for each in left} == {left[0].at_ms}
    for seat in ("rektor", "barnevern"):
        assert any(str(each.actor) == f"colleague:{seat}" for each in made[head:])
    seen = [each for each in made[head:] if each.kind == "item.seen"]
    assert any(each.actor.seat == "rektor" and each.at_ms < 5 * MINUTE for each in seen)


def test_a_seed_of_its_own_changes_the_future_alone() -> None:
    """Another seed keeps what has been, and the same seed gives the same fork twice."""
    entries = rehearse(SMALL, "45", seed=2).entries
    head = committed_head(entries, len(entries) // 3)
    forks = [Fork(SMALL, entries, head, Cast("typical", seed)).play() for seed in (7, 7, 8)]
    assert forks[0] == forks[1]
    assert forks[0][1:head] == tuple(entries[1:head])
    assert _unstamped(forks[0][head:]) != _unstamped(forks[2][head:])


def test_a_pause_ends_and_a_cast_needs_no_hand_on_the_clock() -> None:
    """A fork plays on where the clock stood, and to the end where the autopilot was off."""
    room = Room().start().at(2 * MINUTE)
    room.steer(SetAutopilot(on=False))
    room.steer(Pause())
    silent = Fork(room.loaded, room.entries, room.state.seq)
    assert silent.play(4 * MINUTE)[-1].at_ms > 2 * MINUTE
    made = Fork(room.loaded, room.entries, room.state.seq, Cast()).play()
    assert any(isinstance(each.event, PlayEnded) for each in made)


@pytest.mark.parametrize("seq", [0, 1, 100_000])
def test_what_cannot_be_forked_is_told_in_words(seq: int) -> None:
    """No such entry, or not in play: the text says so and what to do."""
    entries = rehearse(SMALL, "45", seed=1).entries
    with pytest.raises(NotForkableError, match="choose"):
        Fork(SMALL, entries, seq)
