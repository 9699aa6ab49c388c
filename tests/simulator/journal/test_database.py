"""How a database is opened, guarded and spoken of when it fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from simulator.journal.store import SqlStore, open_store
from simulator.journal.store_contract import StoreError, StoreUnavailable
from tests.simulator.journal.samples import EVENTS, created, entry, played

ROOT = Path(__file__).parents[3]
WAITING = """
from gevent import monkey; monkey.patch_all()
import sys, gevent
from simulator.journal.store import open_store
from tests.simulator.journal.samples import EVENTS, created
store = open_store(sys.argv[1], EVENTS)
created(store)
order, ticks = [], []
def hold(name, seconds):
    with store.write_team("t1"):
        order.append(name)
        gevent.sleep(seconds)
def tick():
    while True:
        ticks.append(1)
        gevent.sleep(0.01)
ticker = gevent.spawn(tick)
first = gevent.spawn(hold, "first", 0.4)
gevent.sleep(0.1)
second = gevent.spawn(hold, "second", 0)
gevent.joinall([first, second], raise_error=True)
assert order == ["first", "second"], order
assert len(ticks) > 20, len(ticks)
"""


@pytest.fixture
def kept(database_url: str) -> Iterator[SqlStore]:
    """A store with a journal of two teams in it."""
    store = open_store(database_url, EVENTS)
    created(store, "e1", ["t1"])
    created(store, "e2", ["t2"])
    for team in ("t1", "t2"):
        with store.write_team(team) as writer:
            writer.append(played(5))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("mysql://somewhere/it", "not supported"),
        ("samspill.db", "not the address"),
    ],
)
def test_an_address_that_cannot_be_kept_is_refused_in_words(url: str, word: str) -> None:
    """Before anything is written, and naming what would do."""
    with pytest.raises(StoreError, match=word):
        SqlStore(url, EVENTS)


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE journal SET at_ms = 0",
        "UPDATE journal SET body = '{}' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 5",
        "DELETE FROM journal WHERE team_id = 't1'",
    ],
)
def test_the_journal_cannot_be_changed_afterwards(kept: SqlStore, act: str) -> None:
    """The database itself refuses to alter or remove an entry, also once another was erased."""
    kept.delete_exercise("e2")
    with pytest.raises(DBAPIError, match="append-only"), kept.database.writing() as connection:
        connection.execute(text(act))
    assert kept.entries("t1") == played(5)


@pytest.mark.postgres
def test_a_journal_cannot_be_emptied_at_one_stroke(empty_postgres_url: str) -> None:
    """PostgreSQL's TRUNCATE passes by the rows' guard, but not by this one."""
    store = open_store(empty_postgres_url, EVENTS)
    with pytest.raises(DBAPIError, match="append-only"), store.database.writing() as connection:
        connection.execute(text("TRUNCATE journal"))
    store.close()


def test_an_erasure_leaves_a_tombstone(kept: SqlStore) -> None:
    """What remains of a deleted exercise is its id, how many entries it had, and when it went."""
    kept.delete_exercise("e1", erased_at=1_790_000_000_000)
    with kept.database.reading() as connection:
        assert connection.execute(text("SELECT * FROM erasure")).all() == [
            ("e1", 5, 1_790_000_000_000)
        ]


def test_sqlite_syncs_every_commit(tmp_path: Path) -> None:
    """A commit is on the disk before it is acknowledged: WAL with synchronous=FULL (2)."""
    store = open_store(f"sqlite:///{tmp_path}/samspill.db", EVENTS)
    with store.database.writing() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in pragmas]
    assert found == ["wal", 2, 1, 10_000]
    store.close()


def test_a_locked_database_is_unavailable_and_nothing_is_lost(tmp_path: Path) -> None:
    """A writer waits its time, says so in words, and can do the same again afterwards."""
    url = f"sqlite:///{tmp_path}/samspill.db"
    store, other = open_store(f"{url}?timeout=0.2", EVENTS), open_store(url, EVENTS)
    created(store)
    with other.database.writing():
        with pytest.raises(StoreUnavailable, match="locked"), store.write_team("t1") as writer:
            writer.append(played(1))
        assert store.entries("t1") == []
    with store.write_team("t1") as writer:
        writer.append(played(1))
    assert store.entries("t1") == played(1)
    store.close()
    other.close()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    """When nothing more fits, the write is refused whole; with room again play goes on."""
    store = open_store(f"sqlite:///{tmp_path}/samspill.db", EVENTS)
    created(store)

    def room(pages: int) -> None:
        with store.database.writing() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    room(1)
    with pytest.raises(StoreUnavailable, match="full"), store.write_team("t1") as writer:
        writer.append(played(3000))
    assert store.entries("t1") == []
    room(1_000_000)
    with store.write_team("t1") as writer:
        writer.append(played(3000))
    assert len(store.entries("t1")) == 3000
    store.close()


def test_a_server_that_is_away_is_unavailable() -> None:
    """Nobody answers at that address: words, not a driver's error."""
    store = SqlStore("postgresql://samspill@127.0.0.1:1/none", EVENTS)
    with pytest.raises(StoreUnavailable, match="just now"):
        store.exercises()
    store.close()


@pytest.mark.postgres
def test_a_server_that_came_back_costs_nobody_an_error(empty_postgres_url: str) -> None:
    """Connections that the server has dropped are replaced before they are used."""
    store, other = open_store(empty_postgres_url, EVENTS), SqlStore(empty_postgres_url, EVENTS)
    created(store)
    with other.database.writing() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    with store.write_team("t1") as writer:
        writer.append([entry(1)])
    assert len(store.entries("t1")) == 1
    store.close()
    other.close()


@pytest.mark.postgres
def test_who_waits_for_a_row_lets_other_greenlets_run(empty_postgres_url: str) -> None:
    """Under gevent a writer that waits for a team's lock does not stop the server's loop."""
    done = subprocess.run(
        [sys.executable, "-c", WAITING, empty_postgres_url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
