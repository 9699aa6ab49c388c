"""One database, two doors: an engine that writes under a lock, and one that only reads.

SQLite: one writing connection with ``BEGIN IMMEDIATE`` (a deferred write may fail half-way when
another process got there first), WAL, and every commit synced to disk. PostgreSQL: row locks do the
ordering, and psycopg lets other greenlets run while it waits.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    MetaData,
    create_engine,
    event,
    func,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from simulator.journal.store_contract import StoreError, StoreUnavailable

MIGRATIONS: Final = Path(__file__).parents[2] / "migrations"
BUSY_S: Final = 10
"""How long a write waits for another process's before it is :class:`StoreUnavailable`, unless
SQLite's address says otherwise (``?timeout=``)."""
_UPGRADE_LOCK: Final = 53_414_553
"""Any number, as long as every process asks PostgreSQL for the same."""


def address(url: str) -> URL:
    """The database's address. :class:`StoreError` in words if it is none that we can keep."""
    try:
        made = make_url(url)
    except ArgumentError as error:
        raise StoreError(f"{url!r} is not the address of a database.") from error
    if made.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return made.set(drivername="postgresql+psycopg")
    if made.drivername != "sqlite":
        raise StoreError(f"{made.drivername} is not supported: use sqlite or postgresql.")
    if made.database in (None, "", ":memory:"):
        raise StoreError("SQLite needs a file, such as sqlite:///instance/samspill.db.")
    return made.update_query_dict({"timeout": str(BUSY_S), **made.query})


@contextmanager
def told() -> Iterator[None]:
    """Turn a database that is gone, locked or full into :class:`StoreUnavailable`."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeoutError) as error:
        cause = getattr(error, "orig", None) or error
        raise StoreUnavailable(f"The database cannot be used just now ({cause}).") from error


class Database:
    """The two engines of one address."""

    def __init__(self, url: str) -> None:
        self.url = address(url)
        self.on_sqlite = self.url.drivername == "sqlite"
        written = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
        made = partial(create_engine, self.url, json_serializer=written)
        if self.on_sqlite:
            self._writing: Engine = made(pool_size=1, max_overflow=0, pool_timeout=BUSY_S)
            self._reading: Engine = made(isolation_level="AUTOCOMMIT")
            event.listen(self._writing, "connect", _on_writing)
            event.listen(self._writing, "begin", _begin)
            event.listen(self._reading, "connect", _on_reading)
        else:
            # Asked before use, so that a restarted server costs nobody an error.
            made = partial(made, pool_pre_ping=True, pool_timeout=BUSY_S, max_overflow=10)
            self._writing = made(pool_size=10)
            self._reading = made(pool_size=5, isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction: durable when the block ends, undone if it raises."""
        with told(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for single queries of what is committed."""
        with told(), self._reading.connect() as connection:
            yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._writing.dispose()
        self._reading.dispose()

    def upgrade(self, metadata: MetaData) -> None:
        """Bring the tables to this version, or refuse those of a newer one."""
        if self.on_sqlite:
            Path(str(self.url.database)).parent.mkdir(parents=True, exist_ok=True)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        scripts = ScriptDirectory.from_config(config)
        with self.writing() as connection:
            if not self.on_sqlite:
                connection.execute(select(func.pg_advisory_xact_lock(_UPGRADE_LOCK)))
            at = MigrationContext.configure(connection).get_current_heads()
            unknown = set(at) - {script.revision for script in scripts.walk_revisions()}
            if unknown:
                raise StoreError(
                    f"The database was made by a newer Samspill (revision {min(unknown)}). "
                    "Use that version, or another database."
                )
            if set(at) != set(scripts.get_heads()):
                config.attributes.update(connection=connection, metadata=metadata)
                command.upgrade(config, "head")


def _on_writing(connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's own
    # The driver must not begin transactions by itself; _begin does.
    connection.isolation_level = None
    _keep_a_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _keep_a_log(connection: Any) -> None:  # noqa: ANN401 - sqlite3's own
    """Switch a new file to WAL. Where two processes do so at once, SQLite refuses one of them
    without waiting, whatever the timeout: so try again until the other has done it."""
    for _ in range(BUSY_S * 20):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except connection.OperationalError:
            sleep(0.05)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


def _on_reading(connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's own
    connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
