"""Who plays what in a rehearsal: everything that is chosen but the scenario, format and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from scenarios.loader import Loaded
from simulator.engine.profiles import profile
from simulator.rehearse import Rehearsal, rehearse


@dataclass(frozen=True, slots=True)
class Cast:
    """``players`` is everybody's profile, ``seats`` holds (seat, profile) where one differs, and
    ``manned`` seats act as people do. Pickles, so that it can be sent to any process."""

    players: str = "typical"
    manned: tuple[str, ...] = ()
    seats: tuple[tuple[str, str], ...] = ()

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
            profile(name)

    def play(self, loaded: Loaded, format_name: str, seed: int) -> Rehearsal:
        """One rehearsal."""
        return rehearse(
            loaded,
            format_name,
            seed=seed,
            players=self.players,
            manned=self.manned,
            seats=dict(self.seats),
        )

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "players": self.players,
            "manned": list(self.manned),
            "seats": [list(pair) for pair in self.seats],
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """A cast from its plain data."""
        seats = tuple((seat, profile) for seat, profile in data["seats"])
        return cls(data["players"], tuple(data["manned"]), seats)
