"""The queue: rehearsals one at a time, each in a process of its own beside the server.

What a page shows stands in the database; the queue itself lives as long as the server does.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from webapp.rehearsing.row import RehearsalRow
from webapp.rehearsing.store import RehearsalStore
from webapp.rehearsing.unit import Order
from webapp.rehearsing.worker import data_of

MOST_WAITING = 3
"""Rehearsals one account may have under way."""
SILENT_MS = 120_000
"""A server that has not been heard from this long has stopped."""

logger = logging.getLogger("samspill")


@dataclass
class Queue:
    """Plays what is asked, in the order asked. ``aside`` runs something in the background,
    ``tell`` says that there is news of a rehearsal, ``place`` names this server."""

    store: RehearsalStore
    wall: Callable[[], int]
    place: str
    aside: Callable[[Callable[[], None]], Any]
    tell: Callable[[str], None]
    waiting: dict[str, Order] = field(default_factory=dict)
    playing: str = ""
    _process: subprocess.Popen[str] | None = None

    def __post_init__(self) -> None:
        """A server that has just started plays nothing yet."""
        self.store.cut_short(self.place, self.wall())

    def ask(self, row: RehearsalRow, order: Order) -> bool:
        """Play ``order`` when it is its turn. False if its owner has enough under way."""
        rows = self.store.owned(row.owner_id, row.slug)
        if sum(self.standing(each).under_way for each in rows) >= MOST_WAITING:
            return False
        self.store.add(row)
        idle = not self.waiting and not self.playing
        self.waiting[row.id] = order
        if idle:
            self.aside(self._play_all)
        return True

    def cancel(self, rehearsal_id: str) -> None:
        """Stop it, or never begin."""
        if self.waiting.pop(rehearsal_id, None) is None and self.playing != rehearsal_id:
            return
        self._end(rehearsal_id, "cancelled")
        if self.playing == rehearsal_id and self._process is not None:
            _stop(self._process)

    def ahead(self, rehearsal_id: str) -> int:
        """How many are played before it."""
        ids = [*filter(None, [self.playing]), *self.waiting]
        return ids.index(rehearsal_id) if rehearsal_id in ids else 0

    def standing(self, row: RehearsalRow) -> RehearsalRow:
        """``row`` as it stands: cut short, if it is under way and nobody sees to it."""
        known = row.id in self.waiting or row.id == self.playing
        if not row.under_way or known or self.wall() - row.beat_wall < SILENT_MS:
            return row
        self._end(row.id, "cut")
        return self.store.get(row.id) or row

    def _play_all(self) -> None:
        while self.waiting:
            self.playing = next(iter(self.waiting))
            order = self.waiting.pop(self.playing)
            try:
                self._play(self.playing, order)
            except Exception:
                logger.exception("rehearsal %s failed", self.playing)
                self._end(self.playing, "failed")
            finally:
                self.playing, self._process = "", None

    def _play(self, rehearsal_id: str, order: Order) -> None:
        if not self.store.begin(rehearsal_id, self.wall()):
            return
        self.tell(rehearsal_id)
        tally = None
        with _worker() as process:
            self._process = process
            if not self._is_running(rehearsal_id):
                _stop(process)
            with suppress(BrokenPipeError):
                _hand_over(process, order)
            for line in process.stdout or ():
                said = json.loads(line)
                tally = said.get("tally", tally)
                self._note(rehearsal_id, int(said.get("done", order.runs)))
        if self._is_running(rehearsal_id):
            state = "failed" if tally is None else "done"
            self._end(rehearsal_id, state, tally=None if tally is None else json.dumps(tally))

    def _is_running(self, rehearsal_id: str) -> bool:
        """Whether it is still wanted: it may have been cancelled, or its exercise erased."""
        row = self.store.get(rehearsal_id)
        return row is not None and row.state == "running"

    def _note(self, rehearsal_id: str, done: int) -> None:
        self.store.change(rehearsal_id, done=done)
        self.store.beat([rehearsal_id, *self.waiting], self.wall())
        self.tell(rehearsal_id)

    def _end(self, rehearsal_id: str, state: str, **values: Any) -> None:
        self.store.change(rehearsal_id, state=state, ended_wall=self.wall(), **values)
        self.tell(rehearsal_id)


def _worker() -> subprocess.Popen[str]:
    # A session of its own, so that it can be ended with all it has started.
    return subprocess.Popen(
        [sys.executable, "-m", "webapp.rehearsing.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _hand_over(process: subprocess.Popen[str], order: Order) -> None:
    """One core is left for the exercises that are being played."""
    jobs = max((os.cpu_count() or 1) - 1, 1)
    told = process.stdin
    if told is not None:
        with told:
            told.write(json.dumps(data_of(order) | {"jobs": jobs}) + "\n")


def _stop(process: subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
