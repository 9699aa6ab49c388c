"""The notebook of the running server."""

from __future__ import annotations

from flask import current_app

from simulator.journal.store import SqlStore
from webapp.notebook.store import NotebookStore
from webapp.runtime import runtime

EXTENSION = "samspill_notebook"


def notebook() -> NotebookStore:
    """Drafts, notes and wishes, beside the journals."""
    found = current_app.extensions.get(EXTENSION)
    if not isinstance(found, NotebookStore):
        store = runtime().store
        if not isinstance(store, SqlStore):
            raise TypeError(type(store))
        found = current_app.extensions[EXTENSION] = NotebookStore(store.database)
    return found


def opened_at(stage: str) -> str:
    """The wish that holds when a phase of the gjennomgang was last opened (a wall stamp)."""
    return f"opened-{stage}"
