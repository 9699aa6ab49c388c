"""Looking ahead, kept: a fork is played at most every few seconds, and only for who looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from facilitator.ahead import Coming, look_ahead
from simulator.moments import NotForkableError
from webapp.runtime import Runtime

AT_MOST_EVERY_MS = 4_000
"""How soon a team's look-ahead is made anew when its journal has grown (wall time)."""
STALE_MS = 30_000
"""How soon it is made anew when nothing has happened, so that it goes on reaching ahead."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came out for a team at head ``seq``, at wall ms ``made_at``. None: not in play."""

    seq: int
    clock_n: int
    made_at: int
    coming: tuple[Coming, ...] | None


@dataclass
class LookAheads:
    """By team. ``made`` counts the forks played, for those who wonder whether keeping helps."""

    made: int = 0
    _kept: dict[str, Looked] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, here: Runtime, team_id: str) -> tuple[Coming, ...] | None:
        """What comes for a team, a few seconds old at most; None while play is not under way.

        Never call it with ``here.lock`` held: acts need not wait for it, and get their turn
        between its steps.
        """
        with self._lock:
            team = here.store.team(team_id)
            row = here.store.exercise(team.exercise_id)
            wall, kept = here.wall(), self._kept.get(team_id)
            if kept is not None and not _is_old(kept, team.head_seq, row.clock_n, wall):
                return kept.coming
            entries = [e for e in here.conduct.entries(team_id) if e.seq <= team.head_seq]
            try:
                now_ms = max(here.conduct.now(row.id), team.head_at_ms)
                loaded = here.conduct.loaded(row.digest)
                coming = look_ahead(loaded, entries, now_ms, lambda: here.socketio.sleep(0))
            except NotForkableError:
                coming = None
            self.made += 1
            self._kept[team_id] = Looked(team.head_seq, row.clock_n, wall, coming)
            return coming


def _is_old(kept: Looked, seq: int, clock_n: int, wall: int) -> bool:
    age = wall - kept.made_at
    grown = (kept.seq, kept.clock_n) != (seq, clock_n)
    return age >= STALE_MS or (grown and age >= AT_MOST_EVERY_MS)
