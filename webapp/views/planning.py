"""Planen and its views: one plan, told for whoever reads it."""

from __future__ import annotations

from flask import abort, render_template, request

from simulator.play.planned import CarePlan
from webapp import access
from webapp.regions import care_plan, child
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.team import colleague
from webapp.views.desk import bp, others
from webapp.views.pages import page

REGIONS = {
    "planen": "plan",
    "min-sak": "plan-mine",
    "stafettlogg": "plan-log",
    "individuell-plan": "plan-ip",
    "referat": "plan-minutes",
}
"""View, as the address names it → the region that shows it."""


@bp.get("/plan")
@access.allow("participant")
def plan() -> str:
    """One view of the plan; ``view`` says which."""
    view = request.args.get("view", "planen")
    if view not in REGIONS:
        abort(404)
    shown = page([REGIONS[view]])
    if not shown.sight.offers("plan"):
        abort(404)
    views = titles()
    return render_template(
        "desk/plan/page.html",
        page=shown,
        view=view,
        views=list(views.items()),
        title=views[view],
        region=REGIONS[view],
    )


def titles() -> dict[str, str]:
    """What each view is called."""
    return {
        "planen": _("Planen"),
        "min-sak": _("Min sak"),
        "stafettlogg": _("Stafettlogg"),
        "individuell-plan": _("Individuell plan"),
        "referat": _("Referat"),
    }


FORMS = frozenset({"goal", "measure", "remeasure", "evaluate"})
"""Verbs of the plan."""


def form(sight: Sight, verb: str, about: str) -> dict[str, object]:
    """What a form of the plan needs: the goal or measure it is about, words the seat has heard.

    404 for a goal or measure that the seat does not know.
    """
    if verb not in FORMS:
        return {}
    plan, inside = sight.state[CarePlan], care_plan.reads(sight)
    goal = plan.goals.get(about) if inside and verb in ("goal", "measure") else None
    measure = plan.measures.get(about) if inside and verb in ("remeasure", "evaluate") else None
    if (goal is None and (about or verb == "measure")) and verb in ("goal", "measure"):
        abort(404)
    if verb in ("remeasure", "evaluate") and (measure is None or not measure.live):
        abort(404)
    heard = child.child(sight).heard
    return {
        "goal": goal,
        "measure": measure,
        "my_words": [each for each in heard if each.text and not each.silence],
        "everybody": [colleague(sight, sight.seat), *others(sight)],
        "effects": [(code, care_plan.effect(code)) for code in care_plan.EFFECTS],
        "verdicts": [(code, care_plan.verdict(code)) for code in care_plan.VERDICTS],
    }
