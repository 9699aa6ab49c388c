"""Drafts on the server: what somebody was writing follows them to a new phone (A3, A11)."""

from __future__ import annotations

from flask import Blueprint, abort, g, request

from webapp import access
from webapp.notebook.open import notebook
from webapp.runtime import runtime
from webapp.security import realdata

bp = Blueprint("drafts", __name__)

LONGEST_KEY, LONGEST_TEXT = 120, 8_000


def draft_of(about: str) -> str:
    """What the participant had begun to write about this; '' if nothing."""
    if "drafts" not in g:
        g.drafts = notebook().drafts(access.participant().id)
    return str(g.drafts.get(about, ""))


@bp.post("/drafts")
@access.allow("participant")
def save() -> tuple[dict[str, bool], int]:
    """Keep ``{about, text}``; an empty text drops it. Real people's data are not kept (C11)."""
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        abort(400)
    about, text = str(sent.get("about", "")), str(sent.get("text", ""))
    if not 0 < len(about) <= LONGEST_KEY or len(text) > LONGEST_TEXT:
        abort(400)
    kept = realdata.found_in(text) is None
    if kept:
        notebook().save_draft(access.participant().id, about, text, runtime().wall())
    return {"kept": kept}, 200
