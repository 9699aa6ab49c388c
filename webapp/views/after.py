"""After play: a first impression from everybody, before any number; then the gjennomgang."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from simulator.play.clock import Clock
from simulator.play.hotwash import Hotwash
from simulator.play.solo import leads_alone
from webapp import access
from webapp.views import survey
from webapp.views.pages import page

bp = Blueprint("after", __name__, url_prefix="/after")


@bp.get("")
@access.allow("participant")
def show() -> str | Response:
    """The three questions, or what comes next."""
    me = access.participant()
    if me.seat_id is None:
        return redirect(url_for("debrief.mine"), 303)
    shown = page()
    state = shown.sight.state
    if state[Clock].phase != "over":
        return redirect(url_for("desk.index"), 303)
    given = any(each.participant == me.id for each in state[Hotwash].given)
    alone = leads_alone(shown.sight.plan, me.seat_id)
    return render_template(
        "desk/after.html", page=shown, given=given, alone=alone, surveyed=survey.done("after")
    )
