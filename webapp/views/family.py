"""The page of a person who plays the child or a parent: asked, willing, and free to stop."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.play.family import Family
from webapp import access, refusals
from webapp.acting import perform
from webapp.i18n import language
from webapp.regions import family as region
from webapp.regions import leave
from webapp.regions.look import look
from webapp.regions.render import Part, Region, render
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.runtime import runtime
from webapp.security import tokens
from webapp.views.live import changed, held_of
from webapp.views.pages import SERIOUS, by_name

bp = Blueprint("family", __name__, url_prefix="/family")


@bp.get("")
@access.allow("lobby")
def show() -> str:
    """What one has been asked to play, and who waits for an answer."""
    me = access.participant()
    sight, parts = _shown(["family"])
    family = sight.state[Family]
    asked, mine = family.asks(me.id), family.parts_of(me.id)
    return render_template(
        "family/show.html",
        title=_("Barnet og foreldrene"),
        asked=[(giver, leave.whom(sight, giver)) for giver in asked],
        mine=[(giver, leave.whom(sight, giver)) for giver in mine],
        parts=by_name(parts) if mine else None,
        seq=sight.state.seq,
        heavy=_is_heavy(sight),
        support=runtime().room.room(me.exercise_id).support,
    )


@bp.get("/regions")
@access.allow("lobby")
def regions() -> dict[str, object]:
    """Who waits for an answer now."""
    me, held = access.participant(), held_of(request.args.get("held", ""))
    sight, parts = _shown(held)
    return changed(me.team_id, sight.state.seq, parts, held) | {"again": 0}


@bp.post("/reply")
@access.allow("lobby")
def reply() -> Response:
    """Yes or no to playing; a no also stops it. No reason is asked."""
    here, me = runtime(), access.participant()
    yes = request.form.get("says") == "yes"
    kind = "family.accept" if yes else "family.leave"
    body = {"giver": request.form.get("giver", "")}
    receipt = perform(here, me, kind, body, tokens.new_id())
    if receipt.code is not None:
        flash(refusals.in_words(receipt.code, receipt.about), "refusal")
    elif yes and me.state == "lobby":
        with here.lock:
            here.room.change(me.id, state="in")
    return redirect(url_for("family.show"), 303)


@bp.get("/answer/<what>/<ref>")
@access.allow("participant")
def answer(what: str, ref: str) -> str | Response:
    """The form for own words, and for a yes to some of it."""
    me = access.participant()
    sight, _parts = _shown([])
    mine = region.own(sight, me.id).family
    found = region.find(mine, what, ref)
    if found is None:
        return redirect(url_for("family.show"), 303)
    return form_page(found, back=url_for("family.show"))


def form_page(one: region.Waiting, *, back: str, exercise: str = "", team: str = "") -> str:
    """The page on which one answers with own words, for whoever plays."""
    kind = "family.speak" if one.what == "listening" else "consent.answer"
    return render_template(
        "family/answer.html", one=one, kind=kind, back=back, exercise=exercise, team=team
    )


@bp.get("/note/<giver>")
@access.allow("participant")
def note(giver: str) -> str | Response:
    """The form for a line in the stafettlogg, in the words of whoever one plays."""
    me = access.participant()
    sight, _parts = _shown([])
    mine = region.own(sight, me.id).family
    page = note_page(mine, giver, back=url_for("family.show"))
    return page or redirect(url_for("family.show"), 303)


def note_page(
    view: region.FamilyView, giver: str, *, back: str, exercise: str = "", team: str = ""
) -> str:
    """The page on which child or parents write in the log; '' where they cannot."""
    part = next((each for each in view.parts if each.giver == giver), None)
    if part is None or view.log is None or view.over:
        return ""
    return render_template(
        "family/note.html",
        giver=giver,
        who=part.name,
        log=view.log,
        back=back,
        exercise=exercise,
        team=team,
    )


def _shown(names: Iterable[str]) -> tuple[Sight, list[Part]]:
    here, me = runtime(), access.participant()
    with here.lock:
        sight = look(here, me.team_id, language())
        return sight, render(sight, names, {"family": _region(me.id)})


def _region(participant: str) -> Region:
    return Region(lambda sight, _about: region.own(sight, participant), "family/_part.html")


def _is_heavy(sight: Sight) -> bool:
    most = max((each.content_class for each in sight.plan.injects.values()), default=0)
    return min(most, sight.plan.format.content_class) >= SERIOUS
