"""«Kan jeg dele dette?» as a page: one card, one receiver, no answer."""

from __future__ import annotations

from flask import abort, render_template, request, url_for

from webapp import access
from webapp.i18n import language
from webapp.regions.may_share import may_share
from webapp.views.desk import bp, others
from webapp.views.pages import page


@bp.get("/cards/<fact>", endpoint="may_share")
@access.allow("participant")
def may_share_page(fact: str) -> str:
    """What there is to know before sharing a card; ``to`` is the receiver one thinks of."""
    shown = page()
    to = request.args.get("to", "")
    known = to if to in shown.sight.plan.seats and to != shown.sight.seat else ""
    found = may_share(shown.sight, fact, known, language())
    if found is None:
        abort(404)
    return render_template(
        "desk/may_share.html",
        page=shown,
        view=found,
        fact=fact,
        to=known,
        people=others(shown.sight),
        may_ask=shown.sight.offers("consent"),
        back=url_for("desk.index", place="role"),
    )
