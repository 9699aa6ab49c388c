"""A name, the lobby and the role: the second and third screen of coming in."""

from __future__ import annotations

import unicodedata

from flask import abort, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from simulator.play.family import Family
from simulator.play.roster import absent
from simulator.play.succession import holds_other_end
from webapp import access, landing
from webapp.access import cookies
from webapp.access.visit import fresh_session
from webapp.i18n import LANGUAGES, language
from webapp.join import numbers, places, seating
from webapp.join.blueprint import bp
from webapp.join.door import JOINING, Answer
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import runtime
from webapp.security import realdata

NAME_LENGTH = 40


@bp.get("/join/name")
@access.allow("anyone")
def name() -> Answer:
    """What shall we call you? It may stay empty."""
    if _joining() is None:
        return redirect(landing.front(), 303)
    return render_template("join/name.html")


@bp.post("/join/name")
@access.allow("anyone")
def named() -> Answer:
    """Come in under a name, or none, in one's own language."""
    here, room = runtime(), _joining()
    if room is None:
        return redirect(landing.front(), 303)
    called = tidy(request.form.get("name", ""))
    if realdata.found_in(called) is not None:
        wrong = _("Skriv bare et fornavn eller et kallenavn, ikke nummer eller adresse.")
        return render_template("join/name.html", error=wrong), 422
    lang = request.form.get("lang", "")
    row, token = places.come_in(here, room, called, lang if lang in LANGUAGES else language())
    fresh_session()
    session["lang"] = row.lang
    response = redirect(url_for("join.lobby"), 303)
    cookies.give(response, here.config, cookies.SEAT, token)
    return response


@bp.post("/exercises/<exercise_id>/sit")
@access.allow("facilitator")
def sit(exercise_id: str) -> Answer:
    """Play an exercise of one's own for one person, in this browser."""
    here = runtime()
    if not here.conduct.plan(here.store.exercise(exercise_id)).format.solo:
        abort(404)
    row, _token = places.come_in(here, here.room.room(exercise_id), "", language())
    return _with_token(places.take_role(here, row))


@bp.get("/lobby")
@access.allow("lobby")
def lobby() -> Answer:
    """Inside, before the role. Nothing of the scenario is here (D4)."""
    here, me = runtime(), access.participant()
    if me.state == "in" and me.seat_id is not None:
        return redirect(landing.desk(), 303)
    row = _mine()
    return render_template(
        "join/lobby.html",
        room=here.room.room(me.exercise_id),
        team=here.store.team(me.team_id).number,
        teams=len(here.store.teams(me.exercise_id)),
        waits=_waits(row),
        code=numbers.grouped(row.code or ""),
        name=row.name,
        family=_asked_to_play(me),
    )


def _asked_to_play(me: access.Participant) -> bool:
    """Whether the øvingsleder has asked them to play the child or a parent, or they do."""
    here = runtime()
    with here.lock:
        family = here.conduct.state(me.team_id)[Family]
        return bool(family.asks(me.id) or family.parts_of(me.id))


@bp.get("/lobby/state")
@access.allow("lobby")
def state() -> dict[str, bool]:
    """Whether the wait is over and whether one is asked to play, for a page without a socket."""
    return {"waits": _waits(_mine()), "asked": _asked_to_play(access.participant())}


@bp.post("/lobby/role")
@access.allow("lobby")
def role() -> Response:
    """Choose the role that lies ready."""
    row = _mine()
    if _waits(row):
        return redirect(url_for("join.lobby"), 303)
    if row.seat_id is not None:
        return redirect(landing.desk(), 303)
    return _with_token(places.take_role(runtime(), row))


@bp.get("/role")
@access.allow("participant")
def roles() -> str:
    """The seats nobody plays and those one may share, for who wants another than their own."""
    here, me = runtime(), access.participant()
    state = here.conduct.state(me.team_id)
    filled = seating.taken(me.team_id, here.room.participants(me.exercise_id))
    scenario = here.scenario(me.exercise_id, me.lang)
    free = set(seating.choices(state.plan, filled, absent(state)))
    held = set(seating.shared(state.plan, filled))
    ends = {seat for seat in state.plan.seats if holds_other_end(state, me.id, seat)}
    return render_template(
        "join/roles.html",
        mine=next((seat for seat in scenario.seats if seat.id == me.seat_id), None),
        free=[seat for seat in scenario.seats if seat.id in free - ends],
        held=[seat for seat in scenario.seats if seat.id in held - ends - {me.seat_id}],
        ends=[seat for seat in scenario.seats if seat.id in ends - {me.seat_id}],
    )


@bp.post("/role")
@access.allow("participant")
def change_role() -> Response:
    """Play another seat from now on: a free one, or one that is shared with who plays it."""
    seat, pair = request.form.get("seat", ""), request.form.get("pair", "")
    try:
        token = places.take_role(runtime(), _mine(), pair or seat, pair=bool(pair))
    except LookupError:
        return redirect(url_for("join.roles"), 303)
    return _with_token(token)


@bp.get("/device")
@access.allow("lobby")
def device() -> str:
    """The seat code, for whoever wants to go on with another phone."""
    row = _mine()
    return render_template(
        "join/device.html", code=numbers.grouped(row.code or ""), seat_id=row.seat_id
    )


@bp.post("/leave")
@access.allow("lobby")
def leave() -> Response:
    """Out of the exercise, without a reason."""
    here = runtime()
    places.go_out(here, _mine(), "removed")
    response = redirect(landing.front(), 303)
    cookies.take(response, here.config, cookies.SEAT)
    return response


def tidy(typed: str) -> str:
    """A name as one line of visible characters."""
    seen = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in typed)
    return " ".join(seen.split())[:NAME_LENGTH]


def _joining() -> RoomRow | None:
    try:
        room = runtime().room.room(session.get(JOINING, ""))
    except KeyError:
        return None
    return None if room.door == "locked" else room


def _mine() -> ParticipantRow:
    row = runtime().room.participant(access.participant().id)
    if row is None:
        abort(403)
    return row


def _waits(row: ParticipantRow) -> bool:
    """Whether the facilitator has yet to let them in."""
    return row.state == "lobby" and runtime().room.room(row.exercise_id).door == "admit"


def _with_token(token: str) -> Response:
    response = redirect(landing.desk(), 303)
    cookies.give(response, runtime().config, cookies.SEAT, token)
    return response
