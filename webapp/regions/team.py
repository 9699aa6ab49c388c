"""Laget: every seat, who plays it, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.baton import Baton
from simulator.play.roster import Chair, Roster
from simulator.play.samordning import may_settle
from simulator.play.tasks import Tasks
from webapp.regions.catalogue import named
from webapp.regions.coordinator import CoordinatorView, coordinator
from webapp.regions.duties import Coordination, Duty, Load, coordination, duties, load
from webapp.regions.levels import LevelLine, level_line
from webapp.regions.pact import PactView, pact
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Colleague:
    """One seat as its team sees it. ``player`` is person, colleague or nobody."""

    seat: str
    name: str
    service: str
    sector: str
    player: str
    played_by: str
    holds: tuple[str, ...]
    coordinates: bool
    is_me: bool
    roles: tuple[tuple[str, str], ...] = ()
    """Its roles in the catalogue: id and name."""

    @property
    def is_simulated(self) -> bool:
        """Whether nobody in the room plays it."""
        return self.player != "person"


@dataclass(frozen=True, slots=True)
class TeamView:
    """Who there is, what there is to hold, and who coordinates. ``others`` are the seats that
    nobody in the room plays."""

    people: tuple[Colleague, ...]
    others: tuple[Colleague, ...]
    duties: tuple[Duty, ...]
    coordination: Coordination
    may_claim: bool
    may_coordinate: bool
    may_meet: bool
    post: CoordinatorView
    pact: PactView
    load: Load | None = None
    level: LevelLine | None = None
    may_order: bool = False
    may_settle: bool = False


def team(sight: Sight) -> TeamView:
    """The team as a seat sees it."""
    everybody = [colleague(sight, seat) for seat in sight.plan.seats]
    return TeamView(
        people=tuple(each for each in everybody if each.player == "person"),
        others=tuple(each for each in everybody if each.player != "person"),
        duties=duties(sight),
        coordination=coordination(sight),
        may_claim=sight.offers("claim"),
        may_coordinate=sight.offers("coordinate"),
        may_meet=sight.offers("meet"),
        load=load(sight),
        level=level_line(sight),
        may_order=sight.offers("order"),
        may_settle=sight.offers("order") and may_settle(sight.state, sight.seat),
        post=coordinator(sight),
        pact=pact(sight),
    )


def colleague(sight: Sight, seat_id: str) -> Colleague:
    """One seat of the team."""
    seat = sight.plan.seats[seat_id]
    chair = sight.state[Roster].chairs.get(seat_id, Chair())
    owned = sight.state[Tasks].owned_by(seat_id)
    tasks = sight.plan.tasks
    return Colleague(
        seat=seat_id,
        name=seat.name,
        service=seat.service,
        sector=seat.sector,
        player=chair.player,
        played_by=played_by(sight, seat_id),
        holds=tuple(tasks[task].text for task in owned if task in tasks),
        coordinates=sight.state[Baton].holder == seat_id,
        is_me=seat_id == sight.seat,
        roles=named(seat.roles),
    )


def by_system(sight: Sight, *seats: str) -> str:
    """The names of those of ``seats`` that the system plays now; '' if it plays none of them."""
    roster = sight.state[Roster]
    return ", ".join(sight.seat_name(seat) for seat in seats if roster.simulated(seat))


def played_by(sight: Sight, seat: str) -> str:
    """Who plays a seat, in words."""
    roster = sight.state[Roster]
    if roster.manned(seat):
        called = [name for name in sight.names.get(seat, ()) if name]
        return _(" og ").join(called) if called else _("en i rommet")
    return _("spilles av systemet") if roster.simulated(seat) else _("ingen ennå")
