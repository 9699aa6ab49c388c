"""The moment: what is going on in the room right now, as every page of a team's says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.play.clock import Clock
from simulator.play.hotwash import Hotwash
from simulator.play.minutes import Meeting, Meetings
from simulator.play.probes import Probes
from simulator.play.solo import leads_alone
from webapp.regions import storytime
from webapp.regions.sight import Sight

Kind = Literal[
    "before", "probe", "paused", "interlude", "meeting", "talk", "told", "held", "play", "over"
]


@dataclass(frozen=True, slots=True)
class Moment:
    """``told`` is what the scene's opening tells; ``meeting`` the id of a meeting under way.

    ``answered`` says whether this seat has given what the moment asks for.
    """

    kind: Kind
    story_time: str
    scene: str = ""
    told: str = ""
    meeting: str = ""
    why: str = ""
    answered: bool = False
    alone: bool = False
    """Whether the seat's person plays alone, and leads the clock."""


def moment(sight: Sight) -> Moment:
    """Where the room stands, for this seat."""
    kind, leg = kind_of(sight), sight.leg
    meeting = meeting_of(sight)
    return Moment(
        kind=kind,
        story_time=storytime.now(sight) if leg else "",
        scene=leg.scene.title if leg else "",
        told=leg.scene.told if leg else "",
        meeting=meeting.id if meeting else "",
        why=_why(sight, meeting),
        answered=_answered(sight, kind),
        alone=leads_alone(sight.plan, sight.seat),
    )


def kind_of(sight: Sight) -> Kind:
    """What is going on; what asks most of people comes first."""
    clock = sight.state[Clock]
    if clock.phase == "lobby":
        return "before"
    if clock.phase == "over":
        return "over"
    if sight.state[Probes].open:
        return "probe"
    if clock.paused:
        return "paused"
    if clock.phase == "interlude":
        return "interlude"
    return _in_scene(sight)


def _in_scene(sight: Sight) -> Kind:
    if sight.plan.is_discussion:
        return "talk"
    if sight.leg and sight.leg.scene.kind == "told":
        return "told"
    if meeting_of(sight):
        return "meeting"
    return "held" if sight.state[Clock].phase == "held" else "play"


def meeting_of(sight: Sight) -> Meeting | None:
    """The meeting that the seat sits in now."""
    held = sight.state[Meetings].under_way(sight.seat)
    return held[-1] if held else None


def _why(sight: Sight, meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    return sight.plan.scenes[meeting.scene].title if meeting.scene else sight.words(meeting.why)


def _answered(sight: Sight, kind: Kind) -> bool:
    if kind == "probe":
        probes = sight.state[Probes]
        return sight.seat in probes.asked[probes.open].answers
    if kind == "over":
        return any(each.seat == sight.seat for each in sight.state[Hotwash].given)
    return False
