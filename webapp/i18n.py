"""Which language a page speaks: the person's own choice, then the browser's, then bokmål.

Texts stand in the code and templates in bokmål, marked with ``_()``; the catalogues under
``translations/`` hold the others.
"""

from __future__ import annotations

from flask import Blueprint, Flask, g, redirect, request, session
from flask_babel import Babel, get_locale
from werkzeug.wrappers import Response

from webapp import access
from webapp.landing import safe_next
from webapp.runtime import runtime

LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
DEFAULT = "nb"
ALSO = {"no": "nb", "da": "nb", "sv": "nb"}
"""What browsers ask for, and what its readers also read."""

bp = Blueprint("i18n", __name__)


def choose() -> str:
    """The language of this request."""
    visitor = g.get("visitor")
    if isinstance(visitor, access.Participant) and visitor.lang in LANGUAGES:
        return visitor.lang
    chosen = session.get("lang")
    return chosen if chosen in LANGUAGES else wished()


def wished() -> str:
    """The first language of the browser's list that we speak."""
    for asked in request.accept_languages.values():
        name = asked.lower().partition("-")[0]
        found = ALSO.get(name, name)
        if found in LANGUAGES:
            return found
    return DEFAULT


def language() -> str:
    """The code of the language in use: ``nb``, ``nn`` or ``en``."""
    return str(get_locale() or DEFAULT)


@bp.post("/language")
@access.allow("anyone")
def switch() -> Response:
    """Speak another language from here on, on the same page."""
    lang = request.form.get("lang", "")
    if lang in LANGUAGES:
        session["lang"] = lang
        visitor = access.current()
        if isinstance(visitor, access.Participant):
            runtime().room.change(visitor.id, lang=lang)
    return redirect(safe_next(request.form.get("next")), 303)


def init(app: Flask) -> None:
    """Set up translations."""
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    Babel(app, locale_selector=choose)
    app.jinja_env.globals.update(languages=LANGUAGES, language=language)
    app.register_blueprint(bp)
