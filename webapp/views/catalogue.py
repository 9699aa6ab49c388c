"""The role catalogue and its words: for whoever plays, and for whoever leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, abort, render_template, url_for

from webapp import access
from webapp.i18n import language
from webapp.regions import storytime
from webapp.regions.catalogue import chapters, role_card, shelves
from webapp.regions.look import look
from webapp.regions.way import steps
from webapp.runtime import runtime
from webapp.views.pages import Page, page

bp = Blueprint("catalogue", __name__, url_prefix="/catalogue")

SEAT, LIBRARY = "catalogue/_on_seat.html", "catalogue/_apart.html"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the frame around the page, the day whose rules count, and the way back.

    ``page`` is the seat's own, None for somebody without a seat; ``mine`` are the seat's roles.
    """

    shell: str
    on: date
    back: str
    page: Page | None = None
    mine: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day whose rules count, in words."""
        return storytime.with_year(self.on)


@bp.get("")
@access.allow("participant", "facilitator")
def index() -> str:
    """Every role, by sector."""
    me = _reader()
    return _shown("index", me, shelves=shelves(language(), me.on, me.mine))


@bp.get("/roles/<role_id>")
@access.allow("participant", "facilitator")
def role(role_id: str) -> str:
    """One role: what it is there for, can, cannot, owes, and whom it hands over to."""
    me = _reader()
    found = role_card(role_id, language(), me.on, me.mine)
    if found is None:
        abort(404)
    return _shown("role", me, view=found)


@bp.get("/words")
@access.allow("participant", "facilitator")
def words() -> str:
    """The words that are easily mixed up."""
    me = _reader()
    return _shown("words", me, groups=chapters(language(), me.on))


@bp.get("/way")
@access.allow("participant", "facilitator")
def way() -> str:
    """The way from worry to coordinated follow-up, step by step."""
    return _shown("way", _reader(), steps=steps())


def _shown(name: str, me: Reader, **view: Any) -> str:
    return render_template(f"catalogue/{name}.html", me=me, page=me.page, shell=me.shell, **view)


def _reader() -> Reader:
    """A seat reads the rules of its story's day; whoever leads reads today's."""
    here, visitor = runtime(), access.current()
    if not isinstance(visitor, access.Participant):
        today = datetime.fromtimestamp(here.wall() / 1_000, UTC).date()
        return Reader(LIBRARY, today, url_for("library.index"))
    if visitor.seat_id is None:
        with here.lock:
            day = look(here, visitor.team_id, language()).moment.date()
        return Reader(LIBRARY, day, url_for("desk.index"))
    shown = page()
    return Reader(
        SEAT,
        shown.sight.moment.date(),
        url_for("desk.index", place="team"),
        shown,
        tuple(shown.sight.plan.seats[shown.sight.seat].roles),
    )
