"""Diskusjonsøvelse: the scene under way as the whole room sees it, and what to talk about in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.schema import Inject
from simulator.play.clock import Clock
from simulator.play.inbox import Inbox
from simulator.play.minutes import Meetings
from simulator.play.script import InjectAdded, Script
from webapp.regions import words
from webapp.regions.headings import is_heavy, short
from webapp.regions.meeting import MeetingView, meeting
from webapp.regions.moment import meeting_of
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Input:
    """One innspill on the table; ``gist`` is its first words, for the screen.

    A heavy one has its short version as ``text`` and, where the format plays it as written, the
    whole as ``full``; ``heavy`` is then the word for it.
    """

    sender: str
    to: str
    text: str
    gist: str
    full: str = ""
    heavy: str = ""
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discussion:
    """The scene: what is told, what has come, what to ask, and the minutes of it."""

    title: str
    told: str
    inputs: tuple[Input, ...]
    asks: tuple[str, ...]
    minutes: MeetingView | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What a page with a form in it is made anew for: another scene, another writer."""

    phase: str
    scene: str
    scribe: str


def discussion(sight: Sight) -> Discussion | None:
    """The scene under way; None where none is."""
    leg, held = sight.leg, meeting_of(sight)
    if leg is None or sight.state[Clock].phase != "leg":
        return None
    return Discussion(
        leg.scene.title,
        leg.scene.told,
        tuple(inputs(sight)),
        tuple(asks(sight, leg.scene.id)),
        meeting(sight, held.id) if held else None,
    )


def turn(sight: Sight) -> Turn:
    """Whose turn it is to write, in which scene."""
    clock, held = sight.state[Clock], meeting_of(sight)
    leg = sight.leg
    return Turn(clock.phase, leg.scene.id if leg else "", held.scribe if held else "")


def scribe(sight: Sight) -> str:
    """The role that writes for the team now; '' for nobody."""
    held = sight.state[Meetings].under_way()
    return sight.seat_name(held[-1].scribe) if held else ""


def inputs(sight: Sight) -> Iterator[Input]:
    """What has come in the scene under way, in the order of the dreiebok; then the facilitator's
    own."""
    leg, script = sight.leg, sight.state[Script]
    for inject in sight.plan.injects_of(leg.scene.id) if leg else ():
        if script.stand(inject.id).phase == "delivered":
            yield scripted(sight, inject)
    begun = sight.state[Clock].leg_started_at
    for item in sight.state[Inbox].items.values():
        added = script.added.get(item.ref) if item.kind == "inject" else None
        if added and item.seat == added.to[0] and item.delivered_at >= begun:
            yield own(sight, added)


def scripted(sight: Sight, inject: Inject) -> Input:
    """An innspill of the scenario."""
    heavy = is_heavy(sight, inject.id) and bool(inject.summary)
    as_written = inject.content_class <= sight.plan.format.content_class
    text = (inject.summary or inject.text) if heavy else inject.text
    return Input(
        sender=inject.sender,
        to=", ".join(sight.seat_name(seat) for seat in inject.to),
        text=text,
        gist=short(text),
        full=inject.text if heavy and as_written else "",
        heavy=words.content_class(inject.content_class) if heavy else "",
        cards=tuple(
            sight.plan.facts[fact].text for fact in inject.facts if fact in sight.plan.facts
        ),
    )


def own(sight: Sight, added: InjectAdded) -> Input:
    """An innspill that the facilitator wrote."""
    to = ", ".join(sight.seat_name(seat) for seat in added.to)
    return Input(added.sender or _("Øvingslederen"), to, added.text, short(added.text))


def asks(sight: Sight, scene: str) -> Iterator[str]:
    """What the room can talk about: the scenario's own questions first."""
    for probe in sight.plan.talked_of.values():
        if probe.scene == scene:
            yield from (each.ask for each in probe.questions)
    yield _("Hva vet dere, og hvem av dere vet det?")
    yield _("Hvem må få vite det, og hva kan deles?")
    yield _("Hvem gjør hva, og til når?")


def when_still(sight: Sight) -> tuple[str, ...]:
    """What the facilitator can do when the talk stalls (DSB, metodehefte diskusjonsøvelse)."""
    return (
        _("La alle skrive for seg selv i ett minutt, og ta en runde."),
        _("Spør: Hva ville %(child)s ha sagt om dette?", child=sight.child),
        _("Spør: Hva gjør dere hvis den dere trenger, ikke svarer?"),
        _("Legg fram et innspill fra dreieboka som ikke har kommet ennå."),
    )
