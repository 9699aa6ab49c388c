"""The shelf: scenarios and plans that this process has read, by digest, format and language."""

from __future__ import annotations

from dataclasses import replace

from scenarios.loader import Loaded, from_document
from scenarios.plan import Plan, plan_for
from simulator.journal.store_contract import ExerciseRow, JournalStore

WRITTEN = "nb"
"""The language of what journals hold, if the scenario has it."""


class Shelf:
    """Plans are read once and shared: they never change."""

    def __init__(self, store: JournalStore) -> None:
        self._store = store
        self._loaded: dict[str, Loaded] = {}
        self._plans: dict[tuple[str, str, str], Plan] = {}

    def put(self, loaded: Loaded) -> None:
        """Keep a scenario that was just loaded."""
        self._loaded[loaded.digest] = loaded

    def loaded(self, digest: str) -> Loaded:
        """The scenario of that digest, in all its languages. KeyError if it is not stored."""
        if digest not in self._loaded:
            self._loaded[digest] = from_document(self._store.document(digest))
        return self._loaded[digest]

    def plan(self, row: ExerciseRow, language: str = "nb") -> Plan:
        """The exercise's plan, worded in ``language`` (or the scenario's own, if it lacks it)."""
        key = (row.digest, row.format, language)
        if key not in self._plans:
            loaded = self.loaded(row.digest)
            known = loaded.scenario().languages
            worded = loaded.scenario(language if language in known else known[0])
            plan = plan_for(worded, row.format)
            written = None if language == WRITTEN else self.plan(row)
            self._plans[key] = plan if written is None else replace(plan, written=written)
        return self._plans[key]
