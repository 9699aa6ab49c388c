"""Tells everybody concerned what a team's journal has got: regions to seats, hints to the rest.

A push to a seat carries what changed since the last push to that person, rendered once for each
seat and language. Consoles and projectors get a hint, and ask for what they hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flask import current_app
from flask_babel import force_locale

from webapp import audience
from webapp.emitting import emit
from webapp.regions.look import look
from webapp.regions.render import DESK, Part, render
from webapp.rows import ParticipantRow
from webapp.runtime import Runtime, runtime

EXTENSION = "samspill_fanout"


@dataclass
class Sent:
    """What each person was last sent: the seq, and the marks of the regions. In memory: a new
    process says 0, and whoever holds more asks."""

    seq: dict[str, int] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)


def announce(team_ids: Iterable[str]) -> None:
    """Send what changed to the audiences of these teams."""
    here = runtime()
    exercises: set[str] = set()
    for team_id in sorted(set(team_ids)):
        exercise_id = here.store.team(team_id).exercise_id
        exercises.add(exercise_id)
        _tell_seats(here, exercise_id, team_id)
    for exercise_id in sorted(exercises):
        hint = {"team": "", "after": 0, "seq": 0, "more": True, "regions": []}
        emit(here, audience.console(exercise_id), "regions", hint)
        emit(here, audience.projector(exercise_id), "regions", hint)


def _tell_seats(here: Runtime, exercise_id: str, team_id: str) -> None:
    """Push to those of a team who have a socket open; the others ask when they are back."""
    made: dict[tuple[str, str], tuple[int, list[Part]]] = {}
    people = here.room.participants(exercise_id)
    for person in people:
        if person.team_id != team_id or not person.seat_id or person.state != "in":
            continue
        if not here.presence.connected(person.id):
            continue
        key = (person.seat_id, person.lang)
        if key not in made:
            made[key] = _rendered(here, people, team_id, *key)
        _push(here, person, *made[key])


def _rendered(
    here: Runtime, people: list[ParticipantRow], team_id: str, seat: str, lang: str
) -> tuple[int, list[Part]]:
    with here.lock, force_locale(lang):
        sight = look(here, team_id, lang, seat, people)
        return sight.state.seq, render(sight, DESK)


def _push(here: Runtime, person: ParticipantRow, seq: int, parts: list[Part]) -> None:
    sent = _sent()
    known = sent.marks.get(person.id, {})
    payload: dict[str, Any] = {
        "team": person.team_id,
        "after": sent.seq.get(person.id, 0),
        "seq": seq,
        "regions": [
            {"region": part.name, "html": part.html}
            for part in parts
            if known.get(part.name) != part.mark
        ],
    }
    sent.seq[person.id] = seq
    sent.marks[person.id] = {part.name: part.mark for part in parts}
    emit(here, audience.person(person.id), "regions", payload)


def _sent() -> Sent:
    found: Sent = current_app.extensions.setdefault(EXTENSION, Sent())
    return found
