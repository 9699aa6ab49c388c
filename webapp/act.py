"""The door for acts that needs no socket: a form, or JSON of the same shape."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from simulator.journal.store_contract import Receipt
from webapp import access, clock, landing, refusals
from webapp.acting import body_of, perform_sent
from webapp.kept import Kept, kept
from webapp.runtime import runtime
from webapp.security import tokens

bp = Blueprint("act", __name__)

CONFLICT, UNAVAILABLE = 409, 503


@bp.post("/act")
@access.allow("participant", "facilitator")
def act() -> Response | tuple[dict[str, object] | str, int]:
    """Do one command: ``command_id``, ``kind``, ``body``; facilitators name ``exercise`` too, and
    ``team`` if they mean one team. JSON gets the answer, a form gets its page back (303); if it
    was refused and somebody had written in it, it gets what was written back, and why."""
    sent = request.get_json(silent=True) if request.is_json else _form()
    if not isinstance(sent, dict):
        abort(400)
    receipt = _done(sent)
    answer = refusals.answer(receipt)
    if request.is_json:
        return answer, 200 if receipt.code is None else _status(receipt)
    following = landing.safe_next(request.form.get("next"))
    if receipt.code is None:
        return redirect(following, 303)
    fields = kept(request.form.to_dict(flat=False))
    if any(each.is_text for each in fields):
        return _kept(str(answer["text"]), fields, following), _status(receipt)
    flash(str(answer["text"]), "refusal")
    return redirect(following, 303)


def _kept(words: str, fields: list[Kept], following: str) -> str:
    """The page that gives back what was written; nothing typed is lost (A11)."""
    return render_template("errors/kept.html", words=words, fields=fields, next=following)


def _form() -> dict[str, object]:
    form = request.form
    return {
        "command_id": form.get("command_id") or tokens.new_id(),
        "kind": form.get("kind", ""),
        "exercise": form.get("exercise", ""),
        "team": form.get("team", ""),
        "briefed": form.get("briefed", ""),
        "body": body_of(form.to_dict(flat=False)),
    }


def _done(sent: dict[str, object]) -> Receipt:
    exercise_id = str(sent.get("exercise") or "")
    here = runtime()
    visitor = access.facing(here, request.cookies, exercise_id)
    if isinstance(visitor, access.Participant) and not here.presence.may_speak(
        visitor.id, clock.steady()
    ):
        return Receipt(0, code="too_fast")
    try:
        return perform_sent(here, visitor, sent, exercise_id)
    except PermissionError:
        abort(403)


def _status(receipt: Receipt) -> int:
    return UNAVAILABLE if receipt.code == "unavailable" else CONFLICT
