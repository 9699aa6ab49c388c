"""Mitt kart, once play is over: to read, to print, and as a text to take home."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from simulator.play.clock import Clock
from webapp import access
from webapp.regions.my_map import my_map
from webapp.runtime import runtime
from webapp.views.pages import Page, page

bp = Blueprint("map", __name__, url_prefix="/map")

FILE = "mitt-kart.txt"


@bp.get("")
@access.allow("participant")
def show() -> str | Answer:
    """The map."""
    shown = page()
    if not _is_over(shown):
        return redirect(url_for("desk.index"), 303)
    with runtime().lock:
        made = my_map(shown.sight)
    return render_template("desk/map.html", page=shown, map=made)


@bp.get("/file")
@access.allow("participant")
def file() -> Response:
    """The same as a text file, which every phone can keep and print."""
    shown = page()
    if not _is_over(shown):
        abort(404)
    with runtime().lock:
        made = my_map(shown.sight)
    text = render_template("desk/map.txt", page=shown, map=made)
    answer = make_response(text)
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return answer


def _is_over(shown: Page) -> bool:
    return shown.sight.state[Clock].phase == "over"
