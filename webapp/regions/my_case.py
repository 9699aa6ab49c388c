"""Min sak: the plan for the youth. Her own words first, then what she has been promised.

The parents have a page of the same kind, of what they have said and been told themselves. Nothing
stands here that its owner has not been told, and a seat that looks sees no more of her words
than it has itself heard. Seat '' (who leads, or speaks for her) sees all she has been told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.family import Giver
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.planned import NO_DATE, CarePlan, Measure
from simulator.play.voice import Listening, Voices
from webapp.regions import leave, storytime
from webapp.regions.care_plan import reads, words_of
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Own:
    """Something she said, and what she was told came of it ('' if nothing yet)."""

    words: str
    told: str
    by: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody has said they will do. ``until`` is '' where no day was named."""

    what: str
    who: str
    until: str


@dataclass(frozen=True, slots=True)
class MyCase:
    """The youth's page, or the parents'. ``unread`` counts talks of which the reader knows no
    words; ``name`` stands inside a sentence."""

    giver: Giver
    name: str
    own: tuple[Own, ...]
    unread: int
    promises: tuple[Promise, ...]
    people: tuple[str, ...]


def my_case(sight: Sight, giver: Giver = "child") -> MyCase:
    """Min sak as far as ``giver`` has been told, and the reader knows."""
    talks = [each for each in sight.state[Voices].listenings.values() if each.speaker == giver]
    answered = [each for each in talks if each.voice or each.text]
    own = [each for each in answered if words_of(sight, each)]
    promises = tuple(_promises(sight, giver, talks))
    callers = [sight.seat_name(each.seat) for each in own] + [each.who for each in promises]
    return MyCase(
        giver,
        leave.whom(sight, giver),
        tuple(_own(sight, each) for each in own),
        len(answered) - len(own),
        promises,
        tuple(dict.fromkeys(who for who in callers if who)),
    )


def _own(sight: Sight, heard: Listening) -> Own:
    return Own(words_of(sight, heard), sight.words(heard.told), sight.seat_name(heard.seat))


def _promises(sight: Sight, giver: Giver, talks: list[Listening]) -> Iterator[Promise]:
    if reads(sight):
        for each in sight.state[CarePlan].measures.values():
            if each.live and _told(sight, each, giver, talks):
                dated = each.due_story != NO_DATE
                yield Promise(
                    sight.words(each.text),
                    sight.seat_name(each.owner),
                    storytime.long_date(sight.moment_at(each.due_story)) if dated else "",
                )
    yield from _decided(sight)
    yield from _taken_over(sight)


def _told(sight: Sight, measure: Measure, giver: Giver, talks: list[Listening]) -> bool:
    """Whether ``giver`` knows of a measure as it now stands: the goal is theirs, and since then
    somebody who takes part has told them what came of what they said."""
    plan, voices = sight.state[CarePlan], sight.state[Voices]
    stands_on = voices.listenings.get(plan.goals[measure.goal].listening)
    if stands_on is None or stands_on.speaker != giver:
        return False
    inside = plan.actors()
    times = [each.told_at for each in talks if each.told_at is not None and each.seat in inside]
    return any(time >= measure.said_at for time in times)


def _decided(sight: Sight) -> Iterator[Promise]:
    """What was decided where the family had a seat, as far as the reader was there."""
    for held in sight.state[Meetings].held.values():
        if not held.family or sight.seat not in ("", *held.present):
            continue
        for each in held.decisions:
            due = held.dues.get(each.number)
            until = storytime.long_date(sight.moment_at(due)) if due is not None else ""
            yield Promise(sight.words(each.text), sight.seat_name(each.owner), until)


def _taken_over(sight: Sight) -> Iterator[Promise]:
    """Who has taken over for whom, once she has been told; not what services wrote about it."""
    for each in sight.state[Handovers].passes.values():
        if each.step == "told" and sight.seat in ("", each.sender, each.receiver):
            sender = sight.seat_name(each.sender)
            yield Promise(
                _("Tar over etter %(seat)s", seat=sender), sight.seat_name(each.receiver), ""
            )
