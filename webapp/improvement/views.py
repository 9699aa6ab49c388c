"""The plan's own pages: list, one row with its history and trend, and the calendar file."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.improvement.row import Row
from webapp import access
from webapp.improvement.calendar import calendar
from webapp.improvement.figure import figure
from webapp.improvement.form import choices, filled, names_in, wrong
from webapp.improvement.open import plan
from webapp.improvement.shown import history, shown
from webapp.regions.say import _
from webapp.runtime import runtime

bp = Blueprint("improvement", __name__, url_prefix="/improvement")


@bp.get("")
@access.allow("facilitator")
def index() -> str:
    """The whole plan: what is open first, the nearest date on top."""
    rows = sorted(plan().rows(), key=lambda row: (not row.is_open, row.due, row.id))
    return render_template("improvement/index.html", rows=shown(plan(), rows))


@bp.get("/calendar.ics")
@access.allow("facilitator")
def dates() -> Response:
    """The dates of what is open, for a calendar."""
    answer = Response(calendar(plan().rows()), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = 'attachment; filename="forbedringsplan.ics"'
    return answer


@bp.get("/<row_id>")
@access.allow("facilitator")
def show(row_id: str) -> str:
    """One row: to read and to change."""
    row = _row(row_id)
    return _page(row, row, {})


@bp.post("/<row_id>")
@access.allow("facilitator")
def save(row_id: str) -> Response | tuple[str, int]:
    """Keep what was changed; or the form again, with what is wrong."""
    before = _row(row_id)
    after = filled(before, request.form)
    errors = wrong(after, choices(before), names_in(runtime(), before.exercise_id))
    if errors:
        return _page(before, after, errors), 422
    plan().change(after, runtime().wall())
    flash(_("Planen er lagret."), "done")
    return redirect(url_for("improvement.index"), 303)


def _page(row: Row, asked: Row, errors: dict[str, str]) -> str:
    return render_template(
        "improvement/row.html",
        row=shown(plan(), [row])[0],
        asked=asked,
        errors=errors,
        choices=choices(row),
        history=history(plan().history(row.id)),
        trend=figure(plan(), row),
    )


def _row(row_id: str) -> Row:
    found = plan().row(row_id)
    if found is None:
        abort(404)
    return found
