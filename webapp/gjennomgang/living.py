"""What changes on a page of the gjennomgang while people look at it (decision 27)."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.gjennomgang.opened import PHASE, Opened
from webapp.gjennomgang.wall import wall
from webapp.improvement.open import plan

WALL = "gjennomgang~wall"
PLAN = "gjennomgang~plan"
"""In the last phase these are replaced where they stand: a page made anew would take with it the
note that somebody is writing."""


@dataclass(frozen=True, slots=True)
class Living:
    """One region: its template, and the mark that tells whether a page has the newest of it."""

    region: str
    mark: str
    template: str

    def is_in(self, held: list[str]) -> bool:
        """Whether a page that says it holds these has the newest."""
        return f"{self.region}.{self.mark}" in held


def living(opened: Opened) -> tuple[Living, ...]:
    """The regions of the phase that is open."""
    phase = Living(PHASE, opened.mark, "debrief/_phase.html")
    if opened.stage != "application":
        return (phase,)
    hang = wall(opened.record.state, opened.eyes).mark
    return (
        phase,
        Living(WALL, hang, "debrief/_wall.html"),
        Living(PLAN, str(plan().mark()), "debrief/_plan.html"),
    )
