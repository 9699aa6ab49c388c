"""One exercise, three stores: memory, SQLite and PostgreSQL keep the same journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from scenarios.loader import load
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.journal.store import open_store
from simulator.journal.store_contract import JournalStore
from simulator.play.codec import line_of, read
from simulator.play.kernel import CLOCK, FACILITATOR, Actor, Command
from simulator.play.rooms import COMMANDS, EVENTS
from simulator.play.roster import LeaveSeat, ReturnToSeat, StandIn, TakeSeat
from simulator.play.steering import EndPlay, Pause, Resume, StartPlay
from tests.reliability.player import Player

EXERCISE = "same"
STEP_MS = 7_000
SEATS = ("kontaktlaerer", "rektor", "helsesykepleier")
COLLEAGUE = "barnevern"
Journals = list[list[dict[str, Any]]]


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A new database file."""
    return f"sqlite:///{tmp_path / 'same.sqlite'}"


@pytest.mark.parametrize("seed", [3, 4])
def test_the_same_exercise_leaves_the_same_journal(
    sqlite_url: str, empty_postgres_url: str, seed: int
) -> None:
    """Acts, ticks, pauses, refusals, repeats, a takeover and return and the system standing in end
    in equal lines, wall stamps aside."""
    in_memory = _played(MemoryStore(), seed)
    assert sum(map(len, in_memory)) > 200
    for url in (sqlite_url, empty_postgres_url):
        store = open_store(url, EVENTS)
        try:
            assert _played(store, seed) == in_memory, url
        finally:
            store.close()


def test_a_database_is_taken_over_in_the_middle(sqlite_url: str, empty_postgres_url: str) -> None:
    """A new process that knows nothing but the database goes on as the old one would have."""
    whole = _played(MemoryStore(), 5)
    for url in (sqlite_url, empty_postgres_url):
        store = open_store(url, EVENTS)
        try:
            assert _played(store, 5, renewed_every=9) == whole, url
        finally:
            store.close()


def _played(store: JournalStore, seed: int, renewed_every: int = 0) -> Journals:
    """Every team's lines after a drill of two teams, driven by ``seed``."""
    wall = [1_800_000_000_000]
    make: Callable[[], Conduct] = lambda: Conduct(store, lambda: wall[0])  # noqa: E731 - used twice
    conduct, loaded = make(), load("small")
    conduct.create(loaded, "45", seed=seed, teams=2, exercise_id=EXERCISE)
    teams = [f"{EXERCISE}-{number}" for number in (1, 2)]
    for team in teams:
        for seat in SEATS:
            conduct.handle(team, FACILITATOR, TakeSeat(seat, f"{team}-{seat}"), f"take-{seat}")
    conduct.steer(EXERCISE, FACILITATOR, StartPlay(), "start")
    random = Random(seed)
    plan = conduct.state(teams[0]).plan
    players = {seat: Player(plan, seat, Random(seed)) for seat in SEATS}
    for step in range(60):
        if renewed_every and step % renewed_every == renewed_every - 1:
            conduct = make()
        wall[0] += STEP_MS
        if step in (20, 23):
            conduct.steer(EXERCISE, FACILITATOR, Pause() if step == 20 else Resume(), f"c{step}")
        conduct.tick(EXERCISE)
        for team in teams:
            _moves(conduct, team, step)
        team, seat = random.choice(teams), random.choice(SEATS)
        kind, body = players[seat].choose("")
        command, actor = read(COMMANDS, kind, body), Actor("seat", seat, f"{team}-{seat}")
        first = conduct.handle(team, actor, command, f"act-{step}")
        if random.random() < 0.3:
            again = conduct.handle(team, actor, command, f"act-{step}")
            assert (again.seq, again.seqs, again.code) == (first.seq, first.seqs, first.code)
            assert again.repeated
    conduct.steer(EXERCISE, FACILITATOR, EndPlay(), "end")
    return [_lines(conduct, team) for team in teams]


def _moves(conduct: Conduct, team: str, step: int) -> None:
    """Somebody takes a colleague's seat and leaves it again; the system stands in for another."""
    visitor = f"{team}-late"
    asked: dict[int, tuple[Actor, Command]] = {
        12: (FACILITATOR, TakeSeat(COLLEAGUE, visitor)),
        30: (FACILITATOR, LeaveSeat(COLLEAGUE, visitor)),
        33: (CLOCK, StandIn(SEATS[0])),
        50: (Actor("seat", SEATS[0], f"{team}-{SEATS[0]}"), ReturnToSeat()),
    }
    if step in asked:
        conduct.handle(team, *asked[step], f"move-{step}")


def _lines(conduct: Conduct, team: str) -> list[dict[str, Any]]:
    lines = (line_of(entry) for entry in conduct.entries(team))
    return [{name: told for name, told in line.items() if name != "recorded_at"} for line in lines]
