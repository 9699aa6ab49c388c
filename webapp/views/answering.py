"""The øvingsleder answers and writes for child or parents in own words; the rest are taps."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.i18n import language
from webapp.regions import family as region
from webapp.regions.overview import overview
from webapp.runtime import runtime
from webapp.views.console import bp
from webapp.views.family import form_page, note_page


@bp.get("/family/<what>/<ref>")
@access.allow("facilitator")
def family_answer(exercise_id: str, what: str, ref: str) -> str | Response:
    """The form for one who waits; back to the console if nobody does any more."""
    view, back = _family(exercise_id)
    found = region.find(view, what, ref)
    if found is None:
        return redirect(back, 303)
    return form_page(found, back=back, exercise=exercise_id, team=view.team)


@bp.get("/family/note/<giver>")
@access.allow("facilitator")
def family_note(exercise_id: str, giver: str) -> str | Response:
    """The form for a line in the stafettlogg."""
    view, back = _family(exercise_id)
    page = note_page(view, giver, back=back, exercise=exercise_id, team=view.team)
    return page or redirect(back, 303)


def _family(exercise_id: str) -> tuple[region.FamilyView, str]:
    """Both parts of the team the address names, and the way back to its console."""
    here, wanted = runtime(), request.args.get("team", "1")
    with here.lock:
        number = int(wanted) if wanted.isdecimal() else 1
        view = region.family(overview(here, exercise_id, language(), number))
    return view, url_for("console.show", exercise_id=exercise_id, team=view.number)
