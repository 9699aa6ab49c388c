"""Tells everybody concerned what a team's journal has got: regions to seats, hints to the rest.

A push to a seat carries what changed since the last push to that person, rendered once for each
seat and language. Consoles and projectors get a hint, and ask for what they hold.

Telling waits for nobody and nobody waits for it: whoever acts has the answer first, and what
happens to a team while others are told is told once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app
from flask_babel import force_locale

from webapp import audience
from webapp.emitting import emit
from webapp.regions.look import look
from webapp.regions.render import DESK, Part, render
from webapp.rows import ParticipantRow
from webapp.runtime import Runtime, runtime

EXTENSION = "samspill_fanout"

logger = logging.getLogger("samspill")


@dataclass
class Sent:
    """What each person was last sent: the seq, and the marks of the regions. In memory: a new
    process says 0, and whoever holds more asks."""

    seq: dict[str, int] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    waiting: dict[str, None] = field(default_factory=dict)
    """Teams of which there is news, in the order in which it came."""
    telling: bool = False


def announce(team_ids: Iterable[str]) -> None:
    """See to it that the audiences of these teams are sent what changed: soon, in the background;
    at once where there is none (the plain server of a test)."""
    here, sent = runtime(), _sent()
    sent.waiting.update(dict.fromkeys(sorted(set(team_ids))))
    if here.config.async_mode != "gevent":
        _tell(here, sent)
    elif sent.waiting and not sent.telling:
        sent.telling = True
        # The application itself: the task outlives the request. Flask documents it so.
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
        here.socketio.start_background_task(_tell_aside, app)


def _tell_aside(app: Flask) -> None:
    with app.app_context():
        sent = _sent()
        try:
            _tell(runtime(), sent)
        finally:
            sent.telling = False


def _tell(here: Runtime, sent: Sent) -> None:
    while sent.waiting:
        round_, sent.waiting = sent.waiting, {}
        exercises: dict[str, None] = {}
        for team_id in round_:
            try:
                exercise_id = here.store.team(team_id).exercise_id
                exercises[exercise_id] = None
                _tell_seats(here, exercise_id, team_id)
            except Exception:
                # The others' news must not stop here; this team's pages ask again by themselves.
                logger.exception("news of %s could not be told", team_id)
        for exercise_id in exercises:
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
            # Drawing takes long: whoever acts meanwhile comes in between.
            here.socketio.sleep(0)
            made[key] = _rendered(here, people, team_id, *key)
        if _still_there(here, person):
            _push(here, person, *made[key])


def _still_there(here: Runtime, person: ParticipantRow) -> bool:
    """Whether they have not got another place while others were told: then this is not theirs."""
    now = here.room.participant(person.id)
    was = (person.team_id, person.seat_id, person.state)
    return now is not None and (now.team_id, now.seat_id, now.state) == was


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
