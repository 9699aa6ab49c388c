"""Sight: a team's state as one audience looks at it, in that audience's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scenarios.plan import Plan, PlannedLeg
from simulator.play.calendar import calendar_of
from simulator.play.clock import leg_of
from simulator.play.kernel import State
from webapp.regions import phrases

ALWAYS = frozenset({"answer", "ask", "share", "handover"})
"""What every format offers."""
USUAL = ALWAYS | {"wonder", "listen", "meet", "escalate", "claim", "coordinate"}
"""What a format offers that names nothing; all other actions it has to name."""


@dataclass(frozen=True, slots=True)
class Sight:
    """``plan`` is worded in the audience's language; ``state.plan`` is not.

    ``seat`` is the seat that looks, '' for the console and the projector. ``now_ms`` is play
    time, ``story_ms`` story time, both now. ``names`` holds the chosen names of those who play
    each seat.
    """

    state: State
    plan: Plan
    now_ms: int
    story_ms: int
    seat: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def moment(self) -> datetime:
        """The story's date and hour now."""
        return self.moment_at(self.story_ms)

    @property
    def child(self) -> str:
        """The child's name."""
        return self.plan.scenario.child.name

    @property
    def by_hours(self) -> bool:
        """Whether the scene under way is told in hours rather than days."""
        leg = self.leg
        return leg is not None and leg.scene.unit == "hour"

    @property
    def leg(self) -> PlannedLeg | None:
        """The leg under way, in the audience's words."""
        leg = leg_of(self.state)
        return self.plan.legs[leg.index] if leg else None

    def moment_at(self, story_ms: int) -> datetime:
        """The story's date and hour at ``story_ms``."""
        return calendar_of(self.plan.scenario).moment(story_ms)

    def words(self, text: str) -> str:
        """What somebody said: a colleague's words in the reader's language, else as written."""
        return phrases.read(self.plan.read(text), self.child)

    def seat_name(self, seat: str) -> str:
        """What a seat is called ('' for none)."""
        found = self.plan.seats.get(seat)
        return found.name if found else ""

    def offers(self, act: str) -> bool:
        """Whether the format uses an action. One that names none uses the usual ones."""
        named = self.plan.format.actions
        return act in (ALWAYS.union(named) if named else USUAL)
