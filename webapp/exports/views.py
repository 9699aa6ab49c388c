"""Downloads: a team's journal for whoever leads, one's own data for each."""

from __future__ import annotations

import json
from typing import cast

from flask import Blueprint, Response, abort, current_app, render_template

from webapp import access
from webapp.exports.making import MAKERS, MEDIA, Taken, exported
from webapp.exports.own import own_data
from webapp.gjennomgang.opened import for_leader
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS
from webapp.runtime import runtime

bp = Blueprint("exports", __name__)

OWN_FILE = "mine-data.json"


@bp.get("/gjennomgang/<exercise_id>/<int:number>/journal.<form>")
@access.allow("facilitator")
def journal(exercise_id: str, number: int, form: str) -> Response | tuple[str, int]:
    """A team's journal as a file, once the analysis has been opened (B2)."""
    here = runtime()
    opened = for_leader(here, _readings(), exercise_id, number, screen=False)
    if opened is None or form not in MAKERS:
        abort(404)
    if not (opened.is_over and opened.numbers):
        return render_template("debrief/closed.html", opened=opened), 403
    names = [each.name for each in here.room.participants(exercise_id)]
    document = here.loaded(exercise_id).document
    taken = Taken(document, opened.record.plan, opened.record.entries, names)
    return _file(exported(taken, form), MEDIA[form], f"journal-{number}.{form}")


@bp.get("/mine/data.json")
@access.allow("participant")
def mine() -> Response:
    """What is kept about the participant who asks (C10); a seat code leads here from any phone."""
    here, me = runtime(), access.participant()
    row = here.room.participant(me.id)
    if row is None:
        abort(404)
    data = own_data(row, here.conduct.entries(row.team_id))
    told = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
    return _file(told.encode(), "application/json", OWN_FILE)


def _file(content: bytes, media: str, name: str) -> Response:
    answer = Response(content, mimetype=media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _readings() -> Readings:
    return cast(Readings, current_app.extensions[READINGS])
