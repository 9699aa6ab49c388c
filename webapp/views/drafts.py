"""Drafts on the server: what somebody was writing follows them to a new phone (A3, A11)."""

from __future__ import annotations

from flask import Blueprint, abort, g, request

from webapp import access
from webapp.acting import name_of
from webapp.notebook.open import notebook
from webapp.runtime import runtime
from webapp.security import realdata

bp = Blueprint("drafts", __name__)

LONGEST_KEY, LONGEST_TEXT, LONGEST_ID = 120, 8_000, 80


def draft_of(about: str) -> str:
    """What the participant had begun to write about this; '' if nothing."""
    if "drafts" not in g:
        g.drafts = notebook().drafts(access.participant().id)
    return str(g.drafts.get(about, ""))


@bp.post("/drafts")
@access.allow("participant")
def save() -> tuple[dict[str, bool], int]:
    """Keep ``{about, text, command_id}``; an empty text drops it. It is shown until the act of
    that command id is stored. Real people's data are not kept (C11)."""
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        abort(400)
    about, text = str(sent.get("about", "")), str(sent.get("text", ""))
    act = str(sent.get("command_id") or "")
    if not 0 < len(about) <= LONGEST_KEY or len(text) > LONGEST_TEXT or len(act) > LONGEST_ID:
        abort(400)
    kept = realdata.found_in(text) is None
    if kept:
        me = access.participant()
        sent_as = name_of(me, act) if act else None
        notebook().save_draft(me.id, about, text, runtime().wall(), sent_as)
    return {"kept": kept}, 200
