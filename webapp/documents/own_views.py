"""What a participant takes home: one's own exercise, one's map, and the team's page."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, abort, current_app, redirect, render_template
from werkzeug.wrappers import Response

from debrief.documents.model import Language
from simulator.play.clock import Clock
from webapp import access, landing
from webapp.documents.eyes import PaperEyes, Reading
from webapp.documents.file import as_file
from webapp.documents.frame import moment
from webapp.documents.minutes import minutes
from webapp.documents.my_exercise import my_exercise
from webapp.documents.one_page import one_page
from webapp.documents.paper_map import paper_map
from webapp.gjennomgang.opened import Opened, for_participant
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS
from webapp.improvement.open import plan
from webapp.regions.my_map import my_map
from webapp.runtime import runtime
from webapp.views.pages import page

bp = Blueprint("papers", __name__, url_prefix="/mine")

FORMS = ("docx", "pdf")
Answer = Response | tuple[str, int]


@bp.get("/map.<form>")
@access.allow("participant")
def map_file(form: str) -> Answer:
    """Mitt kart. It has no figure, and is there as soon as play is over."""
    opened = _mine(form)
    if opened.record.state[Clock].phase != "over":
        abort(404)
    shown = page()
    with runtime().lock:
        found = my_map(shown.sight)
    disclaimer = shown.sight.plan.scenario.disclaimer
    made = paper_map(found, _lang(opened), moment(opened.record), disclaimer)
    return as_file(made, form, "mitt-kart")


@bp.get("/exercise.<form>")
@access.allow("participant")
def exercise(form: str) -> Answer:
    """Min øvelse, once the analysis is open (B2). Made of the seat of whoever asks (B3)."""
    opened = _mine(form)
    if not opened.is_over:
        return redirect(landing.desk(), 303)
    if opened.record.plan.is_discussion:
        abort(404)
    if not opened.numbers:
        return _closed(opened)
    me = opened.eyes
    eyes = PaperEyes("participant", "", "", me.number, me.teams, me.seat, me.participant)
    return as_file(my_exercise(_reading(opened), eyes), form, "min-ovelse")


@bp.get("/result.<form>")
@access.allow("participant")
def result(form: str) -> Answer:
    """Resultat på én side: what the room has seen, for everybody in the team (B2). After a
    discussion its referat, which is for all who were there."""
    opened = _mine(form)
    if not opened.is_over:
        return redirect(landing.desk(), 303)
    if not opened.numbers:
        return _closed(opened)
    if opened.record.plan.is_discussion:
        return as_file(minutes(_reading(opened)), form, "referat")
    return as_file(one_page(_reading(opened)), form, "resultat")


def _mine(form: str) -> Opened:
    me = access.participant()
    if form not in FORMS or me.seat_id is None:
        abort(404)
    return for_participant(runtime(), cast(Readings, current_app.extensions[READINGS]), me)


def _reading(opened: Opened) -> Reading:
    agreed = tuple(plan().rows(opened.eyes.exercise_id, opened.eyes.number))
    return Reading(opened.record, _lang(opened), agreed)


def _lang(opened: Opened) -> Language:
    return cast(Language, opened.lang)


def _closed(opened: Opened) -> tuple[str, int]:
    return render_template("debrief/closed.html", opened=opened), 403
