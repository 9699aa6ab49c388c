"""What the øvingsleder does from the console, by form: start, taps, ad hoc injects, notes."""

from __future__ import annotations

from urllib.parse import parse_qs

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from simulator.journal.store_contract import Receipt
from webapp import access, fanout, landing, refusals, standing_in
from webapp.acting import body_of, perform
from webapp.notebook.open import notebook
from webapp.notebook.store import NoteRow
from webapp.regions.say import _
from webapp.runtime import runtime
from webapp.security import realdata, tokens
from webapp.views.console import bp

NOTE_CHARS = 1_000
SUPPORT_CHARS = 80


@bp.post("/tap")
@access.allow("facilitator")
def tap(exercise_id: str) -> Response:
    """Do what a control says; ``@team`` in it names one team, else all."""
    said = parse_qs(request.form.get("tap", ""), keep_blank_values=True)
    kind = said.pop("kind", [""])[0]
    team = said.pop("@team", [""])[0]
    body = body_of({f"body.{name}": values for name, values in said.items()})
    _told(_do(exercise_id, kind, body, team))
    return _back(exercise_id)


@bp.post("/start")
@access.allow("facilitator")
def start(exercise_id: str) -> Response:
    """Begin to play, once 'Før vi starter' has been read aloud."""
    _told(_do(exercise_id, "play.start", {}, "", briefed=bool(request.form.get("briefed"))))
    return _back(exercise_id)


@bp.post("/support")
@access.allow("facilitator")
def support(exercise_id: str) -> Response:
    """Name whom people can talk to here: shown before play, in a pause and after. What is acute
    does not play without somebody (decision 18), so a name can be changed, not taken away."""
    said = " ".join(request.form.get("support", "").split())[:SUPPORT_CHARS]
    if said:
        runtime().room.set_support(exercise_id, said)
        flash(_("Alle finner nå %(name)s under Hjelp.", name=said), "done")
    else:
        flash(_("Skriv hvem de kan snakke med."), "refusal")
    return _back(exercise_id)


@bp.post("/standing-in")
@access.allow("facilitator")
def stand_in(exercise_id: str) -> Response:
    """After how long the system plays a seat that stands empty, or that it never does."""
    standing_in.choose(exercise_id, request.form.get("stand_in", ""))
    return _back(exercise_id)


@bp.post("/note")
@access.allow("facilitator")
def note(exercise_id: str) -> Response:
    """Write a note in the log; nobody else sees it."""
    here, text = runtime(), " ".join(request.form.get("text", "").split())[:NOTE_CHARS]
    if realdata.found_in(text) is not None:
        flash(_("Det ser ut som ekte opplysninger. Notatet er ikke lagret."), "refusal")
    elif text:
        team = request.form.get("team", "0")
        row = NoteRow(
            id=tokens.new_id(),
            exercise_id=exercise_id,
            team_number=int(team) if team.isdecimal() else 0,
            at_ms=here.conduct.now(exercise_id),
            written_wall=here.wall(),
            text=text,
        )
        notebook().write(row)
        fanout.announce([here.store.teams(exercise_id)[0].id])
    return _back(exercise_id)


def _do(exercise_id: str, kind: str, body: object, team: str, *, briefed: bool = False) -> Receipt:
    here, me = runtime(), access.account()
    command_id = request.form.get("command_id") or tokens.new_id()
    return perform(
        here,
        me,
        kind,
        body,
        command_id,
        exercise_id=exercise_id,
        team_id=team,
        briefed=briefed,
    )


def _told(receipt: Receipt) -> None:
    if receipt.code is not None:
        flash(refusals.in_words(receipt.code, receipt.about), "refusal")


def _back(exercise_id: str) -> Response:
    wanted = request.form.get("next")
    home = url_for("console.show", exercise_id=exercise_id)
    return redirect(landing.safe_next(wanted) if wanted else home, 303)
