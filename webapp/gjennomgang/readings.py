"""Readings: a team's journal read for its gjennomgang, once for all who open it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from debrief.record import Record
from webapp.regions.look import spoken
from webapp.runtime import Runtime

MOST = 48
"""Readings kept; the one that nobody has opened for longest goes first."""

Key = tuple[str, int, str]
"""Team, head of its journal, language."""


@dataclass
class Readings:
    """Records by team, head and language. A hundred phones that open one page measure once."""

    made: int = 0
    """How many journals were read, for those who wonder whether this helps."""
    _kept: OrderedDict[Key, Record] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, here: Runtime, team_id: str, lang: str) -> Record:
        """The team's journal up to its committed head, its plan worded in ``lang``."""
        team = here.store.team(team_id)
        row = here.store.exercise(team.exercise_id)
        key = (team_id, team.head_seq, spoken(here, row, lang))
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                plan = here.conduct.plan(row, key[2])
                entries = [e for e in here.conduct.entries(team_id) if e.seq <= team.head_seq]
                found = self._kept[key] = Record(plan, entries)
                self.made += 1
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found
