"""What moves the traits of a profile: the seat's service, its kommune, barriers turned up."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.behaviour.services import behaviour, points
from scenarios.plan import Plan
from simulator.play.roster import TeamFormed


def of_service(_formed: TeamFormed, plan: Plan, seat: str) -> Mapping[str, int]:
    """What the seat's service does more or less than people at large."""
    by_role = behaviour().by_role
    service = next((by_role[role] for role in plan.seats[seat].roles if role in by_role), None)
    return points(service.shifts) if service else {}


def of_kommune(formed: TeamFormed, _plan: Plan, _seat: str) -> Mapping[str, int]:
    """What the kommune changes for everybody. KeyError for one that there is not."""
    return points(behaviour().kommuner[formed.kommune].shifts) if formed.kommune else {}


def of_barriers(formed: TeamFormed, plan: Plan, seat: str) -> Mapping[str, int]:
    """What the barriers that are turned up change for this seat, added together."""
    house, moved = behaviour(), dict[str, int]()
    mine = {house.by_role[role].id for role in plan.seats[seat].roles if role in house.by_role}
    for name, percent in formed.barriers.items():
        barrier = house.barriers[name]
        if barrier.services and not mine & set(barrier.services):
            continue
        for trait, value in points(barrier.shifts, percent).items():
            moved[trait] = moved.get(trait, 0) + value
    return moved
