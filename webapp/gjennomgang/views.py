"""The pages of the gjennomgang, at two doors: a participant's own, and the facilitator's.

The screen in the room comes through the facilitator's door and may look only. Whoever leads can
look at the room's version of a page with ``?screen=1``.
"""

from __future__ import annotations

from typing import cast

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from webapp import access, landing
from webapp.gjennomgang import pages
from webapp.gjennomgang.living import living
from webapp.gjennomgang.opened import Opened, for_leader, for_participant
from webapp.gjennomgang.outcomes import keep
from webapp.gjennomgang.readings import Readings
from webapp.runtime import runtime

bp = Blueprint("debrief", __name__, url_prefix="/gjennomgang")
READINGS = "samspill.readings"

Answer = str | Response | tuple[str, int]


@bp.record_once
def _keep(setup: BlueprintSetupState) -> None:
    """Readings belong to the application that makes them."""
    setup.app.extensions[READINGS] = Readings()


# -- a participant's own team ----------------------------------------------------------------------


@bp.get("")
@access.allow("participant")
def mine() -> Answer:
    """The phase that is open, for the participant's team."""
    return _stage(_mine())


@bp.get("/vis/<page>")
@access.allow("participant")
def my_page(page: str) -> Answer:
    """One of the pages behind the analysis, for the participant's team."""
    return _page(_mine(), page)


@bp.get("/state")
@access.allow("participant")
def my_state() -> dict[str, object]:
    """What has changed for a page that waits."""
    return _state(_mine())


# -- any team, for whoever leads and for the room --------------------------------------------------


@bp.get("/<exercise_id>")
@access.allow("facilitator", "projector")
def show(exercise_id: str) -> Answer:
    """The only team, or the choice of one."""
    teams = runtime().store.teams(exercise_id)
    on_screen = _on_screen()
    if len(teams) == 1:
        screen = 1 if request.args.get("screen") else None
        return redirect(
            url_for("debrief.team", exercise_id=exercise_id, number=1, screen=screen), 303
        )
    opened = _theirs(exercise_id, teams[0].number)
    if not opened.is_over:
        return _too_early(opened)
    return render_template("debrief/teams.html", opened=opened, teams=teams, on_screen=on_screen)


@bp.get("/<exercise_id>/<int:number>")
@access.allow("facilitator", "projector")
def team(exercise_id: str, number: int) -> Answer:
    """The phase that is open, for one team."""
    return _stage(_theirs(exercise_id, number))


@bp.get("/<exercise_id>/<int:number>/<page>")
@access.allow("facilitator", "projector")
def team_page(exercise_id: str, number: int, page: str) -> Answer:
    """One of the pages behind the analysis, for one team."""
    return _page(_theirs(exercise_id, number), page)


@bp.get("/<exercise_id>/<int:number>/state")
@access.allow("facilitator", "projector")
def team_state(exercise_id: str, number: int) -> dict[str, object]:
    """What has changed for a page that waits."""
    return _state(_theirs(exercise_id, number))


# -- both ------------------------------------------------------------------------------------------


def _stage(opened: Opened) -> Answer:
    if not opened.is_over:
        return _too_early(opened)
    if opened.stage == "analysis":
        keep(opened)
    return render_template(f"debrief/{opened.stage}.html", opened=opened, **pages.stage(opened))


def _page(opened: Opened, name: str) -> Answer:
    """B2: no page with figures before the analysis has been opened, for anybody."""
    if not opened.is_over:
        return _too_early(opened)
    if not opened.numbers:
        return render_template("debrief/closed.html", opened=opened), 403
    made = pages.page(opened, name, request.args)
    if made is None:
        abort(404)
    doors = pages.doors(opened)
    return render_template(
        f"debrief/pages/{name}.html", opened=opened, doors=doors, here=name, **made
    )


def _state(opened: Opened) -> dict[str, object]:
    """What has changed; a new phase has the whole page loaded anew (decision 27)."""
    held = request.args.get("held", "").split(",")
    fresh = [each for each in living(opened) if not each.is_in(held)]
    made = pages.stage(opened) if fresh else {}
    return {
        "team": opened.eyes.team_id,
        "after": 0,
        "seq": opened.record.state.seq,
        "regions": [
            {
                "region": each.region,
                "html": render_template(each.template, opened=opened, **made),
            }
            for each in fresh
        ],
    }


def _too_early(opened: Opened) -> Response:
    """Play goes on: back to where it is played."""
    if opened.eyes.who == "participant":
        return redirect(landing.desk(), 303)
    where = landing.projector if opened.eyes.is_screen else landing.console
    return redirect(where(opened.eyes.exercise_id), 303)


def _mine() -> Opened:
    return for_participant(runtime(), _readings(), access.participant())


def _theirs(exercise_id: str, number: int) -> Opened:
    found = for_leader(runtime(), _readings(), exercise_id, number, screen=_on_screen())
    if found is None:
        abort(404)
    return found


def _on_screen() -> bool:
    return bool(request.args.get("screen")) or isinstance(access.current(), access.Projector)


def _readings() -> Readings:
    return cast(Readings, current_app.extensions[READINGS])
