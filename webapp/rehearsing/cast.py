"""Who plays what in a rehearsal: everything that is chosen but the scenario, format and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from scenarios.behaviour.profiles import profile
from scenarios.behaviour.traits import Traits
from scenarios.loader import Loaded
from simulator.casting import Casting
from simulator.rehearse import Rehearsal, rehearse


@dataclass(frozen=True, slots=True)
class Cast:
    """``players`` is everybody's profile, ``seats`` holds (seat, profile) where one differs, and
    ``manned`` seats act as people do. Pickles, so that it can be sent to any process."""

    players: str = "typical"
    manned: tuple[str, ...] = ()
    seats: tuple[tuple[str, str], ...] = ()
    kommune: str = ""
    """Kind of kommune; '' for none in particular."""
    barriers: tuple[tuple[str, int], ...] = ()
    """(barrier, per cent) of those turned up."""
    own: tuple[tuple[str, Traits], ...] = ()
    """The user's own profiles, by name."""

    def check(self, loaded: Loaded, format_name: str) -> None:
        """KeyError, in words, for a format, seat or profile that does not exist."""
        scenario = loaded.scenario()
        if format_name not in scenario.formats:
            known = ", ".join(scenario.formats)
            raise KeyError(f"no format {format_name!r}; there are {known}")
        there = [seat.id for seat in scenario.seats]
        for seat in (*self.manned, *dict(self.seats)):
            if seat not in there:
                raise KeyError(f"no seat {seat!r}; there are {', '.join(there)}")
        for name in (self.players, *dict(self.seats).values()):
            if name not in dict(self.own):
                profile(name)
        Casting({}, dict(self.own), self.kommune, dict(self.barriers))

    def play(self, loaded: Loaded, format_name: str, seed: int) -> Rehearsal:
        """One rehearsal."""
        return rehearse(
            loaded,
            format_name,
            seed=seed,
            players=self.players,
            manned=self.manned,
            seats=dict(self.seats),
            own=dict(self.own),
            kommune=self.kommune,
            barriers=dict(self.barriers),
        )

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "players": self.players,
            "manned": list(self.manned),
            "seats": [list(pair) for pair in self.seats],
            "kommune": self.kommune,
            "barriers": [list(pair) for pair in self.barriers],
            "own": {name: asdict(traits) for name, traits in self.own},
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """A cast from its plain data."""
        seats = tuple((seat, profile) for seat, profile in data["seats"])
        barriers = tuple((name, percent) for name, percent in data.get("barriers", []))
        own = tuple((name, Traits(**values)) for name, values in data.get("own", {}).items())
        manned = tuple(data["manned"])
        return cls(data["players"], manned, seats, data.get("kommune", ""), barriers, own)
