"""Prøvespill: rehearse a script before anybody meets, and see how it will run."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scenarios.behaviour.profiles import profiles
from scenarios.loader import Loaded
from scenarios.plan import Plan, plan_for
from simulator import ENGINE
from simulator.play.roster import ABSENCE, Roster, TeamFormed
from webapp import access
from webapp.gjennomgang.when import short
from webapp.i18n import language
from webapp.regions.library import ScenarioCard, card, cards, kommuner, loaded
from webapp.regions.render import Part, part
from webapp.regions.say import _, speaking
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.open import rehearsals
from webapp.rehearsing.result import Result, result
from webapp.rehearsing.row import RehearsalRow
from webapp.rehearsing.unit import Order
from webapp.rehearsing.words import PLAYERS
from webapp.runtime import runtime
from webapp.security import tokens
from webapp.views.live import changed, held_of
from webapp.views.pages import by_name

bp = Blueprint("rehearsal", __name__, url_prefix="/rehearsals")

RUNS = (10, 50, 200)


@dataclass(frozen=True, slots=True)
class Tried:
    """What is tried: a scenario of the library, or the one an exercise plays."""

    slug: str
    exercise_id: str
    loaded: Loaded
    cast: Cast
    """What an exercise has settled already: its kommune and barriers, and who is not there."""

    @property
    def absent(self) -> tuple[str, ...]:
        """Seats whose service this kommune does not have."""
        return tuple(seat for seat, _profile in self.cast.seats)

    def plan(self, format_name: str) -> Plan:
        """The plan of a format, in the reader's language where it has it."""
        return plan_for(self.loaded.scenario(_worded(self.loaded)), format_name)


@bp.get("")
@access.allow("facilitator")
def index() -> str:
    """What to try, and what was tried before."""
    return _page(_tried(request.args.get("scenario", ""), request.args.get("exercise", "")))


def _page(tried: Tried, error: str = "") -> str:
    queue, me = rehearsals(), access.account()
    wanted = request.values.get("format", "")
    shown = card(tried.loaded, language())
    return render_template(
        "rehearsal/index.html",
        tried=tried,
        card=shown,
        chosen=wanted if wanted in tried.loaded.scenario().formats else _usual(shown),
        seats=tried.loaded.scenario(_worded(tried.loaded)).seats,
        players=_players(),
        kommuner=kommuner(),
        earlier=[queue.standing(row) for row in queue.store.owned(me.id, tried.slug)],
        error=error,
        when=when,
    )


def _usual(shown: ScenarioCard) -> str:
    names = [each.name for each in shown.formats]
    return "90" if "90" in names else names[0]


@bp.post("")
@access.allow("facilitator")
def ask() -> Response | tuple[str, int]:
    """Put it in the queue and go to its page."""
    form = request.form
    tried = _tried(form.get("scenario", ""), form.get("exercise", ""))
    runs = form.get("runs", "")
    chosen = replace(
        tried.cast,
        players=form.get("players", ""),
        manned=tuple(seat for seat in form.getlist("manned") if seat not in tried.absent),
        kommune=form.get("kommune", ""),
    )
    try:
        chosen.check(tried.loaded, form.get("format", ""))
    except KeyError:
        abort(400)
    if not runs.isdecimal() or int(runs) not in RUNS or chosen.players not in _players():
        abort(400)
    order = Order(
        tried.loaded.document,
        tried.loaded.digest,
        form["format"],
        chosen,
        seed=1 + secrets.randbelow(1_000_000),
        runs=int(runs),
    )
    row = _row(tried, order)
    if not rehearsals().ask(row, order):
        enough = _("Du har tre prøvespill i gang. Vent til ett er ferdig, eller stopp et.")
        return _page(tried, enough), 429
    return redirect(url_for("rehearsal.show", rehearsal_id=row.id), 303)


def _row(tried: Tried, order: Order) -> RehearsalRow:
    now, queue = runtime().wall(), rehearsals()
    return RehearsalRow(
        id=tokens.new_id(),
        owner_id=access.account().id,
        exercise_id=tried.exercise_id or None,
        slug=tried.slug,
        digest=order.digest,
        format=order.format,
        cast=json.dumps(order.cast.data()),
        seed=order.seed,
        runs=order.runs,
        engine=ENGINE,
        state="queued",
        done=0,
        place=queue.place,
        asked_wall=now,
        beat_wall=now,
    )


@bp.get("/<rehearsal_id>")
@access.allow("facilitator")
def show(rehearsal_id: str) -> str:
    """How far it is; once it is done, what it shows."""
    row = _mine(rehearsal_id)
    tried = _tried_by(row)
    return render_template(
        "rehearsal/show.html",
        row=row,
        tried=tried,
        title=tried.loaded.scenario(_worded(tried.loaded)).title,
        plan=tried.plan(row.format),
        players=_players(),
        kommuner=kommuner(),
        parts=by_name(_parts(row)),
        result=_result(row, tried),
        follow=bool(request.args.get("follow")),
        newer=tried.loaded.digest != row.digest,
        engine=ENGINE,
        when=when,
    )


@bp.get("/<rehearsal_id>/regions")
@access.allow("facilitator")
def regions(rehearsal_id: str) -> dict[str, object]:
    """The parts that have changed since the page was made."""
    row = _mine(rehearsal_id)
    return changed(row.id, row.done, _parts(row), held_of(request.args.get("held", "")))


@bp.post("/<rehearsal_id>/cancel")
@access.allow("facilitator")
def cancel(rehearsal_id: str) -> Response:
    """Stop it."""
    rehearsals().cancel(_mine(rehearsal_id).id)
    return redirect(url_for("rehearsal.show", rehearsal_id=rehearsal_id), 303)


@bp.post("/<rehearsal_id>/delete")
@access.allow("facilitator")
def delete(rehearsal_id: str) -> Response:
    """Forget it."""
    row = _mine(rehearsal_id)
    rehearsals().cancel(row.id)
    rehearsals().store.delete(row.id)
    back = url_for("rehearsal.index", scenario=row.slug, exercise=row.exercise_id)
    return redirect(back, 303)


def _mine(rehearsal_id: str) -> RehearsalRow:
    """A rehearsal of whoever asks; 404 for anybody else's."""
    row = rehearsals().store.get(rehearsal_id)
    if row is None or row.owner_id != access.account().id:
        abort(404)
    return rehearsals().standing(row)


def _parts(row: RehearsalRow) -> list[Part]:
    with speaking():
        ahead = rehearsals().ahead(row.id)
        about = {"row": row, "ahead": ahead, "percent": row.done * 100 // row.runs}
        return [
            part("progress", "rehearsal/_progress.html", about),
            part("outcome", "rehearsal/_outcome.html", row),
        ]


def _result(row: RehearsalRow, tried: Tried) -> Result | None:
    tally = row.told
    if tally is None or tried.loaded.digest != row.digest:
        return None
    with speaking():
        return result(tried.plan(row.format), tally, row.chosen)


def _tried(slug: str, exercise_id: str) -> Tried:
    """What is asked about; 404 if it is not in the library, or not this account's exercise."""
    here, playable = runtime(), [each.slug for each in cards(language())]
    if exercise_id:
        if not access.leads(here, access.account(), exercise_id):
            abort(404)
        found = here.loaded(exercise_id)
        slug = found.scenario().slug
        with here.lock:
            team = here.store.teams(exercise_id)[0]
            formed = here.conduct.state(team.id)[Roster].formed
        return Tried(slug, exercise_id, found, _settled(formed) if formed else Cast())
    if slug not in playable:
        abort(404)
    return Tried(slug, "", loaded(slug), Cast())


def _settled(formed: TeamFormed) -> Cast:
    absent = tuple((seat, name) for seat, name in formed.profiles.items() if name == ABSENCE)
    return Cast(seats=absent, kommune=formed.kommune, barriers=tuple(formed.barriers.items()))


def _tried_by(row: RehearsalRow) -> Tried:
    return _tried(row.slug, row.exercise_id or "")


def _players() -> dict[str, tuple[str, str]]:
    """The profiles there are words for, with these."""
    return {name: words for name, words in PLAYERS.items() if name in profiles().traits}


def when(wall_ms: int) -> str:
    """A wall stamp as a day and an hour where the server stands."""
    return short(datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone())


def _worded(each: Loaded) -> str:
    return language() if language() in each.languages else each.languages[0]
