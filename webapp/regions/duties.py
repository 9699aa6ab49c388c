"""Ansvar: tasks with their owner and helpers, and who coordinates for the child."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.play.baton import Baton
from simulator.play.tasks import Tasks, TaskStand, cap_of
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Duty:
    """One open task. ``mine`` is how the looking seat stands to it: owner, helper, asked or ''."""

    id: str
    text: str
    owners: tuple[str, ...]
    helpers: tuple[str, ...]
    asked: tuple[str, ...]
    mine: str


@dataclass(frozen=True, slots=True)
class Coordination:
    """Who coordinates. ``mine``: holder, asked, asker or ''. ``free`` if nobody holds it."""

    holder: str
    asked: str
    asked_by: str
    mine: str

    @property
    def free(self) -> bool:
        """Whether nobody coordinates."""
        return not self.holder


@dataclass(frozen=True, slots=True)
class Load:
    """How many tasks the seat owns, against how many it should own at once."""

    own: int
    cap: int

    @property
    def full(self) -> bool:
        """Whether one more would be too many."""
        return self.own == self.cap

    @property
    def over(self) -> bool:
        """Whether it has too many already."""
        return self.own > self.cap


def load(sight: Sight) -> Load | None:
    """The seat's tasks against its cap; None if the format has none, or nobody looks."""
    cap = cap_of(sight.state, sight.seat) if sight.seat else None
    return None if cap is None else Load(len(sight.state[Tasks].owned_by(sight.seat)), cap)


def duties(sight: Sight) -> tuple[Duty, ...]:
    """Every task that is open now, oldest first."""
    return tuple(
        _duty(sight, task, stand)
        for task, stand in sight.state[Tasks].stands.items()
        if stand.live and task in sight.plan.tasks
    )


def coordination(sight: Sight) -> Coordination:
    """Who coordinates for the child."""
    baton, seat = sight.state[Baton], sight.seat
    mine = ""
    if seat and seat == baton.holder:
        mine = "holder"
    elif seat and seat == baton.asked:
        mine = "asked"
    elif seat and seat == baton.asked_by:
        mine = "asker"
    return Coordination(
        sight.seat_name(baton.holder),
        sight.seat_name(baton.asked),
        sight.seat_name(baton.asked_by),
        mine,
    )


def _duty(sight: Sight, task: str, stand: TaskStand) -> Duty:
    mine, seat = "", sight.seat
    if seat in stand.owners:
        mine = "owner"
    elif seat in stand.asked:
        mine = "asked"
    elif seat in stand.helpers:
        mine = "helper"
    return Duty(
        task,
        sight.plan.tasks[task].text,
        _names(sight, stand.owners),
        _names(sight, stand.helpers),
        _names(sight, stand.asked),
        mine,
    )


def _names(sight: Sight, seats: Iterable[str]) -> tuple[str, ...]:
    return tuple(sight.seat_name(seat) for seat in seats)
