"""The front page and the ways in: PIN, seat code, QR code."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp import access, landing, links
from webapp.access import cookies
from webapp.access.visit import fresh_session
from webapp.join import numbers, places
from webapp.join.blueprint import bp
from webapp.opening import is_open
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import runtime
from webapp.security import limits, log

JOINING = "joining"
Answer = str | Response | tuple[str, int]


@bp.get("/")
@access.allow("anyone")
def front() -> str:
    """Where everybody starts: the PIN, or back to where one was."""
    return render_template("join/front.html", visitor=access.current())


@bp.post("/join")
@access.allow("anyone")
def pin() -> Answer:
    """A typed PIN or seat code. Only wrong ones count against the limits (D3)."""
    here, number = runtime(), numbers.digits(request.form.get("pin", ""))
    row = numbers.place_of(here, number)
    if row is not None:
        return _moved_here(row)
    room = numbers.room_of(here, number)
    if room is None:
        limits.fail()
        log.record("pin.wrong", address=limits.address())
        wrong = _("Vi fant ingen øvelse med den koden. Sjekk tallene på skjermen og prøv igjen.")
        return render_template("join/front.html", visitor=access.current(), error=wrong), 422
    return _at_the_door(room)


@bp.get("/j")
@access.allow("anyone")
def scanned() -> str:
    """The QR code's page: hands the token in its fragment on, by POST."""
    return render_template("join/exchange.html", to=url_for("join.exchange"))


@bp.post("/j")
@access.allow("anyone")
def exchange() -> Answer:
    """A QR code's token. It is too long to guess, so it works also while typed PINs pause."""
    here = runtime()
    room = links.room_of(here, links.JOIN_PURPOSE, request.form.get("token", ""))
    if room is None or not is_open(here, room):
        old = _("QR-koden gjelder ikke lenger. Skann den på nytt, eller skriv PIN-koden.")
        return render_template("join/front.html", visitor=access.current(), error=old), 422
    return _at_the_door(room)


@bp.get("/screen")
@access.allow("anyone")
def screen() -> str:
    """The projector link's page: hands the token in its fragment on, by POST."""
    return render_template("join/exchange.html", to=url_for("join.show_screen"))


@bp.post("/screen")
@access.allow("anyone")
def show_screen() -> Answer:
    """A projector link's token: from now on this browser is that exercise's screen."""
    here, token = runtime(), request.form.get("token", "")
    found = access.screen_of(here, token)
    if not isinstance(found, access.Projector):
        abort(403)
    response = redirect(landing.projector(found.exercise_id), 303)
    cookies.give(response, here.config, cookies.SCREEN, token)
    return response


def _at_the_door(room: RoomRow) -> Answer:
    here = runtime()
    seated = access.seated(here, request.cookies)
    if isinstance(seated, access.Participant) and seated.exercise_id == room.exercise_id:
        return redirect(landing.place(seated.seat_id), 303)
    if isinstance(seated, access.Nobody) and seated.reason == "banned":
        abort(403)
    if room.door == "locked":
        shut = _("Døra er låst. Be øvingslederen om å åpne den, og prøv igjen.")
        return render_template("join/front.html", visitor=access.current(), error=shut), 403
    if here.room.crowd() >= here.config.max_participants:
        abort(503)
    fresh_session()
    session[JOINING] = room.exercise_id
    return redirect(url_for("join.name"), 303)


def _moved_here(row: ParticipantRow) -> Response:
    here = runtime()
    token = places.move_here(here, row)
    fresh_session()
    response = redirect(landing.place(row.seat_id), 303)
    cookies.give(response, here.config, cookies.SEAT, token)
    return response
