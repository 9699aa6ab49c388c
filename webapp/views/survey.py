"""Selvrapport on a phone, before and after play: nine statements, all of which may be skipped.

That somebody has answered is kept with the person and without a time; what they answered goes into
the journal as nobody's (:mod:`simulator.play.survey`).
"""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scenarios.survey import LEAST, MOST, Theme, items
from simulator.play.clock import Clock
from simulator.play.kernel import ANONYMOUS
from simulator.play.survey import AnswerSurvey, When
from webapp import access
from webapp.gjennomgang.five_r import in_language
from webapp.i18n import language
from webapp.notebook.open import notebook
from webapp.regions.say import _
from webapp.runtime import runtime
from webapp.security import tokens
from webapp.views.pages import Page, page

bp = Blueprint("survey", __name__, url_prefix="/survey")


@bp.get("")
@access.allow("participant")
def show() -> str | Response:
    """The statements, or thanks for the answer."""
    shown = page()
    when = _when(shown)
    if not when:
        return redirect(url_for("desk.index"), 303)
    groups = [(_theme(theme), _said(theme)) for theme in ("clarity", "cooperation", "safety")]
    return render_template(
        "desk/survey.html", page=shown, when=when, groups=groups, steps=_steps(), done=done(when)
    )


@bp.post("")
@access.allow("participant")
def answer() -> Response:
    """Keep the answers as nobody's, and that this person has answered."""
    when = _when(page())
    given = {item.id: _step(request.form.get(item.id, "")) for item in items()}
    answers = {item: step for item, step in given.items() if step}
    me = access.participant()
    if when and answers and notebook().answers_now(me.id, _about(when)):
        command = AnswerSurvey(when, answers)
        runtime().conduct.handle(me.team_id, ANONYMOUS, command, tokens.new_id())
    return redirect(url_for("after.show" if when == "after" else "before.show"), 303)


def done(when: When) -> bool:
    """Whether the person who asks has answered."""
    return notebook().has_answered(access.participant().id, _about(when))


def _about(when: When) -> str:
    return f"survey-{when}"


def _when(shown: Page) -> When | None:
    phase = shown.sight.state[Clock].phase
    return "before" if phase == "lobby" else "after" if phase == "over" else None


def _step(sent: str) -> int:
    return int(sent) if sent.isdecimal() and LEAST <= int(sent) <= MOST else 0


def _theme(theme: str) -> str:
    return {
        "clarity": _("Hvem gjør hva"),
        "cooperation": _("Samarbeidet"),
        "safety": _("Å si det som det er"),
    }[theme]


def _said(theme: Theme) -> list[tuple[str, str]]:
    return [
        (each.id, in_language(each.text, language())) for each in items() if each.theme == theme
    ]


def _steps() -> list[tuple[str, str]]:
    words = (_("Stemmer ikke"), _("Stemmer litt"), _("Stemmer ganske godt"), _("Stemmer helt"))
    return [(str(LEAST + place), word) for place, word in enumerate(words)]
