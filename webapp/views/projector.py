"""The projector: the screen in the room. It can do nothing, and needs nobody to touch it."""

from __future__ import annotations

import segno
from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from simulator.play.roster import Roster
from webapp import access, links
from webapp.i18n import language
from webapp.join.numbers import grouped
from webapp.opening import is_open
from webapp.regions.look import look
from webapp.regions.render import Part, Region, render
from webapp.regions.screen import Crowd, Door, Screen, is_over, screen
from webapp.regions.sight import Sight
from webapp.runtime import Runtime, runtime
from webapp.views.live import changed, held_of
from webapp.views.pages import by_name

bp = Blueprint("projector", __name__, url_prefix="/projector")

NAMES = ("stage", "stand", "door", "crowd")


@bp.get("/<exercise_id>")
@access.allow("projector", "facilitator")
def show(exercise_id: str) -> str | Response:
    """What the room sees now; the gjennomgang's own pages once its phases are opened."""
    here = runtime()
    with here.lock:
        sight, shown, parts = _shown(here, exercise_id)
        over = is_over(sight)
    if over:
        return redirect(url_for("debrief.show", exercise_id=exercise_id, screen=1), 303)
    return render_template(
        "projector/show.html",
        parts=by_name(parts),
        screen=shown,
        exercise_id=exercise_id,
        seq=sight.state.seq,
    )


@bp.get("/<exercise_id>/regions")
@access.allow("projector", "facilitator")
def regions(exercise_id: str) -> dict[str, object]:
    """The parts that have changed since a page was made."""
    here, held = runtime(), held_of(request.args.get("held", ""))
    with here.lock:
        sight, _screen, parts = _shown(here, exercise_id)
        seq = sight.state.seq
    return changed(exercise_id, seq, parts, held)


def _shown(here: Runtime, exercise_id: str) -> tuple[Sight, Screen, list[Part]]:
    teams = here.store.teams(exercise_id)
    states = [here.conduct.state(team.id) for team in teams]
    sight = look(here, teams[0].id, language())
    shown = screen(sight, states)
    known = {
        "stage": Region(lambda _sight, _about: shown, "projector/_stage.html"),
        "stand": Region(lambda _sight, _about: shown, f"projector/_{_template(shown)}.html"),
        "door": Region(lambda _sight, _about: door(here, exercise_id), "projector/_door.html"),
        "crowd": Region(
            lambda _sight, _about: crowd(here, exercise_id, sight), "projector/_crowd.html"
        ),
    }
    return sight, shown, render(sight, NAMES, known)


def _template(shown: Screen) -> str:
    """The template that shows a kind of moment."""
    return {"held": "play", "paused": "still", "probe": "still"}.get(shown.kind, shown.kind)


def door(here: Runtime, exercise_id: str) -> Door:
    """How to join this exercise."""
    room = here.room.room(exercise_id)
    open_now = is_open(here, room) and room.door != "locked"
    qr = segno.make(links.join_link(here, room), error="m")
    drawn = qr.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None, dark="#072f35")
    return Door(
        address=here.config.base_url.partition("://")[2],
        pin=grouped(room.pin) if room.pin and open_now else None,
        # Drawn by segno from an address of ours.
        qr=Markup(drawn),  # noqa: S704
    )


def crowd(here: Runtime, exercise_id: str, sight: Sight) -> Crowd:
    """Who has come, in numbers, and which of the first roles nobody has yet."""
    people = [each for each in here.room.participants(exercise_id) if each.state == "in"]
    teams = here.store.teams(exercise_id)
    taken = {each.seat_id for each in people if each.team_id == teams[0].id}
    room = here.room.room(exercise_id)
    first = sight.plan.given(room.people) if room.people else tuple(sight.plan.format.seats[:6])
    return Crowd(
        people=len(people),
        teams=tuple(sum(each.team_id == team.id for each in people) for team in teams),
        simulated=tuple(
            sight.seat_name(seat)
            for seat in first
            if seat not in taken or sight.state[Roster].simulated(seat)
        )
        if len(teams) == 1 and not sight.plan.is_discussion
        else (),
    )
