"""The tables that the migrations make are the tables that the code knows."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from simulator.journal.database.store import MIGRATIONS, Database
from simulator.journal.store import open_store
from simulator.journal.store_contract import StoreError
from simulator.journal.tables import metadata
from tests.simulator.journal.samples import EVENTS, created

ROOT = Path(__file__).parents[3]
PACKAGES = ("simulator", "facilitator", "webapp")


def import_all_tables() -> None:
    """Hang every package's tables on the shared metadata."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("tables.py")):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def differences(database: Database) -> list[object]:
    """What autogeneration would change in this database."""
    options = {"compare_type": True, "compare_server_default": True}
    with database.writing() as connection:
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata))


def test_migrating_makes_the_tables_that_the_code_knows(database_url: str) -> None:
    """Alembic finds nothing to change between a migrated database and the metadata."""
    import_all_tables()
    store = open_store(database_url, EVENTS)
    assert differences(store.database) == []
    store.close()


def test_a_missing_column_would_be_noticed(database_url: str) -> None:
    """The comparison has teeth: a database that differs is told apart."""
    import_all_tables()
    store = open_store(database_url, EVENTS)
    before = differences(store.database)
    with store.database.writing() as connection:
        connection.execute(text("ALTER TABLE team DROP COLUMN clock_seen"))
    assert len(differences(store.database)) == len(before) + 1
    store.close()


def test_opening_again_keeps_everything(database_url: str) -> None:
    """A database that is up to date is left as it is."""
    store = open_store(database_url, EVENTS)
    created(store)
    store.close()
    store = open_store(database_url, EVENTS)
    assert [row.id for row in store.exercises()] == ["e1"]
    store.close()


def test_a_newer_database_is_refused_in_words(database_url: str) -> None:
    """A revision that we do not know is never written to."""
    store = open_store(database_url, EVENTS)
    with store.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match=r"newer Samspill \(revision 9999\)"):
        open_store(database_url, EVENTS)


def test_migrations_are_one_line_of_numbers() -> None:
    """Each file's number is its revision and stands on the one before: no branches."""
    files = sorted(MIGRATIONS.glob("versions/[0-9]*.py"))
    numbers = [path.name[:4] for path in files]
    assert numbers == [f"{nth:04}" for nth in range(1, len(files) + 1)]
    for before, path in zip([None, *numbers], files, strict=False):
        source = path.read_text(encoding="utf-8")
        assert re.search(rf'^revision = "{path.name[:4]}"$', source, re.MULTILINE)
        said = f'"{before}"' if before else "None"
        assert re.search(rf"^down_revision = {said}$", source, re.MULTILINE)
