"""Who sits where: teams fill evenly, seats in the order the format gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from scenarios.plan import Plan
from webapp.rows import ParticipantRow

PRESENT = ("lobby", "in")


def team_for(team_ids: Sequence[str], people: Iterable[ParticipantRow]) -> str:
    """The team with fewest people; among equals the first."""
    crowd = Counter(each.team_id for each in people if each.state in PRESENT)
    return min(team_ids, key=lambda team_id: (crowd[team_id], team_ids.index(team_id)))


def taken(team_id: str, people: Iterable[ParticipantRow]) -> Counter[str]:
    """How many play each seat of a team."""
    return Counter(
        each.seat_id
        for each in people
        if each.team_id == team_id and each.seat_id and each.state == "in"
    )


def order_of(plan: Plan, people: int) -> list[str]:
    """Seats in the order in which they are given to a team of ``people`` (0: nobody knows)."""
    first = plan.format.seats_for.get(people, plan.format.seats)
    return [*first, *(seat for seat in plan.format.seats if seat not in first)]


def seat_for(plan: Plan, people: int, filled: Counter[str], absent: Collection[str] = ()) -> str:
    """The next seat to give: the first free one, else the first with fewest (a pair).

    ``absent`` seats are services that this kommune does not have.
    """
    order = [seat for seat in order_of(plan, people) if seat not in absent]
    return min(order, key=lambda seat: (filled[seat], order.index(seat)))


def choices(plan: Plan, filled: Counter[str], absent: Collection[str] = ()) -> list[str]:
    """Every seat of the team that nobody plays, the format's own first, without the ``absent``."""
    first = list(plan.format.seats)
    rest = [seat for seat in plan.seats if seat not in first]
    return [seat for seat in (*first, *rest) if not filled[seat] and seat not in absent]


def shared(plan: Plan, filled: Counter[str]) -> list[str]:
    """Every seat of the team that somebody plays, and that another may share as a pair."""
    return [seat for seat in plan.seats if filled[seat]]
