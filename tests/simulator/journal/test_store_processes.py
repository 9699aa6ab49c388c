"""Many processes on one database: no gap, nothing lost, nothing twice, no standstill."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from random import Random

from simulator.journal.store import SqlStore, open_store
from simulator.play.clock import LegStarted
from tests.simulator.journal.samples import EVENTS, created
from tests.simulator.journal.worker import act

ROOT = Path(__file__).parents[3]
AT_MOST_S = 60


def started(*arguments: object) -> subprocess.Popen[str]:
    """A worker under way."""
    command = [sys.executable, "-m", "tests.simulator.journal.worker", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(worker: subprocess.Popen[str]) -> list[str]:
    """What a worker acknowledged until its end, which must be a good one."""
    told, _ = worker.communicate(timeout=AT_MOST_S)
    assert worker.returncode == 0
    return told.splitlines()


def assert_whole(store: SqlStore, team_id: str, acknowledged: list[str]) -> None:
    """The journal is gapless, and every acknowledged command stands in it once, where it said."""
    entries = store.entries(team_id)
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    assert store.team(team_id).head_seq == len(entries)
    assert all(one.at_ms <= other.at_ms for one, other in pairwise(entries))
    stored: dict[str, list[int]] = {}
    for each in entries:
        if not isinstance(each.event, LegStarted):
            stored.setdefault(str(each.command_id), []).append(each.seq)
    for line in acknowledged:
        command_id, head, *seqs = line.split()
        assert stored[command_id] == list(map(int, seqs))
        assert int(head) == int(seqs[-1])


def test_four_processes_write_one_journal(database_url: str) -> None:
    """4 × 100 commands, a third of them sent twice, make one gapless journal of each once."""
    store = open_store(database_url, EVENTS)
    created(store)
    workers = [started("act", database_url, "t1", f"w{nth}", 100) for nth in range(4)]
    acknowledged = [line for worker in workers for line in said(worker)]
    assert len(acknowledged) == 400
    assert_whole(store, "t1", acknowledged)
    commands = {each.command_id for each in store.entries("t1")}
    assert len(commands) == 400
    store.close()


def test_clock_and_teams_never_wait_for_each_other_in_a_ring(database_url: str) -> None:
    """Two teams and two hands on the clock at once: all end, each team takes in each clock entry
    once and in order."""
    store = open_store(database_url, EVENTS)
    created(store, "e1", ["t1", "t2"])
    teams = [
        started("act", database_url, team, f"{team}{nth}", 60)
        for team in ("t1", "t2")
        for nth in range(2)
    ]
    clocks = [started("clock", database_url, "e1", f"k{nth}", 60) for nth in range(2)]
    told = [said(worker) for worker in (*teams, *clocks)]
    assert [each.n for each in store.clock_log("e1")] == list(range(1, 121))
    assert sorted(int(line.split()[1]) for line in told[4] + told[5]) == list(range(1, 121))
    for team, lines in (("t1", told[0] + told[1]), ("t2", told[2] + told[3])):
        act(store, team, "last", 1)
        assert_whole(store, team, lines)
        events = [each.event for each in store.entries(team)]
        taken = [event.leg for event in events if isinstance(event, LegStarted)]
        assert taken == list(range(1, 121))
    assert store.due(0) == []
    store.close()


def test_killed_writers_lose_nothing_acknowledged(database_url: str) -> None:
    """Kill -9 in the middle of writing, again and again: what was acknowledged stands, once."""
    store = open_store(database_url, EVENTS)
    created(store)
    chance = Random(11)
    acknowledged: list[str] = []
    for nth in range(4):
        worker = started("act", database_url, "t1", f"w{nth}", 100_000)
        assert worker.stdout is not None
        lines = [worker.stdout.readline() for _ in range(chance.randrange(5, 60))]
        worker.kill()
        lines += worker.stdout.read().splitlines(keepends=True)
        worker.wait(timeout=AT_MOST_S)
        worker.stdout.close()
        # A line that the kill cut short is no acknowledgement.
        acknowledged += [line for line in lines if line.endswith("\n")]
        act(store, "t1", f"after-{nth}", 1)
        assert_whole(store, "t1", acknowledged)
    repeated = acknowledged[0].split()
    assert act(store, "t1", repeated[0], 3).seq == int(repeated[1])
    store.close()


def test_many_processes_may_open_a_new_database_at_once(database_url: str) -> None:
    """The first makes the tables, the others wait for it: nobody fails."""
    workers = [started("act", database_url, "t1", "w", 0) for _ in range(4)]
    assert [said(worker) for worker in workers] == [[]] * len(workers)
