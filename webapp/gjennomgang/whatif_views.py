"""Hva om …?: from a moment on the timeline, one thing tried otherwise in simulated runs.

Whoever leads asks; the screen in the room may show what came of it. Closed to all until the
analysis has been opened (B2).
"""

from __future__ import annotations

from typing import cast

from flask import Blueprint, abort, current_app, redirect, render_template, request
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from debrief.timeline import row_at
from facilitator.alternatives import Alternative, alternatives, askable
from webapp import access
from webapp.gjennomgang.opened import PHASE, Opened, for_leader
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.told import Line, line
from webapp.gjennomgang.views import READINGS
from webapp.gjennomgang.whatif_words import groups, name, result
from webapp.runtime import EXTENSION, Runtime, runtime
from webapp.whatif_runs import PAIRS, Key, Runs, Task

bp = Blueprint("whatif", __name__, url_prefix="/gjennomgang/<exercise_id>/<int:number>/what-if")
RUNS = "samspill.whatif_runs"
AGAIN_MS = 1_500
"""How soon a page that waits asks again."""

Answer = str | Response | tuple[str, int]


@bp.record_once
def _keep(setup: BlueprintSetupState) -> None:
    """Runs belong to the application that started them."""

    def begin(*work: object) -> object:
        here: Runtime = setup.app.extensions[EXTENSION]
        return here.socketio.start_background_task(*work)

    setup.app.extensions[RUNS] = Runs(begin)


@bp.get("/<int:seq>")
@access.allow("facilitator", "projector")
def choose(exercise_id: str, number: int, seq: int) -> Answer:
    """What can be tried at this moment."""
    opened = _opened(exercise_id, number)
    if not opened.numbers:
        return _closed(opened)
    return render_template(
        "debrief/what_if.html",
        opened=opened,
        seq=seq,
        line=_line(opened, seq),
        groups=groups(opened.record.plan, _alternatives(opened, seq)),
        pairs=PAIRS,
    )


@bp.post("/<int:seq>")
@access.allow("facilitator")
def try_it(exercise_id: str, number: int, seq: int) -> Answer:
    """Begin the runs of one alternative."""
    opened = _opened(exercise_id, number)
    if not opened.numbers:
        return _closed(opened)
    chosen = _alternative(opened, seq, request.form.get("alternative", ""))
    if chosen is None:
        return redirect(opened.eyes.what_if(seq), 303)
    document = runtime().loaded(exercise_id).document
    task = Task(document, opened.record.entries, seq, chosen.steps, chosen.again)
    _runs().start(_key(opened, seq, chosen), task)
    return redirect(opened.eyes.what_if(seq, chosen.id), 303)


@bp.get("/<int:seq>/<alternative>")
@access.allow("facilitator", "projector")
def tried(exercise_id: str, number: int, seq: int, alternative: str) -> Answer:
    """How far it has come, or what came of it."""
    opened = _opened(exercise_id, number)
    if not opened.numbers:
        return _closed(opened)
    chosen = _alternative(opened, seq, alternative)
    if chosen is None:
        abort(404)
    run = _runs().of(_key(opened, seq, chosen))
    told = run.told if run else None
    return render_template(
        "debrief/what_if_tried.html",
        opened=opened,
        seq=seq,
        line=_line(opened, seq),
        chosen=chosen,
        name=name(opened.record.plan, chosen),
        run=run,
        result=result(opened.record, opened.eyes, told) if told else None,
        pairs=PAIRS,
        again=AGAIN_MS,
        region=PHASE,
        state=f"{opened.eyes.what_if(seq, chosen.id).partition('?')[0]}/state",
    )


@bp.get("/<int:seq>/<alternative>/state")
@access.allow("facilitator", "projector")
def state(exercise_id: str, number: int, seq: int, alternative: str) -> dict[str, object]:
    """What has changed for a page that waits: nothing but how far it has come."""
    opened = _opened(exercise_id, number)
    chosen = _alternative(opened, seq, alternative) if opened.numbers else None
    run = _runs().of(_key(opened, seq, chosen)) if chosen else None
    held = request.args.get("held", "").split(",")
    mark = mark_of(run.done, run.state) if run else "gone"
    html = render_template("debrief/_what_if_mark.html", region=PHASE, mark=mark)
    return {
        "team": opened.eyes.team_id,
        "after": 0,
        "seq": opened.record.state.seq,
        "again": AGAIN_MS if run and run.state == "running" else 0,
        "regions": [] if f"{PHASE}.{mark}" in held else [{"region": PHASE, "html": html}],
    }


def mark_of(done: int, state: str) -> str:
    """Changes when a page that waits should be made anew: every fifth pair, and at the end."""
    return f"{state}-{done // 5}"


def _alternatives(opened: Opened, seq: int) -> tuple[Alternative, ...]:
    """What can be tried; 404 where nobody would wonder."""
    if seq not in askable(opened.record.entries):
        abort(404)
    return alternatives(opened.record.plan, opened.record.entries, seq)


def _alternative(opened: Opened, seq: int, wanted: str) -> Alternative | None:
    return next((each for each in _alternatives(opened, seq) if each.id == wanted), None)


def _line(opened: Opened, seq: int) -> Line:
    """What happened at that moment, in words."""
    row = row_at(opened.record, seq, opened.eyes.audience)
    if row is None:
        abort(404)
    return line(opened.record, row, opened.eyes)


def _key(opened: Opened, seq: int, chosen: Alternative) -> Key:
    return opened.eyes.team_id, seq, chosen.id


def _closed(opened: Opened) -> Answer:
    return render_template("debrief/closed.html", opened=opened), 403


def _opened(exercise_id: str, number: int) -> Opened:
    screen = bool(request.args.get("screen")) or isinstance(access.current(), access.Projector)
    readings = cast(Readings, current_app.extensions[READINGS])
    found = for_leader(runtime(), readings, exercise_id, number, screen=screen)
    if found is None:
        abort(404)
    return found


def _runs() -> Runs:
    return cast(Runs, current_app.extensions[RUNS])
