"""The øvingsleder answers for child or parents with own words; answers without words are taps."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.i18n import language
from webapp.regions import family as region
from webapp.regions.overview import overview
from webapp.runtime import runtime
from webapp.views.console import bp
from webapp.views.family import form_page


@bp.get("/family/<what>/<ref>")
@access.allow("facilitator")
def family_answer(exercise_id: str, what: str, ref: str) -> str | Response:
    """The form for one who waits; back to the console if nobody does any more."""
    here, wanted = runtime(), request.args.get("team", "1")
    with here.lock:
        number = int(wanted) if wanted.isdecimal() else 1
        over = overview(here, exercise_id, language(), number)
        view = region.family(over)
    back = url_for("console.show", exercise_id=exercise_id, team=over.chosen)
    found = region.find(view, what, ref)
    if found is None:
        return redirect(back, 303)
    return form_page(found, back=back, exercise=exercise_id, team=over.team_id)
