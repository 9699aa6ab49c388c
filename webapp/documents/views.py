"""The page of documents, and the files. For whoever leads alone, once the analysis is open (B2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Blueprint, abort, current_app, render_template
from werkzeug.wrappers import Response

from debrief.documents.model import Language
from scenarios.plan import Plan
from webapp import access
from webapp.documents.eyes import Reading
from webapp.documents.file import as_file
from webapp.documents.making import composed
from webapp.gjennomgang import pages
from webapp.gjennomgang.opened import Opened, for_leader
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS
from webapp.improvement.open import plan
from webapp.regions.say import _
from webapp.runtime import runtime

bp = Blueprint(
    "documents", __name__, url_prefix="/gjennomgang/<exercise_id>/<int:number>/documents"
)

Answer = Response | str | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that can be taken out, and the forms that it comes in."""

    name: str
    title: str
    about: str
    forms: tuple[str, ...]


@bp.get("")
@access.allow("facilitator")
def index(exercise_id: str, number: int) -> Answer:
    """What there is to take out, for one team."""
    opened = _opened(exercise_id, number)
    if not opened.numbers:
        return _closed(opened)
    return render_template(
        "debrief/pages/documents.html",
        opened=opened,
        doors=pages.doors(opened),
        here="documents",
        offers=_offers(opened.record.plan),
    )


@bp.get("/<name>.<form>")
@access.allow("facilitator")
def file(exercise_id: str, number: int, name: str, form: str) -> Answer:
    """One of them, as a file."""
    opened = _opened(exercise_id, number)
    if not opened.numbers:
        return _closed(opened)
    made = composed(opened.record.plan).get((name, form))
    if made is None:
        abort(404)
    agreed = tuple(plan().rows(exercise_id, number))
    reading = Reading(opened.record, cast(Language, opened.lang), agreed)
    return as_file(made(reading), form, f"samspill-{name}-{number}")


def _offers(plan: Plan) -> tuple[Offer, ...]:
    there = dict.fromkeys(name for name, _form in composed(plan))
    return tuple(
        Offer(name, *_words()[name], tuple(form for each, form in composed(plan) if each == name))
        for name in there
    )


def _words() -> dict[str, tuple[str, str]]:
    """What each document is called, and for whom it is."""
    return {
        "minutes": (
            _("Referat"),
            _("Til alle som var med: hva dere snakket om, ble enige om, og lot stå åpent."),
        ),
        "one-page": (
            _("Resultat på én side"),
            _("Til laget: barnets linje, tre øyeblikk, ett tall, de fem R-ene og et spørsmål."),
        ),
        "report": (
            _("Evalueringsrapport"),
            _("Til ledere og internkontroll: funn med grunnlag, grenser og kilder. Ingen navn."),
        ),
        "impressions": (
            _("Førsteinntrykk"),
            _("Til deg: det folk skrev rett etter spillet. Uten navn, men les før du sender."),
        ),
        "plan": (
            _("Forbedringsplan"),
            _("Til å arbeide videre med: hva dere så, hva dere gjør, hvem, og når dere ser etter."),
        ),
        "log": (
            _("Logg"),
            _("Til deg: alt laget kan se på tidslinjen, rad for rad, også det folk skrev."),
        ),
    }


def _opened(exercise_id: str, number: int) -> Opened:
    readings = cast(Readings, current_app.extensions[READINGS])
    found = for_leader(runtime(), readings, exercise_id, number, screen=False)
    if found is None:
        abort(404)
    return found


def _closed(opened: Opened) -> tuple[str, int]:
    return render_template("debrief/closed.html", opened=opened), 403
