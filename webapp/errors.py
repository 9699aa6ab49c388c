"""What goes wrong, said in words: what happened, what was kept, what to do. Never a stack."""

from __future__ import annotations

import logging

from flask import Flask, g, jsonify, render_template, request
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.sansio.response import Response as AnyResponse

from webapp import access
from webapp.security import tokens

logger = logging.getLogger("samspill")

Answer = tuple[AnyResponse | str, int] | AnyResponse

SEEN = {
    400: (_l("Det forsto vi ikke"), _l("Gå tilbake, last siden på nytt og prøv igjen.")),
    403: (_l("Denne siden er ikke åpen for deg"), _l("Gå til forsiden og bli med derfra.")),
    404: (
        _l("Her er det ingenting"),
        _l("Adressen kan være skrevet feil, eller øvelsen er slettet. Gå til forsiden."),
    ),
    405: (_l("Det går ikke an her"), _l("Gå tilbake og prøv igjen.")),
    413: (_l("Det var for mye på én gang"), _l("Kort ned teksten og prøv igjen.")),
    429: (
        _l("Vent litt"),
        _l(
            "Det har vært for mange forsøk. Vent noen minutter, eller bruk QR-koden: "
            "den virker hele tiden."
        ),
    ),
    500: (
        _l("Noe gikk galt hos oss"),
        _l("Det som er kvittert, er lagret. Last siden på nytt om litt."),
    ),
    503: (
        _l("Det er fullt"),
        _l(
            "Det er ikke plass til flere akkurat nå. "
            "Si fra til øvingslederen, og prøv igjen om litt."
        ),
    ),
}
LEFT = {
    "moved": (
        _l("Plassen er flyttet til en annen enhet"),
        _l("Du spiller videre der. Vil du hit igjen, bruk plasskoden din på forsiden."),
    ),
    "removed": (
        _l("Du er tatt ut av øvelsen"),
        _l("Snakk med øvingslederen. Du kan bli med på nytt med PIN-koden."),
    ),
    "banned": (_l("Du er tatt ut av øvelsen"), _l("Snakk med øvingslederen.")),
    "expired": (
        _l("Plassen din gjelder ikke lenger"),
        _l("Bli med på nytt fra forsiden. Har du en plasskode, får du tilbake den samme plassen."),
    ),
}
PAGE_EXPIRED = (
    _l("Siden var for gammel"),
    _l("Ingenting er sendt. Last siden på nytt og prøv igjen."),
)


def init(app: Flask) -> None:
    """Answer every fault with a page (or JSON, for who asked for it)."""
    app.register_error_handler(CSRFError, _page_expired)
    app.register_error_handler(HTTPException, _said)
    app.register_error_handler(Exception, _unforeseen)


def _page_expired(_error: Exception) -> tuple[AnyResponse | str, int]:
    return _answer(400, *PAGE_EXPIRED)


def _said(error: Exception) -> Answer:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for no other
    code = error.code or 500
    if code < 400 and error.response is not None:
        return error.response
    visitor = g.get("visitor")
    if code == 403 and isinstance(visitor, access.Nobody) and visitor.reason:
        return _answer(code, *LEFT[visitor.reason])
    return _answer(code, *SEEN.get(code, SEEN[400 if code < 500 else 500]))


def _unforeseen(error: Exception) -> Answer:
    g.error_id = tokens.new_id()
    logger.error("unforeseen %s at %s", g.error_id, request.path, exc_info=error)
    return _said(InternalServerError())


def _answer(code: int, title: object, advice: object) -> tuple[AnyResponse | str, int]:
    error_id = g.get("error_id") or tokens.new_id()
    if request.is_json or request.accept_mimetypes.best == "application/json":
        body = {"ok": False, "code": f"http_{code}", "text": f"{title}. {advice}", "id": error_id}
        return jsonify(body), code
    page = render_template(
        "errors/error.html", title=title, advice=advice, code=code, error_id=error_id
    )
    return page, code
