"""What the server's file holds, read as anybody could read it: with sqlite3, past the product."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

STOPS = {"probe.opened", "clock.paused"}
GOES_ON = {"probe.closed", "clock.resumed"}


@dataclass(frozen=True)
class Line:
    """One line of a journal. ``at_ms`` is play time, ``recorded_at`` a wall stamp, both in ms;
    ``body`` is the event as JSON text."""

    team: str
    seq: int
    at_ms: int
    recorded_at: int
    kind: str
    command_id: str | None
    body: str


class Ledger:
    """The database file of a demo server, running, stopped or killed."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "data" / "samspill.sqlite"

    def teams(self) -> list[str]:
        """Ids of all teams, by number."""
        with self._open() as db:
            return [row[0] for row in db.execute("SELECT id FROM team ORDER BY number")]

    def seats(self) -> dict[str, tuple[str, str]]:
        """Participant → (team, seat), of those who have one."""
        with self._open() as db:
            rows = db.execute(
                "SELECT id, team_id, seat_id FROM participant WHERE seat_id IS NOT NULL"
            )
            return {row[0]: (row[1], row[2]) for row in rows}

    def lines(self, team: str) -> list[Line]:
        """A team's journal, in order."""
        wanted = "team_id, seq, at_ms, recorded_at, kind, command_id, body"
        with self._open() as db:
            rows = db.execute(
                f"SELECT {wanted} FROM journal WHERE team_id = ? ORDER BY seq",  # noqa: S608
                (team,),
            )
            return [Line(*row) for row in rows]

    def receipts(self, team: str) -> dict[str, tuple[int, list[int], str | None]]:
        """Command id → (head, seqs, code) as first answered."""
        with self._open() as db:
            rows = db.execute(
                "SELECT command_id, seq, seqs, code FROM receipt WHERE team_id = ?", (team,)
            )
            return {row[0]: (row[1], json.loads(row[2]), row[3]) for row in rows}

    def anchor(self) -> tuple[int, int]:
        """(wall, play ms): when play time was what, as the newest exercise has it."""
        with self._open() as db:
            wanted = "SELECT anchor_wall, anchor_at FROM exercise ORDER BY number DESC"
            wall, at_ms = db.execute(wanted).fetchone()
            return int(wall), int(at_ms)

    def is_sound(self) -> bool:
        """Whether SQLite finds nothing wrong with the file."""
        with self._open() as db:
            return [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # Not read-only: after a kill somebody has to play the write-ahead log back.
        with closing(sqlite3.connect(self.file, timeout=10)) as db:
            yield db


def play_ms(lines: list[Line], wall: int) -> int:
    """Play time at a wall stamp, told from the stamps of starts and stops alone."""
    played, since = 0, None
    for line in lines:
        if line.recorded_at > wall:
            break
        if line.kind == "play.started" or (line.kind in GOES_ON and since is None):
            since = line.recorded_at
        elif line.kind in STOPS and since is not None:
            played, since = played + line.recorded_at - since, None
    return played + (wall - since if since is not None else 0)
