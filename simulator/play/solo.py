"""Solo: one person plays a format alone, and leads its clock and its gjennomgang (mechanics 7).

Who holds the only seat of a ``solo`` format may give the commands that in other exercises are the
øvingsleder's alone.
"""

from __future__ import annotations

from scenarios.plan import Plan
from simulator.play.debriefing import OpenStage
from simulator.play.kernel import Command
from simulator.play.steering import EndLeg, EndPlay, Jump, Pause, Resume, StartPlay

LED: frozenset[type[Command]] = frozenset(
    {StartPlay, Pause, Resume, EndLeg, Jump, EndPlay, OpenStage}
)
"""What they may ask of the clock and the gjennomgang."""


def leads_alone(plan: Plan, seat: str | None) -> bool:
    """Whether who plays ``seat`` is alone in the exercise."""
    return plan.format.solo and seat == plan.format.seats[0]
