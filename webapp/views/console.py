"""The console: the dreiebok, the room by exception, and controls that say what they do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from flask import Blueprint, current_app, render_template, request
from flask.blueprints import BlueprintSetupState

from facilitator.ahead import Coming
from webapp import access
from webapp.gjennomgang.log import log
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS
from webapp.i18n import language
from webapp.improvement.open import plan
from webapp.improvement.shown import last_agreed, shown
from webapp.looking import LookAheads
from webapp.regions.ahead import ahead
from webapp.regions.controls import desk
from webapp.regions.crew import care, crew
from webapp.regions.dreiebok import dreiebok
from webapp.regions.family import family
from webapp.regions.overview import Overview, overview
from webapp.regions.presence import people
from webapp.regions.render import Part, Region, render
from webapp.regions.watching import teams
from webapp.runtime import runtime
from webapp.views.live import changed, held_of
from webapp.views.pages import by_name

bp = Blueprint("console", __name__, url_prefix="/exercises/<exercise_id>/console")

NAMES = ("head", "controls", "dreiebok", "teams", "crew", "family", "care", "people", "log")
LOOK_AGAIN_MS = 10_000
"""'Sist sett' grows old by itself."""
JOURNAL_TAIL = 400
AHEAD = "ahead"
"""The region that is made only for who has opened it: it costs a fork."""
LOOK_AHEADS = "samspill.look_aheads"


@bp.record_once
def _keep(setup: BlueprintSetupState) -> None:
    """Look-aheads belong to the application that makes them."""
    setup.app.extensions[LOOK_AHEADS] = LookAheads()


@bp.get("")
@access.allow("facilitator")
def show(exercise_id: str) -> str:
    """The whole console."""
    names = (*NAMES, AHEAD) if request.args.get(AHEAD) else NAMES
    over, parts = _shown(exercise_id, names)
    return render_template(
        "console/show.html",
        over=over,
        sight=over.sight,
        exercise_id=exercise_id,
        team=over.chosen,
        parts=by_name(parts),
        seq=_seq(over),
        again=LOOK_AGAIN_MS,
        agreed=shown(plan(), last_agreed(plan(), exercise_id)),
        seats=[over.sight.plan.seats[seat] for seat in over.sight.plan.seats],
    )


@bp.get("/regions")
@access.allow("facilitator")
def regions(exercise_id: str) -> dict[str, object]:
    """The parts that have changed since the page was made."""
    held = held_of(request.args.get("held", ""))
    over, parts = _shown(exercise_id, held)
    return changed(exercise_id, _seq(over), parts, held) | {"again": LOOK_AGAIN_MS}


def _shown(exercise_id: str, names: Iterable[str]) -> tuple[Overview, list[Part]]:
    here, lang = runtime(), language()
    wanted = request.args.get("team", "1")
    chosen = int(wanted) if wanted.isdecimal() else 1
    coming = _coming(exercise_id, chosen) if AHEAD in names else None
    with here.lock:
        over = overview(here, exercise_id, lang, chosen)
        return over, render(over.sight, names, _regions(over, lang, coming))


def _coming(exercise_id: str, chosen: int) -> tuple[Coming, ...] | None:
    """What comes for the opened team. Asked for before the lock is taken: no act waits for it."""
    here = runtime()
    teams = here.store.teams(exercise_id)
    team = teams[chosen - 1] if 1 <= chosen <= len(teams) else teams[0]
    return cast(LookAheads, current_app.extensions[LOOK_AHEADS]).of(here, team.id)


def _regions(
    over: Overview, lang: str, coming: tuple[Coming, ...] | None = None
) -> dict[str, Region]:
    here = runtime()
    readings = cast(Readings, current_app.extensions[READINGS])
    tail = max(over.sight.state.seq - JOURNAL_TAIL, 0)
    return {
        "head": Region(lambda _s, _a: desk(over), "console/_head.html"),
        "controls": Region(lambda _s, _a: desk(over), "console/_controls.html"),
        "dreiebok": Region(lambda _s, _a: dreiebok(over), "console/_dreiebok.html"),
        "teams": Region(lambda _s, _a: teams(over), "console/_teams.html"),
        "crew": Region(
            lambda _s, _a: crew(over, here.conduct.entries(over.team_id, tail)),
            "console/_crew.html",
        ),
        "family": Region(lambda _s, _a: family(over), "console/_family.html"),
        "care": Region(lambda _s, _a: care(over), "console/_care.html"),
        "people": Region(lambda _s, _a: people(over), "console/_people.html"),
        AHEAD: Region(lambda _s, _a: ahead(over, coming), "console/_ahead.html"),
        "log": Region(
            lambda _s, _a: log(over, readings.of(here, over.team_id, lang)), "console/_log.html"
        ),
    }


def _seq(over: Overview) -> int:
    """A number that grows whenever any team's journal does."""
    return sum(sight.state.seq for sight in over.sights)
