"""The queue: one rehearsal at a time beside the server; what it was doing is known after a stop."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.rehearsal.tally import Tally
from scenarios.loader import load
from simulator import ENGINE
from simulator.journal.store import open_store
from simulator.play.rooms import EVENTS
from tests.architecture.tree import ROOT
from tests.webapp.conftest import Wall
from webapp.members.store import AccountStore
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import batches
from webapp.rehearsing.queue import MOST_WAITING, SILENT_MS, Queue
from webapp.rehearsing.row import RehearsalRow
from webapp.rehearsing.store import KEPT_EACH, RehearsalStore
from webapp.rehearsing.unit import Order
from webapp.rows import AccountRow

SMALL = load("small")
PATIENCE_S = 60.0
NewQueue = Callable[..., Queue]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RehearsalStore]:
    """A database with one account in it."""
    opened = open_store(f"sqlite:///{tmp_path / 'x.sqlite'}", EVENTS)
    AccountStore(opened.database).add(
        AccountRow("me", "me@example.no", is_admin=False, created_wall=0)
    )
    yield RehearsalStore(opened.database)
    opened.close()


@pytest.fixture
def later() -> list[Callable[[], None]]:
    """What was put aside, to be run when a test says so."""
    return []


@pytest.fixture
def queue(store: RehearsalStore, wall: Wall, later: list[Callable[[], None]]) -> NewQueue:
    """A server's queue."""
    return lambda place="here", aside=later.append: Queue(
        store, wall, place, aside, lambda _id: None
    )


def order(runs: int = 3) -> Order:
    """So many runs of the small scenario."""
    return Order(SMALL.document, SMALL.digest, "45", Cast(), seed=4, runs=runs)


def row(name: str, what: Order, wall: Wall) -> RehearsalRow:
    """An order as it is kept."""
    return RehearsalRow(
        name, "me", None, "small", what.digest, what.format, "{}", what.seed, what.runs, ENGINE,
        "queued", 0, "here", wall.ms, wall.ms,
    )  # fmt: skip


def state_of(store: RehearsalStore, name: str) -> str:
    """How it stands."""
    found = store.get(name)
    assert found is not None
    return found.state


def test_it_plays_in_order_and_keeps_what_came(
    queue: NewQueue, store: RehearsalStore, wall: Wall, later: list[Callable[[], None]]
) -> None:
    """Two orders, one after the other, in processes of their own: the tally is the crew's."""
    ours = queue()
    for name in ("one", "two"):
        assert ours.ask(row(name, order(), wall), order())
    assert len(later) == 1
    assert (ours.ahead("one"), ours.ahead("two")) == (0, 1)
    later.pop()()
    whole = Tally()
    for batch in batches(order(), jobs=1):
        whole.merge(batch.tally)
    for name in ("one", "two"):
        found = store.get(name)
        assert found is not None
        assert (found.state, found.done) == ("done", 3)
        assert found.told == whole


def test_what_waits_can_be_cancelled(
    queue: NewQueue, store: RehearsalStore, wall: Wall, later: list[Callable[[], None]]
) -> None:
    """It is never played."""
    ours = queue()
    ours.ask(row("one", order(), wall), order())
    ours.cancel("one")
    later.pop()()
    assert state_of(store, "one") == "cancelled"


def test_what_is_played_can_be_cancelled(
    queue: NewQueue, store: RehearsalStore, wall: Wall
) -> None:
    """Its process ends at once, nothing is kept, and the next one is played."""
    from threading import Thread

    running: list[Thread] = []

    def aside(work: Callable[[], None]) -> None:
        running.append(Thread(target=work))
        running[0].start()

    ours = queue(aside=aside)
    ours.ask(row("long", order(5_000), wall), order(5_000))
    ours.ask(row("next", order(1), wall), order(1))
    _until(lambda: (store.get("long") or row("", order(), wall)).done > 0)
    process = ours._process
    assert process is not None
    ours.cancel("long")
    running[0].join(PATIENCE_S)
    assert (state_of(store, "long"), state_of(store, "next")) == ("cancelled", "done")
    assert process.poll() is not None
    found = store.get("long")
    assert found is not None
    assert found.tally is None


def _until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_one_account_cannot_fill_the_queue(queue: NewQueue, wall: Wall) -> None:
    """The fourth waits until one is done or stopped."""
    ours = queue()
    for number in range(MOST_WAITING):
        assert ours.ask(row(str(number), order(), wall), order())
    assert not ours.ask(row("one too many", order(), wall), order())
    ours.cancel("1")
    assert ours.ask(row("now", order(), wall), order())


def test_a_restart_cuts_short_what_was_under_way(
    queue: NewQueue, store: RehearsalStore, wall: Wall
) -> None:
    """The server that is there again knows that nobody plays it; another place's is its own."""
    ours = queue()
    ours.ask(row("one", order(), wall), order())
    store.add(replace(row("elsewhere", order(), wall), place="there"))
    queue()
    assert (state_of(store, "one"), state_of(store, "elsewhere")) == ("cut", "queued")


def test_a_server_that_is_not_heard_from_has_stopped(
    queue: NewQueue, store: RehearsalStore, wall: Wall
) -> None:
    """After two minutes of silence another server says so."""
    other = replace(row("elsewhere", order(), wall), place="there")
    store.add(other)
    ours = queue()
    wall.ms += SILENT_MS - 1
    assert ours.standing(other).state == "queued"
    wall.ms += 1
    assert ours.standing(other).state == "cut"
    assert state_of(store, "elsewhere") == "cut"


def test_what_cannot_be_played_is_told_run_by_run(
    queue: NewQueue, store: RehearsalStore, wall: Wall, later: list[Callable[[], None]]
) -> None:
    """The queue goes on with the next."""
    ours = queue()
    lost = replace(order(), document={"source": {}}, digest="of nothing")
    ours.ask(row("lost", lost, wall), lost)
    ours.ask(row("next", order(1), wall), order(1))
    later.pop()()
    assert (state_of(store, "lost"), state_of(store, "next")) == ("done", "done")
    found = store.get("lost")
    assert found is not None
    assert found.told is not None
    assert (found.told.runs, found.told.failed) == (0, 3)


def test_a_worker_ends_when_nobody_reads(tmp_path: Path) -> None:
    """If the server is killed, what it started does not go on for ever."""
    import json

    from webapp.rehearsing.worker import data_of

    asked = json.dumps(data_of(order(20_000)) | {"jobs": 1})
    worker = subprocess.Popen(
        [sys.executable, "-m", "webapp.rehearsing.worker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(asked + "\n")
    worker.stdin.close()
    assert json.loads(worker.stdout.readline())["done"] > 0
    worker.stdout.close()
    assert worker.wait(PATIENCE_S) == 1


def test_only_so_many_results_are_kept(store: RehearsalStore, wall: Wall) -> None:
    """The oldest that are over go first; what is under way stays."""
    store.add(row("under way", order(), wall))
    for number in range(KEPT_EACH + 5):
        wall.ms += 1
        store.add(replace(row(str(number), order(), wall), state="done"))
    kept = [each.id for each in store.owned("me", "small")]
    assert len(kept) == KEPT_EACH + 1
    assert kept[0] == str(KEPT_EACH + 4)
    assert kept[-1] == "under way"
