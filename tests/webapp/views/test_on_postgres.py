"""The pages on a real PostgreSQL: what a room does in them is kept as it is on SQLite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.journal.store import SqlStore
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox
from simulator.play.kernel import State
from tests.webapp.browser import Browser
from tests.webapp.conftest import SECRET, Wall
from webapp.config import Config
from webapp.factory import build
from webapp.rows import RoomRow
from webapp.runtime import EXTENSION, Runtime


@pytest.fixture
def config(tmp_path: Path, empty_postgres_url: str) -> Config:
    """Settings of a test, with the journal and all tables in PostgreSQL."""
    return Config(data=tmp_path, secret_key=SECRET, database_url=empty_postgres_url)


@pytest.mark.postgres
def test_a_room_plays_on_postgres_from_the_door_to_the_gjennomgang(
    config: Config,
    here: Runtime,
    wall: Wall,
    room: RoomRow,
    leader: Browser,
    seated: Callable[..., Browser],
    state: Callable[..., State],
) -> None:
    """An act sent twice is done once, and another process that opens the same database knows what
    this one knows."""
    assert config.database.startswith("postgresql")
    kari, _per, ola = seated("Kari"), seated("Per"), seated("Ola")
    mine, _other, yours = (row.seat_id for row in here.room.participants(room.exercise_id))
    leader.post(f"/exercises/{room.exercise_id}/console/start", {"briefed": "1"})
    wall.ms += 30_000
    here.conduct.tick(room.exercise_id)
    card = next(iter(state()[Facts].of(str(mine))))
    sent = {
        "command_id": "share-it-once",
        "kind": "fact.share",
        "body": {"to": [yours], "facts": [card], "line": "Til deg."},
    }
    first, again = (kari.post_json("/act", sent).get_json() for _ in range(2))
    assert first["ok"]
    assert again["repeated"]
    assert len(state()[Facts].shares) == 1
    told = next(item for item in state()[Inbox].of(str(yours)) if item.id.startswith("share."))
    assert "Til deg." in ola.get(f"/desk/items/{told.id}").text

    other: Runtime = build(config, wall).extensions[EXTENSION]
    known = other.conduct.state(f"{room.exercise_id}-1")
    assert known.seq == state().seq
    assert known[Facts].shares == state()[Facts].shares
    _close(other)
    over = {"command_id": "end-it-once", "kind": "play.end", "exercise": room.exercise_id}
    assert leader.post_json("/act", over | {"body": {}}).get_json()["ok"]
    assert leader.get(f"/gjennomgang/{room.exercise_id}").status_code == 200
    _close(here)


def _close(here: Runtime) -> None:
    """Give the connections back: the database goes away with the test."""
    assert isinstance(here.store, SqlStore)
    here.store.close()
