"""Acts that need no words: one form on every page, its buttons anywhere, also inside regions."""

from __future__ import annotations

from urllib.parse import parse_qs

from flask import abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from simulator.journal.store_contract import Receipt
from webapp import access, clock, landing, refusals
from webapp.acting import body_of, perform
from webapp.regions.say import _
from webapp.runtime import runtime
from webapp.security import tokens
from webapp.views.desk import bp


@bp.post("/tap")
@access.allow("participant")
def tap() -> Response:
    """Do what the button says: ``tap`` is a query string with the command's kind and fields."""
    said = parse_qs(request.form.get("tap", ""), keep_blank_values=True)
    kind = said.pop("kind", [""])[0]
    body = body_of({f"body.{name}": values for name, values in said.items()})
    asked(kind, body)
    return redirect(landing.safe_next(request.form.get("next")), 303)


@bp.post("/open")
@access.allow("participant")
def open_item() -> Response:
    """Open an item: it counts as seen from now."""
    item = request.form.get("item", "")
    receipt = do("item.see", {"item": item})
    if receipt.code == "not_in_your_inbox":
        abort(404)
    return redirect(url_for("desk.item", item_id=item), 303)


@bp.post("/touched")
@access.allow("participant")
def touched() -> Response:
    """'Dette berører meg': only the øvingsleder is told."""
    if asked("care.touched", {}):
        flash(_("Øvingslederen har fått vite det, og tar kontakt med deg."), "done")
    return redirect(url_for("desk.help_page"), 303)


def asked(kind: str, body: object, command_id: str = "") -> bool:
    """Do it, and tell the person if it was refused."""
    receipt = do(kind, body, command_id)
    if receipt.code is not None:
        flash(refusals.in_words(receipt.code, receipt.about), "refusal")
    return receipt.code is None


def do(kind: str, body: object, command_id: str = "") -> Receipt:
    """One command of the participant who asks."""
    here, me = runtime(), access.participant()
    if not here.presence.may_speak(me.id, clock.steady()):
        return Receipt(0, code="too_fast")
    return perform(here, me, kind, body, command_id or tokens.new_id())
