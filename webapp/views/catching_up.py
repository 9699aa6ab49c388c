"""'Slik står det nå': the card for who came to a seat, or back to it, in the middle of play."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.regions.catchup import catchup
from webapp.runtime import runtime
from webapp.views import coming
from webapp.views.desk import bp
from webapp.views.pages import page
from webapp.views.tapping import asked


@bp.get("/catchup", endpoint="catchup")
@access.allow("participant")
def show() -> str:
    """The card, as things stand now; at any time."""
    shown = page()
    with runtime().lock:
        card = catchup(shown.sight)
    return render_template("desk/catchup.html", page=shown, card=card)


@bp.post("/catchup", endpoint="caught_up")
@access.allow("participant")
def read() -> Response:
    """The card has been read; it can be read again from the menu. If the system plays the seat,
    it is its person's again from now."""
    if coming.is_stood_in(page().sight):
        asked("seat.return", {})
    coming.put_away(page().sight, access.participant())
    return redirect(url_for("desk.index"), 303)
