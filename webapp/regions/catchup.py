"""The catch-up card: how things stand, for who comes to a seat in the middle of play (A5).

At most 150 words, whatever has happened: every part says its most important thing first, and gets
more lines while there is room. Nothing stands here that the seat does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.play.coordinator import Coordinators
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.promises import Promise, Promises
from simulator.play.roster import Chair, Roster
from simulator.play.spoken import Agreements
from simulator.play.tasks import Tasks
from webapp.regions import situation, storytime
from webapp.regions.cards import known
from webapp.regions.child import met
from webapp.regions.duties import coordination
from webapp.regions.inbox import Line, inbox
from webapp.regions.role import role
from webapp.regions.say import _
from webapp.regions.sight import Sight

MOST_WORDS = 150
ROOM = 130
"""Words the parts may take; the rest is the card's own heading and buttons."""
FIRST, LONG = 11, 18
"""Words of a line, and of the one that tells how the child is."""
WHEN = 7
"""Words of a deadline: ``innen mandag neste uke, god tid``."""
SEATS = 9
"""Words of the list of seats that people play."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the card. ``number`` is how many things there are, 0 where that says nothing."""

    title: str
    lines: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The card. ``stood_in``: the system plays the seat now for whoever reads this."""

    parts: tuple[Part, ...]
    stood_in: bool


def catchup(sight: Sight) -> CatchUp:
    """How things stand for the seat that looks, in its reader's language."""
    chair = sight.state[Roster].chairs.get(sight.seat, Chair())
    return CatchUp(_fitted([part for part in _parts(sight) if part.lines]), chair.stood_in)


def count(text: str) -> int:
    """Words of a text, as a reader counts them."""
    return len(text.split())


def clipped(text: str, most: int) -> str:
    """The first ``most`` words of a text."""
    said = text.split()
    if len(said) <= most:
        return " ".join(said)
    return " ".join(said[:most]).rstrip(",.;:–- ") + "…"


def gist(text: str) -> str:
    """A card's first sentence or sentences, if a whole one fits; else its first words."""
    said = text.split()
    whole = [at for at, word in enumerate(said[:FIRST], 1) if at > 2 and word[-1] in ".?!»"]
    return " ".join(said[: whole[-1]]) if whole else clipped(text, FIRST)


def _fitted(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, each with as many of its lines as there is room for, taken in turn."""
    left = ROOM - sum(count(part.title) + 1 + count(part.lines[0]) for part in parts)
    shown = [1] * len(parts)
    for place in range(1, max((len(part.lines) for part in parts), default=0)):
        for at, part in enumerate(parts):
            fits = shown[at] == place < len(part.lines) and count(part.lines[place]) <= left
            if fits:
                shown[at] += 1
                left -= count(part.lines[place])
    return tuple(
        Part(part.title, part.lines[:many], part.number)
        for part, many in zip(parts, shown, strict=True)
    )


def _parts(sight: Sight) -> Iterator[Part]:
    yield Part(_("Fortellingen"), tuple(_story(sight)))
    waiting = [_press(each) for each in inbox(sight).waiting]
    yield Part(_("Venter på deg"), tuple(waiting), len(waiting))
    mine = role(sight)
    owned = [clipped(each.text, FIRST) for each in mine.owned]
    yield Part(_("Du svarer for"), tuple(owned), len(owned))
    promised = [clipped(each, FIRST) for each in _promised(sight)]
    yield Part(_("Lovet i ditt sted av systemet"), tuple(promised), len(promised))
    waited = [clipped(f"{each.who}: {each.what}", FIRST) for each in mine.waited]
    yield Part(_("Du venter på"), tuple(waited), len(waited))
    cards = [gist(text) for text in _cards(sight)]
    yield Part(_("Du vet"), tuple(cards), len(cards))
    yield Part(_("Koordinerer"), (coordination(sight).holder or _("Ingen ennå"),))
    yield Part(_("Spilles av folk"), (_people(sight),))


def _press(line: Line) -> str:
    """One thing that waits, and how soon; the time is never what is cut off."""
    when = ", ".join(each for each in (line.until, line.room_words) if each)
    head = clipped(f"{line.title}: {line.kind}", FIRST + 1 - min(count(when), WHEN))
    return f"{head}, {clipped(when, WHEN)}" if when else head


def _story(sight: Sight) -> Iterator[str]:
    leg = sight.leg
    if leg is None:
        yield _("Fortellingen har ikke begynt.")
        return
    yield clipped(f"{leg.scene.title}. {storytime.now(sight)}.", FIRST)
    if met(sight):
        yield clipped(situation.rung(sight, "trust"), LONG)
    else:
        yield _("%(child)s har ikke møtt rollen din ennå.", child=sight.child)


def _cards(sight: Sight) -> list[str]:
    """Cards by when they came, the newest first, then what the seat knew from before."""
    learned = [each.text for each in known(sight) if each.source != _("visste du fra før")]
    before = [each.text for each in known(sight) if each.source == _("visste du fra før")]
    return [*reversed(learned), *before]


def _people(sight: Sight) -> str:
    """The seats that people play, the reader's own among them."""
    roster = sight.state[Roster]
    seats = [seat for seat in sight.plan.seats if roster.manned(seat)]
    names: list[str] = []
    for place, seat in enumerate(seats):
        name = sight.seat_name(seat)
        if seat == sight.seat:
            name = _("%(role)s (deg)", role=name)
        if count(" ".join([*names, name])) > SEATS:
            return _("%(seats)s og %(more)s til", seats=", ".join(names), more=len(seats) - place)
        names.append(name)
    return ", ".join(names) or _("Ingen ennå")


def _promised(sight: Sight) -> Iterator[str]:
    """What the system said yes to in this seat and what still stands of it."""
    for promise in sight.state[Promises].of(sight.seat):
        said = _stands(sight, promise)
        if said:
            yield said


def _stands(sight: Sight, promise: Promise) -> str:
    """A promise in words; '' if it has been kept or is no longer this seat's."""
    state, seat, ref = sight.state, sight.seat, promise.ref
    match promise.what:
        case "handover":
            passed = state[Handovers].passes.get(ref)
            stands = passed is not None and passed.open and passed.responsible == seat
            return (
                _("overta: %(text)s", text=sight.words(passed.request)) if passed and stands else ""
            )
        case "task":
            owns = ref in state[Tasks].owned_by(seat) and ref in sight.plan.tasks
            return sight.plan.tasks[ref].text if owns else ""
        case "meeting":
            held = state[Meetings].held.get(ref)
            stands = held is not None and held.closed_at is None
            return _("komme i møte: %(why)s", why=sight.words(held.why)) if held and stands else ""
        case "agreement":
            return _spoken(sight, ref)
        case "post":
            post = state[Coordinators].current
            return _("være koordinator") if post and post.appointed.to == seat else ""
        case "baton":
            holds = coordination(sight).mine == "holder"
            return _("koordinere for %(child)s", child=sight.child) if holds else ""


def _spoken(sight: Sight, ref: str) -> str:
    found = sight.state[Agreements].spoken.get(ref)
    if found is None or found.said.task not in sight.plan.tasks:
        return ""
    text = sight.plan.tasks[found.said.task].text
    with_ = sight.seat_name(found.said.seat)
    return _("avtalt med %(seat)s: %(text)s", seat=with_, text=text)
