"""The plan of the running server: one installation is one organisation."""

from __future__ import annotations

from flask import current_app

from facilitator.improvement.store import ImprovementStore
from simulator.journal.store import SqlStore
from webapp.runtime import runtime

EXTENSION = "samspill_improvement"


def plan() -> ImprovementStore:
    """The plan, beside the journals and outliving them."""
    found = current_app.extensions.get(EXTENSION)
    if not isinstance(found, ImprovementStore):
        store = runtime().store
        if not isinstance(store, SqlStore):
            raise TypeError(type(store))
        found = current_app.extensions[EXTENSION] = ImprovementStore(store.database)
    return found
