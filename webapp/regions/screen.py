"""The screen in the room: what everybody may see, big and still. No person beside a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.play.baton import Baton
from simulator.play.clock import Clock
from simulator.play.debriefing import Debriefing
from simulator.play.hotwash import Hotwash
from simulator.play.interlude import Holds
from simulator.play.kernel import State
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.probes import Probes
from simulator.play.roster import Roster
from simulator.play.script import Script
from simulator.play.tasks import Tasks
from webapp.regions import storytime
from webapp.regions.discussion import Input, asks, inputs, scripted
from webapp.regions.moment import Kind, kind_of
from webapp.regions.sight import Sight

LATEST = 3
"""Public events that stand on the screen at once."""


@dataclass(frozen=True, slots=True)
class Door:
    """How to join: the address in short, the PIN in groups (None once closed), the QR as SVG."""

    address: str
    pin: str | None
    qr: str


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many are in, by team, and the roles that the system plays (of the first given)."""

    people: int
    teams: tuple[int, ...]
    simulated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """One line of 'Hvem har hva i ventetiden?': a thing and who holds it ('' for nobody)."""

    what: str
    who: str
    confirmed: bool
    is_handover: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """All that the screen shows. ``stage`` is the gjennomgang's phase, '' before it."""

    kind: Kind
    title: str
    day: str
    scene: str
    told: str
    headlines: tuple[str, ...]
    agenda: tuple[str, ...]
    decided: tuple[str, ...]
    holds: tuple[Hold, ...]
    answered: int
    asked: int
    impressions: int
    stage: str
    inputs: tuple[Input, ...] = ()
    """In a discussion: what has come, and what to talk about."""
    asks: tuple[str, ...] = ()


def screen(sight: Sight, states: Sequence[State]) -> Screen:
    """The screen of an exercise whose teams stand as ``states``; ``sight`` is the first team's.

    With several teams nothing of one is shown to the others: no lists, only counts.
    """
    kind, leg = _kind(sight), sight.leg
    alone = len(states) == 1
    return Screen(
        kind=kind,
        title=sight.plan.scenario.title,
        day=storytime.now(sight) if leg else "",
        scene=leg.scene.title if leg else "",
        told=leg.scene.told if leg else "",
        headlines=_headlines(sight, states),
        agenda=tuple(each.text for each in leg.scene.decisions) if leg else (),
        decided=_decided(sight) if alone else (),
        holds=_holds(sight) if alone and kind == "interlude" else (),
        answered=sum(_answers(state)[0] for state in states),
        asked=sum(_answers(state)[1] for state in states),
        impressions=sum(len(state[Hotwash].given) for state in states),
        stage=sight.state[Debriefing].stage,
        inputs=_inputs(sight, states) if kind == "talk" else (),
        asks=tuple(asks(sight, leg.scene.id)) if kind == "talk" and leg else (),
    )


def _inputs(sight: Sight, states: Sequence[State]) -> tuple[Input, ...]:
    """What is on every team's table in the scene under way; all there is where there is one."""
    if len(states) == 1:
        return tuple(inputs(sight))
    injects = sight.plan.injects_of(sight.leg.scene.id) if sight.leg else ()
    return tuple(
        scripted(sight, inject)
        for inject in injects
        if all(state[Script].stand(inject.id).phase == "delivered" for state in states)
    )


def _kind(sight: Sight) -> Kind:
    """As for a seat, but a meeting is on the screen only if the scene is one."""
    leg = sight.leg
    kind = kind_of(sight)
    if kind in ("play", "held") and leg and leg.scene.kind == "meeting":
        return "meeting"
    return "play" if kind == "meeting" and leg and leg.scene.kind == "play" else kind


def _headlines(sight: Sight, states: Sequence[State]) -> tuple[str, ...]:
    """Public lines of what every team has been given, the newest first."""
    came: list[tuple[int, str]] = []
    for inject in sight.plan.injects.values():
        stands = [state[Script].stands.get(inject.id) for state in states]
        times = [stand.at_ms or 0 for stand in stands if stand and stand.phase == "delivered"]
        if inject.headline and len(times) == len(states):
            came.append((max(times), inject.headline))
    if len(states) == 1:
        script = states[0][Script]
        came += [
            (
                script.stands[name].at_ms or 0 if name in script.stands else sight.now_ms,
                each.headline,
            )
            for name, each in script.added.items()
            if each.headline
        ]
    newest = sorted(came, key=lambda each: each[0], reverse=True)
    return tuple(line for _, line in newest[:LATEST])


def _decided(sight: Sight) -> tuple[str, ...]:
    """What the meeting under way has decided, with the role that answers for it."""
    found = []
    for meeting in sight.state[Meetings].under_way():
        for each in meeting.decisions:
            who = sight.seat_name(each.owner)
            text = sight.words(each.text)
            found.append(f"{text} – {who}" if who else text)
    return tuple(found)


def _holds(sight: Sight) -> tuple[Hold, ...]:
    state, holds = sight.state, sight.state[Holds]
    lines = []
    for task, stand in state[Tasks].stands.items():
        if stand.live:
            who = ", ".join(sight.seat_name(seat) for seat in stand.owners)
            lines.append(Hold(sight.plan.tasks[task].text, who, task in holds.tasks))
    for each in state[Handovers].passes.values():
        if each.open:
            who = sight.seat_name(each.responsible)
            lines.append(
                Hold(sight.words(each.request), who, each.id in holds.handovers, is_handover=True)
            )
    holder = sight.seat_name(state[Baton].holder)
    return (Hold("", holder, bool(holder)), *lines)


def _answers(state: State) -> tuple[int, int]:
    """Of the people who are asked something underway: how many have answered, and how many."""
    probes = state[Probes]
    if not probes.open:
        return 0, 0
    people = [seat for seat, chair in state[Roster].chairs.items() if chair.player == "person"]
    given = probes.asked[probes.open].answers
    return sum(seat in given for seat in people), len(people)


def is_over(sight: Sight) -> bool:
    """Whether the gjennomgang has taken the screen over."""
    return sight.state[Clock].phase == "over" and bool(sight.state[Debriefing].stage)
