"""What every page of a seat is made of: who looks, and the regions it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort
from markupsafe import Markup

from simulator.play.clock import Clock
from webapp import access
from webapp.i18n import language
from webapp.regions import storytime
from webapp.regions.look import look
from webapp.regions.render import Part, render
from webapp.regions.sight import Sight
from webapp.runtime import Runtime, runtime

SERIOUS = 2
"""Content class from which a text is warned of (domain.md 6.1)."""
EVERYWHERE = ("time", "moment", "interlude")
"""Regions of every page of a seat."""


@dataclass(frozen=True, slots=True)
class Page:
    """Who looks at what. ``parts`` holds the rendered regions by name; ``seq`` the journal's."""

    me: access.Participant
    sight: Sight
    seq: int
    team: int
    teams: int
    parts: dict[str, Markup]

    @property
    def again(self) -> int:
        """Real ms until story time reads otherwise, 0 if it stands."""
        return storytime.again_ms(self.sight)

    @property
    def role(self) -> str:
        """What the seat is called."""
        return self.sight.seat_name(self.sight.seat)

    @property
    def service(self) -> str:
        """The seat's service."""
        return self.sight.plan.seats[self.sight.seat].service

    @property
    def sector(self) -> str:
        """The seat's sector."""
        return self.sight.plan.seats[self.sight.seat].sector

    @property
    def child(self) -> str:
        """The child's name."""
        return self.sight.child

    @property
    def support(self) -> str:
        """Whom people can talk to, if somebody has been named."""
        return runtime().room.room(self.me.exercise_id).support

    @property
    def is_heavy(self) -> bool:
        """Whether some texts of the format are serious or acute as they are played."""
        plan = self.sight.plan
        most = max((each.content_class for each in plan.injects.values()), default=0)
        return min(most, plan.format.content_class) >= SERIOUS

    @property
    def may_change_role(self) -> bool:
        """Whether another seat can be asked for: until play is over."""
        return self.sight.state[Clock].phase != "over"


def page(names: Iterable[str] = ()) -> Page:
    """The page of the participant who asks, with the regions of every page and ``names``."""
    here, me = runtime(), access.participant()
    with here.lock:
        sight = seat_sight(here, me)
        shown = render(sight, (*EVERYWHERE, *names))
        seq = sight.state.seq
    teams = here.store.teams(me.exercise_id)
    number = next(team.number for team in teams if team.id == me.team_id)
    return Page(me, sight, seq, number, len(teams), by_name(shown))


def seat_sight(here: Runtime, me: access.Participant) -> Sight:
    """What the participant's seat sees. 404 for somebody without a seat."""
    if me.seat_id is None:
        abort(404)
    return look(here, me.team_id, language(), me.seat_id)


def by_name(parts: Iterable[Part]) -> dict[str, Markup]:
    """Rendered regions by name, ready for a template."""
    # Already escaped: they come from templates of ours.
    return {part.name: Markup(part.html) for part in parts}  # noqa: S704
