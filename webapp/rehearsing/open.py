"""The rehearsals of the running server."""

from __future__ import annotations

import socket
from typing import cast

from flask import current_app

from simulator.journal.store import SqlStore
from webapp import audience
from webapp.emitting import emit
from webapp.rehearsing.queue import Queue
from webapp.rehearsing.store import RehearsalStore
from webapp.runtime import Runtime, runtime

EXTENSION = "samspill_rehearsals"
HINT = {"team": "", "after": 0, "seq": 0, "more": True, "regions": []}


def rehearsals() -> Queue:
    """The server's queue; what an earlier server left under way is cut short when it is made."""
    found = current_app.extensions.get(EXTENSION)
    if not isinstance(found, Queue):
        found = current_app.extensions[EXTENSION] = _queue(runtime())
    return found


def owns(account_id: str, rehearsal_id: str) -> bool:
    """Whether an account asked for this rehearsal: nobody else is shown it."""
    row = rehearsals().store.get(rehearsal_id)
    return row is not None and row.owner_id == account_id


def _queue(here: Runtime) -> Queue:
    database = cast(SqlStore, here.store).database

    def tell(rehearsal_id: str) -> None:
        emit(here, audience.rehearsal(rehearsal_id), "regions", dict(HINT))

    place = f"{socket.gethostname()}:{here.config.port}:{here.config.data.absolute()}"
    aside = here.socketio.start_background_task
    return Queue(RehearsalStore(database), here.wall, place, aside, tell)
