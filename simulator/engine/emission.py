"""What the engine emits: an event, whose act it is, and the entry that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from simulator.play.kernel import ENGINE, Actor, Entry, Event, State


class Emission(NamedTuple):
    """One outcome. ``caused_by`` is the seq of the matter that fell due or the entry reacted to."""

    event: Event
    actor: Actor = ENGINE
    caused_by: int | None = None


Reaction = Callable[[State, Entry], Iterable[Emission]]
"""What follows at once, in the same instant, from an entry that was just folded."""
