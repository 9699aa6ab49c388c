"""The regions that have changed since a page was made: the truth that a socket only hints at."""

from __future__ import annotations

from flask import Blueprint, request

from webapp import access
from webapp.regions import storytime
from webapp.regions.render import Part, render
from webapp.runtime import runtime
from webapp.views.pages import seat_sight

bp = Blueprint("regions", __name__)

MOST = 40
"""Regions one page may ask for."""


@bp.get("/regions")
@access.allow("participant")
def show() -> dict[str, object]:
    """Regions changed since ``after``; ``held`` lists what the page holds, ``name.mark,…``.

    A region whose mark is still right is left out. Forms are never in one.
    """
    here, me, held = runtime(), access.participant(), held_of(request.args.get("held", ""))
    with here.lock:
        sight = seat_sight(here, me)
        parts = render(sight, held)
        seq = sight.state.seq
        again = storytime.again_ms(sight)
    return changed(me.team_id, seq, parts, held) | {"again": again}


def changed(team: str, seq: int, parts: list[Part], held: dict[str, str]) -> dict[str, object]:
    """The answer: what differs from what the page holds."""
    after = request.args.get("after", "0")
    return {
        "team": team,
        "after": int(after) if after.isdecimal() else 0,
        "seq": seq,
        "regions": [
            {"region": part.name, "html": part.html}
            for part in parts
            if held.get(part.name) != part.mark
        ],
    }


def held_of(said: str) -> dict[str, str]:
    """Region name → mark, from ``inbox.0123456789,role.…``."""
    pairs = (each.rpartition(".") for each in said.split(",")[:MOST])
    return {name: mark for name, dot, mark in pairs if dot and name}
