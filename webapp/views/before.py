"""Before play: the role, 'Før vi starter', one practice card, and a wait that says for whom."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.play.clock import Clock
from simulator.play.solo import leads_alone
from webapp import access
from webapp.views import survey
from webapp.views.briefed import STEPS, done, tick
from webapp.views.desk import others
from webapp.views.pages import Page, page

bp = Blueprint("before", __name__, url_prefix="/before")

PROMISES = 5
"""Sentences of 'Før vi starter', one tap each."""


@bp.get("")
@access.allow("participant")
def show() -> str | Response:
    """The first step that is not done; then the wait."""
    me = access.participant()
    if me.seat_id is None:
        return redirect(url_for("desk.index"), 303)
    shown = page(["role"])
    wanted = request.args.get("step") or next_step(shown)
    if wanted == "":
        return redirect(url_for("desk.index"), 303)
    return render_template(
        f"desk/before/{wanted if wanted in STEPS else 'wait'}.html",
        page=shown,
        people=others(shown.sight),
        late=is_late(shown),
        sent_to=shown.sight.seat_name(request.args.get("to", "")),
        done=done(),
        alone=leads_alone(shown.sight.plan, me.seat_id),
        surveyed=survey.done("before"),
    )


@bp.post("")
@access.allow("participant")
def step() -> Response:
    """A step is done."""
    said = request.form.get("step", "")
    if said == "brief" and len(request.form.getlist("promise")) < PROMISES:
        return redirect(url_for("before.show", step="brief", missing=1), 303)
    if said in STEPS:
        tick(said)
    if said == "practice" and request.form.get("to"):
        return redirect(url_for("before.show", to=request.form["to"]), 303)
    return redirect(url_for("before.show"), 303)


def next_step(shown: Page) -> str:
    """``wait`` before play; '' when there is nothing more to do here."""
    unpractised = is_late(shown) or shown.sight.plan.is_discussion
    for each in STEPS:
        if each not in done() and not (each == "practice" and unpractised):
            return each
    return "" if is_late(shown) else "wait"


def is_late(shown: Page) -> bool:
    """Whether play has begun."""
    return shown.sight.state[Clock].phase != "lobby"
