"""Casting: how the teams of an exercise are formed, before anybody has taken a seat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from scenarios.behaviour.services import behaviour
from scenarios.behaviour.traits import Traits
from scenarios.plan import Plan
from simulator import ENGINE, MEASURES
from simulator.journal.store_contract import ExerciseRow, TeamRow
from simulator.play.roster import TeamFormed


@dataclass(frozen=True)
class Casting:
    """How an exercise's simulated seats play. Once a team is formed, it stands in its journal."""

    profiles: Mapping[str, str] = field(default_factory=dict)
    """Seat → profile, where it is not ``typical``."""
    own: Mapping[str, Traits] = field(default_factory=dict)
    """Profiles that are the user's own, by name."""
    kommune: str = ""
    """The kommune profile that the services are those of; '' for none."""
    barriers: Mapping[str, int] = field(default_factory=dict)
    """Barriers that are turned up: ``B07`` → how far, in per cent."""
    protected: bool = False
    """Whether simulated seats have the protected time of people (rehearsals)."""

    def __post_init__(self) -> None:
        """KeyError names the kommuner and barriers there are, if one of these is none of them."""
        house = behaviour()
        if self.kommune and self.kommune not in house.kommuner:
            raise KeyError(f"no kommune {self.kommune!r}; there are {', '.join(house.kommuner)}")
        for name in self.barriers:
            if name not in house.barriers:
                raise KeyError(f"no barrier {name!r}; there are {', '.join(house.barriers)}")

    def form(self, row: ExerciseRow, team: TeamRow, plan: Plan) -> TeamFormed:
        """A team's first event. Nobody plays the empty seats of a discussion."""
        used = set(self.profiles.values())
        return TeamFormed(
            row.id,
            team.id,
            team.number,
            plan.scenario.slug,
            row.digest,
            row.format,
            row.seed + team.number - 1,
            "coached" if row.mode == "coached" else "measured",
            ENGINE,
            MEASURES,
            () if plan.is_discussion else tuple(plan.seats),
            self.protected,
            dict(self.profiles),
            {name: asdict(traits) for name, traits in self.own.items() if name in used},
            self.kommune,
            dict(self.barriers),
        )


USUAL = Casting()
"""Everybody typical, in no kommune in particular."""
