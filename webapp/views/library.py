"""The library: where a facilitator picks a scenario and makes an exercise of it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.casting import Casting
from webapp import access, standing_in
from webapp.i18n import language
from webapp.join.numbers import grouped
from webapp.opening import open_exercise
from webapp.regions.library import FormatCard, cards, exercises, kommuner, loaded
from webapp.regions.say import _
from webapp.runtime import runtime

bp = Blueprint("library", __name__, url_prefix="/library")

MOST_TEAMS = 100
MOST_PEOPLE = 16
NAME_CHARS = 80
TALKED = "diskusjon"
"""What the form sends for an exercise that is talked through."""


@bp.get("")
@access.allow("facilitator")
def index() -> str:
    """Scenarios, and one's own exercises."""
    return _page({}, {})


def _page(errors: dict[str, str], asked: dict[str, str]) -> str:
    here, me = runtime(), access.account()
    return render_template(
        "library/index.html",
        cards=cards(language()),
        exercises=exercises(here, here.room.owned(me.id)),
        errors=errors,
        asked=asked,
        kommuner=kommuner(),
        grouped=grouped,
    )


@bp.post("")
@access.allow("facilitator")
def create() -> Response | tuple[str, int]:
    """Make an exercise and go to its console; or the form again, with what is missing."""
    form = request.form
    chosen = _chosen(form.get("play", ""))
    teams, people = _number("teams", 1, MOST_TEAMS), _number("people", 0, MOST_PEOPLE)
    support, kommune = form.get("support", "").strip()[:NAME_CHARS], form.get("kommune", "")
    errors: dict[str, str] = {}
    if chosen is None:
        errors["play"] = _("Velg hva dere vil spille.")
    elif chosen[1].solo and form.get("form") == TALKED:
        errors["form"] = _(
            "Den som er alene, har ingen å diskutere med. Velg spilløvelse eller en annen variant."
        )
    elif chosen[1].needs_support and not support:
        errors["support"] = _(
            "Denne varianten har en akutt kveld. Skriv hvem deltakerne kan snakke med, "
            "så kan du lage øvelsen."
        )
    if teams is None:
        errors["teams"] = _("Skriv et tall fra 1 til %(most)s.", most=MOST_TEAMS)
    if people is None:
        errors["people"] = _("Skriv et tall fra 1 til %(most)s, eller la det stå tomt.", most=16)
    if errors or chosen is None or teams is None or people is None:
        return _page(errors, dict(form) | {"absent": " ".join(form.getlist("absent"))}), 422
    slug, card = chosen
    talked = form.get("form") == TALKED
    room = open_exercise(
        runtime(),
        loaded(slug),
        card.name,
        owner_id=access.account().id,
        teams=teams,
        people=people,
        mode="coached" if form.get("mode") == "coached" else "measured",
        support=support,
        absent=_absent(slug),
        casting=Casting(kommune=kommune if kommune in kommuner() else ""),
        form="diskusjon" if talked else "spill",
    )
    if not talked:
        standing_in.choose(room.exercise_id, form.get("stand_in", ""))
    return redirect(url_for("console.show", exercise_id=room.exercise_id), 303)


def _absent(slug: str) -> list[str]:
    """The services of the chosen scenario that this kommune is said not to have."""
    known = next(card.may_lack for card in cards(language()) if card.slug == slug)
    asked = request.form.getlist("absent")
    return [seat for seat, _name in known if f"{slug}:{seat}" in asked]


def _chosen(play: str) -> tuple[str, FormatCard] | None:
    """Scenario and format of ``slug:format``."""
    slug, _colon, name = play.partition(":")
    for card in cards(language()):
        for each in card.formats:
            if (card.slug, each.name) == (slug, name):
                return slug, each
    return None


def _number(field: str, least: int, most: int) -> int | None:
    """A number from the form, ``least`` where it is empty; None if it is out of range."""
    said = request.form.get(field, "").strip()
    if not said:
        return least
    return int(said) if said.isdecimal() and least <= int(said) <= most else None
