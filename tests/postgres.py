"""A PostgreSQL of the tests' own: made from the system's programs, in a folder that goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

REMEDY = (
    "These tests need PostgreSQL's initdb and pg_ctl. `make dev` installs them, or says how; "
    "they are looked for on PATH and in /usr/lib/postgresql/*/bin."
)


class PostgresMissingError(RuntimeError):
    """The server programs are not on this machine; the message tells the remedy."""


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs. Raises PostgresMissingError."""
    on_path = shutil.which(name)
    if on_path:
        return on_path
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / name).exists():
            return str(folder / name)
    raise PostgresMissingError(REMEDY)


class Cluster:
    """A running server that only this machine's user reaches: it listens on a socket file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self._made = 0

    def start(self) -> None:
        """Make the cluster and start it; fsync stays on, as where it matters."""
        if self._as_owner:
            shutil.chown(self.folder, "postgres")
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "samspill", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        log = self.folder / "log"
        self._run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stop the server at once; nothing in it is wanted any more."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")

    def new_database(self) -> str:
        """An empty database of its own: an SQLAlchemy address for psycopg 3."""
        self._made += 1
        name = f"samspill_{self._made}"
        with psycopg.connect(
            host=str(self.folder), user="samspill", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://samspill@/{name}?host={self.folder}"

    def _run(self, name: str, *arguments: str | Path) -> None:
        command = [*self._as_owner, program(name), *map(str, arguments)]
        # The server inherits what it is given, so its output must not be a pipe that is waited for.
        with (self.folder / f"{name}.out").open("a+") as said:
            done = subprocess.run(
                command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/", check=False
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{name} failed:\n{said.read()}")


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A private cluster for as long as the block lasts. Raises PostgresMissingError."""
    program("initdb")
    # Not pytest's own temporary folders: those the database's own user may not enter.
    with tempfile.TemporaryDirectory(prefix="samspill-pg-", ignore_cleanup_errors=True) as made:
        cluster = Cluster(Path(made))
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
