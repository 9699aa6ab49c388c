"""Writing the plan in the gjennomgang: a proposal taken or something of the team's own, and
whether what was agreed last held. Only whoever leads, and only while the last phase is open."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

from debrief.proposals import improvements
from facilitator.improvement.row import ANSWERS, Row, Verdict
from facilitator.improvement.rules import is_full
from webapp import access, fanout
from webapp.gjennomgang.decided import owner_of, to_verify
from webapp.gjennomgang.measure_words import suggested
from webapp.gjennomgang.opened import Opened, for_leader
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.sentences import sentence
from webapp.gjennomgang.views import READINGS
from webapp.improvement.form import choices, filled, names_in, wrong
from webapp.improvement.open import plan
from webapp.regions.say import _
from webapp.runtime import runtime
from webapp.security import tokens

bp = Blueprint("plan", __name__, url_prefix="/gjennomgang/<exercise_id>/<int:number>/plan")

Answered = str | Response | tuple[str, int]


@bp.get("/new")
@access.allow("facilitator")
def new(exercise_id: str, number: int) -> Answered:
    """The form of a new row: ``code`` names the proposal that it begins as; ``finding`` is what
    somebody wrote elsewhere, for whoever leads to word anew."""
    opened = _opened(exercise_id, number)
    begun = _begun(opened, request.args.get("code", ""))
    return _form(opened, replace(begun, finding=request.args.get("finding", begun.finding)), {})


@bp.post("/new")
@access.allow("facilitator")
def add(exercise_id: str, number: int) -> Answered:
    """Keep a new row; or the form again, with what is wrong."""
    opened = _opened(exercise_id, number)
    begun = _begun(opened, request.form.get("code", ""))
    row = filled(replace(begun, level="service", owner="", due="", verify=""), request.form)
    errors = wrong(row, choices(begun), names_in(runtime(), exercise_id))
    if errors:
        return _form(opened, row, errors), 422
    if is_full(plan().rows(exercise_id, number)):
        flash(_("Planen har fem tiltak. Legg bort ett før dere tar med et nytt."), "refusal")
    else:
        plan().add(row)
        fanout.announce([opened.eyes.team_id])
    return redirect(opened.eyes.start(), 303)


@bp.post("/<row_id>/held")
@access.allow("facilitator")
def held(exercise_id: str, number: int, row_id: str) -> Response:
    """Whether something agreed after an earlier exercise held in this one."""
    opened = _opened(exercise_id, number)
    said = request.form.get("answer", "")
    if row_id not in {row.id for row in to_verify(opened)} or said not in ANSWERS:
        abort(404)
    wall = runtime().wall()
    plan().judge(Verdict(row_id, exercise_id, number, said, wall))
    fanout.announce([opened.eyes.team_id])
    return redirect(opened.eyes.start(), 303)


def _begun(opened: Opened, code: str) -> Row:
    """A row to write on: empty, or as the proposal has it."""
    scene, eyes = opened.record.plan, opened.eyes
    empty = Row(
        id=tokens.new_id(),
        exercise_id=eyes.exercise_id,
        team_number=eyes.number,
        slug=scene.scenario.slug,
        format=runtime().store.exercise(eyes.exercise_id).format,
        code="",
        finding="",
        evidence=(),
        measure="",
        level="service",
        owner="",
        due="",
        verify=scene.scenario.slug,
        indicator="",
        made_wall=runtime().wall(),
    )
    found = next((each for each in improvements(opened.record) if each.said.code == code), None)
    if found is None:
        return empty
    return replace(
        empty,
        code=code,
        finding=sentence(scene, found.said),
        evidence=found.said.seqs,
        measure=suggested(code),
        level=found.level,
        owner=owner_of(opened, found),
        indicator=found.indicator,
    )


def _form(opened: Opened, row: Row, errors: dict[str, str]) -> str:
    return render_template(
        "debrief/plan_new.html", opened=opened, asked=row, errors=errors, choices=choices(row)
    )


def _opened(exercise_id: str, number: int) -> Opened:
    """The team's gjennomgang, if its last phase is open; 403 before."""
    readings = cast(Readings, current_app.extensions[READINGS])
    found = for_leader(runtime(), readings, exercise_id, number, screen=False)
    if found is None:
        abort(404)
    if not found.is_over or found.stage != "application" or not found.numbers:
        raise Forbidden
    return found
