"""A rehearsal that an øvingsleder asked for: what was chosen, how far it is, what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from facilitator.rehearsal.tally import Tally
from webapp.rehearsing.cast import Cast

State = Literal["queued", "running", "done", "cancelled", "failed", "cut"]
"""``cut``: the server that played it stopped on the way."""
UNDER_WAY: tuple[State, ...] = ("queued", "running")


@dataclass(frozen=True, slots=True)
class RehearsalRow:
    """One order and what became of it. Times are wall stamps (ms since 1970).

    ``exercise_id`` is None for a scenario of the library. ``cast`` and ``tally`` are JSON; a tally
    is there once it is ``done``. ``place`` is the server that plays it, last heard ``beat_wall``.
    """

    id: str
    owner_id: str
    exercise_id: str | None
    slug: str
    digest: str
    format: str
    cast: str
    seed: int
    runs: int
    engine: int
    state: State
    done: int
    place: str
    asked_wall: int
    beat_wall: int
    ended_wall: int | None = None
    tally: str | None = None

    @property
    def under_way(self) -> bool:
        """Whether it waits or is being played."""
        return self.state in UNDER_WAY

    @property
    def chosen(self) -> Cast:
        """Who played."""
        return Cast.of(json.loads(self.cast))

    @property
    def told(self) -> Tally | None:
        """What came of it."""
        return Tally.of(json.loads(self.tally)) if self.tally else None
