"""Møte: who is there, the agenda, the cards on the table, the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.play.facts import Facts
from simulator.play.minutes import NOT_AGAIN, Meeting, MeetingDecided, Meetings
from simulator.play.voice import Voices
from webapp.regions import storytime, words
from webapp.regions.cards import Card, cards, known
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Minute:
    """One decision in the minutes."""

    text: str
    owner: str
    by: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point on the agenda. ``settled`` once the minutes hold a decision on it."""

    id: str
    text: str
    task: str
    settled: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """Words the meeting may build a decision on."""

    listening: str
    text: str


@dataclass(frozen=True, slots=True)
class Called:
    """What a meeting was called as: '' for any. ``leads`` is who called it; ``after`` how it was
    of use and when they meet again, once it is over."""

    kind: str
    leads: str
    agenda: str
    grounds: tuple[str, ...]
    unnamed: bool
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as one who sits in it sees it. ``scribe`` is '' while nobody writes."""

    id: str
    title: str
    scripted: bool
    present: tuple[str, ...]
    family: bool
    scribe: str
    i_write: bool
    i_called: bool
    agenda: tuple[Point, ...]
    tabled: tuple[Card, ...]
    my_cards: tuple[Card, ...]
    heard: tuple[Heard, ...]
    minutes: tuple[Minute, ...]
    over: bool
    called: Called


def meeting(sight: Sight, meeting_id: str) -> MeetingView | None:
    """The meeting, if the seat sits in it."""
    held = sight.state[Meetings].held.get(meeting_id)
    if held is None or sight.seat not in held.present:
        return None
    scene = sight.plan.scenes.get(held.scene)
    tabled = _tabled(sight, held)
    return MeetingView(
        id=held.id,
        title=scene.title if scene else sight.words(held.why),
        scripted=scene is not None,
        present=tuple(sight.seat_name(seat) for seat in held.present),
        family=held.family,
        scribe=sight.seat_name(held.scribe),
        i_write=held.scribe == sight.seat,
        i_called=held.called_by == sight.seat,
        agenda=_agenda(sight, held),
        tabled=cards(sight, tabled),
        my_cards=tuple(card for card in known(sight) if card.id not in tabled),
        heard=_heard(sight),
        minutes=tuple(_minute(sight, each) for each in held.decisions),
        over=held.closed_at is not None,
        called=called(sight, held),
    )


def called(sight: Sight, held: Meeting) -> Called:
    """What sort of meeting it is, in words."""
    sorts = {"group": _("Ansvarsgruppe"), "consult": _("Drøftingsmøte")}
    return Called(
        sorts.get(held.sort, ""),
        sight.seat_name(held.called_by),
        sight.words(held.agenda),
        tuple(text for code, text in grounds() if code in held.grounds),
        held.unnamed,
        tuple(_after(sight, held)),
    )


def grounds() -> list[tuple[str, str]]:
    """Why a child has an ansvarsgruppe, as the form asks (a default of the drill, mark P)."""
    return [
        ("services", _("Flere tjenester må hjelpe samtidig")),
        ("lasting", _("Det kommer til å vare")),
        ("family", _("Barnet og foreldrene vil ha den")),
    ]


def uses() -> list[tuple[str, str]]:
    """Whether a meeting was of use to the child, as the form asks."""
    return [("yes", _("Ja")), ("partly", _("Delvis")), ("no", _("Nei"))]


def _after(sight: Sight, held: Meeting) -> Iterator[str]:
    if held.use:
        yield _("Til nytte for %(child)s: %(use)s", child=sight.child, use=dict(uses())[held.use])
    if held.again_story != NOT_AGAIN:
        moment = sight.moment_at(held.again_story)
        yield _("Dere ses igjen %(day)s", day=storytime.long_date(moment))


def _agenda(sight: Sight, held: Meeting) -> tuple[Point, ...]:
    scene = sight.plan.scenes.get(held.scene)
    settled = {each.decision for each in held.decisions}
    return tuple(
        Point(each.id, each.text, each.task or "", each.id in settled)
        for each in (scene.decisions if scene else [])
    )


def _tabled(sight: Sight, held: Meeting) -> list[str]:
    shares = sight.state[Facts].shares.values()
    on_table = (s.facts for s in shares if s.way == "meeting" and s.line == held.id)
    return list(dict.fromkeys(fact for facts in on_table for fact in facts))


def _heard(sight: Sight) -> tuple[Heard, ...]:
    """What this seat has itself heard; others' listenings are theirs to bring."""
    found = []
    for each in sight.state[Voices].listenings.values():
        voice = sight.plan.voices.get(each.voice or "")
        text = voice.text if voice else each.text
        if each.seat == sight.seat and text:
            found.append(Heard(each.id, text))
    return tuple(found)


def _minute(sight: Sight, decided: MeetingDecided) -> Minute:
    heard = sight.state[Voices].listenings.get(decided.listening)
    rests_on = ""
    if heard is not None:
        rests_on = sight.child if heard.speaker == "child" else "parent"
    return Minute(
        sight.words(decided.text), sight.seat_name(decided.owner), words.when(decided.by), rests_on
    )
