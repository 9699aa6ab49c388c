"""Single moments of the replay, and tables to take along, at the same two doors as the pages.

Closed to all until the analysis has been opened, as every page with figures is (B2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from flask import Blueprint, Response, abort, current_app, render_template, request

from webapp import access
from webapp.gjennomgang import replay, tables
from webapp.gjennomgang.opened import Opened, for_leader, for_participant
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS
from webapp.regions.say import speaking
from webapp.runtime import runtime

bp = Blueprint("replay", __name__, url_prefix="/gjennomgang")

Answer = str | Response | tuple[str, int] | dict[str, object]


@bp.get("/vis/replay/moment")
@access.allow("participant")
def my_moment() -> Answer:
    """One moment, for the participant's team."""
    return _answer(_mine(), _moment)


@bp.get("/<exercise_id>/<int:number>/replay/moment")
@access.allow("facilitator", "projector")
def team_moment(exercise_id: str, number: int) -> Answer:
    """One moment, for any team."""
    return _answer(_theirs(exercise_id, number), _moment)


@bp.get("/vis/<page>/table.csv")
@access.allow("participant")
def my_table(page: str) -> Answer:
    """A page's table, for the participant's team."""
    return _answer(_mine(), lambda opened: _table(opened, page))


@bp.get("/<exercise_id>/<int:number>/<page>/table.csv")
@access.allow("facilitator")
def team_table(exercise_id: str, number: int, page: str) -> Answer:
    """A page's table, for any team."""
    return _answer(_theirs(exercise_id, number), lambda opened: _table(opened, page))


def _moment(opened: Opened) -> Answer:
    """The region of the moment ``at``, as every push carries one (decision 27)."""
    through = replay.through_of(opened, request.args)
    seq = replay.number(request.args.get("at", ""))
    with speaking():
        html = replay.region(through, seq)
    return {
        "team": opened.eyes.team_id,
        "after": 0,
        "seq": through.replay.head(seq),
        "regions": [{"region": replay.REGION, "html": html}],
    }


def _table(opened: Opened, page: str) -> Answer:
    made = tables.csv(opened, page, request.args)
    if made is None:
        abort(404)
    name = f"{page}-{opened.eyes.number}.csv"
    disposition = f'attachment; filename="{name}"'
    return Response(made, mimetype="text/csv", headers={"Content-Disposition": disposition})


def _answer(opened: Opened, make: Callable[[Opened], Answer]) -> Answer:
    if not (opened.is_over and opened.numbers):
        return render_template("debrief/closed.html", opened=opened), 403
    return make(opened)


def _mine() -> Opened:
    return for_participant(runtime(), _readings(), access.participant())


def _theirs(exercise_id: str, number: int) -> Opened:
    screen = bool(request.args.get("screen")) or isinstance(access.current(), access.Projector)
    found = for_leader(runtime(), _readings(), exercise_id, number, screen=screen)
    if found is None:
        abort(404)
    return found


def _readings() -> Readings:
    return cast(Readings, current_app.extensions[READINGS])
