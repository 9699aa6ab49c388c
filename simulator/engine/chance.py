"""Chance, keyed: each draw depends on the seed, the seat and its cause, and on nothing else.

So an extra act, a takeover or another time shifts no other draw (decisions 7).
"""

from __future__ import annotations

from hashlib import blake2b

from simulator.play.kernel import State
from simulator.play.roster import Roster


def draw(state: State, seat: str, cause: str, sides: int = 100) -> int:
    """A whole number from 0 to ``sides`` − 1 for this seat and cause. ``cause`` names a thing of
    the story (kind, id, count), never a seq or a time."""
    formed = state[Roster].formed
    seed = formed.seed if formed else 0
    key = f"{seed}|{seat}|{cause}".encode()
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") % sides


def chance(state: State, seat: str, cause: str, percent: int) -> bool:
    """True in ``percent`` of all draws."""
    return draw(state, seat, cause) < percent
