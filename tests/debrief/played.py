"""Whole rehearsals of the small scenario, played once for all tests."""

from __future__ import annotations

from functools import cache

from scenarios.loader import load
from simulator.play.kernel import Entry
from simulator.rehearse import rehearse


@cache
def _played(players: str, seed: int, seats: tuple[tuple[str, str], ...]) -> tuple[Entry, ...]:
    return rehearse(load("small"), "45", seed=seed, players=players, seats=dict(seats)).entries


def played(players: str, seed: int, **seats: str) -> tuple[Entry, ...]:
    """The journal of one rehearsal in the longer format."""
    return _played(players, seed, tuple(sorted(seats.items())))
