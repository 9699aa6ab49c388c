"""What the facilitator does at the door: lock it, let people in, take them out, help them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from flask import abort, flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from simulator.play.kernel import FACILITATOR
from simulator.play.roster import GiveTime
from webapp import access, audience, emitting, fanout, landing
from webapp.join import places
from webapp.join.blueprint import bp
from webapp.rows import Door, ParticipantRow
from webapp.runtime import Runtime, runtime
from webapp.security import log, tokens


@bp.post("/exercises/<exercise_id>/door")
@access.allow("facilitator")
def door(exercise_id: str) -> Response:
    """Set the door: ``open``, ``admit`` (wait to be let in) or ``locked``."""
    wanted = request.form.get("door", "")
    if wanted not in get_args(Door):
        abort(400)
    here = runtime()
    here.room.set_door(exercise_id, cast(Door, wanted))
    log.record("door.set", exercise=exercise_id, door=wanted)
    emitting.emit(here, audience.lobby(exercise_id), "lobby", {})
    return _back(exercise_id)


@bp.post("/exercises/<exercise_id>/participants/<participant_id>/<verb>")
@access.allow("facilitator")
def participant(exercise_id: str, participant_id: str, verb: str) -> Response:
    """``admit``, ``remove``, ``ban``, ``readmit``, ``reissue`` (a new seat code), ``seat`` (give
    a role that the system plays) or ``time`` (give more time) somebody."""
    here = runtime()
    row = here.room.participant(participant_id)
    if row is None or row.exercise_id != exercise_id or verb not in VERBS:
        abort(404)
    VERBS[verb](here, row)
    fanout.announce([row.team_id])
    return _back(exercise_id)


def _admit(here: Runtime, row: ParticipantRow) -> None:
    if row.state == "lobby":
        here.room.change(row.id, state="in")
        emitting.emit(here, audience.person(row.id), "lobby", {})


def _readmit(here: Runtime, row: ParticipantRow) -> None:
    """They may join again; what they played has gone on without them."""
    if row.state == "banned":
        here.room.change(row.id, state="removed")


def _reissue(here: Runtime, row: ParticipantRow) -> None:
    if row.state in ("lobby", "in"):
        places.reissue(here, row)


def _seat(here: Runtime, row: ParticipantRow) -> None:
    if row.state not in ("lobby", "in"):
        return
    try:
        places.give_role(here, row, request.form.get("seat", ""))
    except LookupError:
        flash(_("Den rollen kan ikke gis nå. Velg en som systemet spiller."), "refusal")


def _time(here: Runtime, row: ParticipantRow) -> None:
    """More time for one person (A8): the deadlines of their seat wait, nobody else's do."""
    if row.seat_id is not None:
        more = GiveTime(row.seat_id)
        here.conduct.handle(row.team_id, FACILITATOR, more, tokens.new_id())


VERBS: dict[str, Callable[[Runtime, ParticipantRow], None]] = {
    "admit": _admit,
    "remove": lambda here, row: places.go_out(here, row, "removed"),
    "ban": lambda here, row: places.go_out(here, row, "banned"),
    "readmit": _readmit,
    "reissue": _reissue,
    "seat": _seat,
    "time": _time,
}


def _back(exercise_id: str) -> Response:
    wanted = request.form.get("next")
    return redirect(landing.safe_next(wanted) if wanted else landing.console(exercise_id), 303)
