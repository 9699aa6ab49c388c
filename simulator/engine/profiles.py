"""Profiles: how a simulated colleague behaves. Behaviour only, never indicator inputs.

Numbers are percentages unless said otherwise. They are proposals (mark P), the same for every
service, so that no service is a caricature.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.roster import ABSENCE


@dataclass(frozen=True, slots=True)
class Profile:
    """The traits of a colleague."""

    name: str
    acts: int
    """How often it does what its duty asks."""
    pace: tuple[int, int]
    """Earliest and latest act, as a share of the time it has."""
    cards: int
    """How many of the cards it means to pass on come along."""
    claims: int
    """How often it takes a task of its own mandate that stands without an owner."""
    understands: int
    """How often it reads a card right, and knows the others' duties."""
    closes: int
    """How often it does the first act and tells the family."""
    tells_on: int
    """How often it passes on what another seat needs to know."""
    confirms: int
    """How often it answers, confirms and comes when asked."""
    here: bool = True
    """Whether the service exists; if not, whoever turns to it is told so, and whom to ask."""


ABSENT = Profile(ABSENCE, 0, (25, 110), 0, 0, 0, 0, 0, 0, here=False)
PROFILES: dict[str, Profile] = {
    "silent": Profile("silent", 0, (0, 0), 0, 0, 0, 0, 0, 0),
    "typical": Profile("typical", 72, (25, 110), 75, 55, 70, 60, 45, 88),
    ABSENT.name: ABSENT,
}


def profile(name: str) -> Profile:
    """The profile called ``name``. KeyError names those there are."""
    if name not in PROFILES:
        raise KeyError(f"no profile {name!r}; there are {', '.join(PROFILES)}")
    return PROFILES[name]
