"""The stores that the contract is tried on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.memory import MemoryStore
from simulator.journal.store import open_store
from simulator.journal.store_contract import JournalStore
from tests.simulator.journal.samples import EVENTS

DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/made/samspill.db"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


@pytest.fixture(params=["memory", *DATABASES])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[JournalStore]:
    """An empty store: in memory, in SQLite, in PostgreSQL."""
    if request.param == "memory":
        yield MemoryStore()
        return
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/samspill.db"
    else:
        url = request.getfixturevalue("empty_postgres_url")
    made = open_store(url, EVENTS)
    yield made
    made.close()
