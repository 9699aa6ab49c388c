"""Pages for those who lead: log in, log out, the first link."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp import access, emitting, landing, links
from webapp.access import cookies
from webapp.access.visit import fresh_session
from webapp.accounts import first_link
from webapp.rows import AccountRow
from webapp.runtime import runtime
from webapp.security import limits, log, passwords, tokens

Answer = str | Response | tuple[str, int]

WHY_NOT = {
    "link": _l("Lenken er brukt eller for gammel. Be om en ny."),
    "short": _l("Passordet er for kort. Bruk minst 12 tegn, gjerne noen ord etter hverandre."),
    "long": _l("Passordet er for langt. Bruk høyst 256 tegn."),
    "common": _l("Det passordet er for lett å gjette. Velg et annet."),
    "taken": _l("Det finnes allerede en konto med den adressen."),
    "not_an_address": _l("Skriv en e-postadresse."),
    "unlike": _l("De to passordene er ikke like."),
}

bp = Blueprint("accounts", __name__)


@bp.get("/login")
@access.allow("anyone")
def login() -> Answer:
    """For facilitators; participants never log in."""
    if isinstance(access.current(), access.Account):
        return redirect(landing.library(), 303)
    return render_template("accounts/login.html", next=request.args.get("next", ""))


@bp.post("/login")
@access.allow("anyone")
def log_in() -> Answer:
    """Check the password; say no more than whether both were right."""
    here = runtime()
    email, password = request.form.get("email", ""), request.form.get("password", "")
    row = here.accounts.by_email(email)
    if not passwords.fits(password, row.password_hash if row else None) or row is None:
        limits.fail()
        log.record("login.wrong", address=limits.address())
        page = render_template(
            "accounts/login.html", failed=True, email=email, next=request.form.get("next", "")
        )
        return page, 422
    wanted = request.form.get("next")
    return _logged_in(row, landing.safe_next(wanted) if wanted else landing.library())


@bp.post("/logout")
@access.allow("anyone")
def logout() -> Response:
    """End this log-in, on the server too."""
    here = runtime()
    token = request.cookies.get(here.config.cookie(cookies.LOGIN), "")
    here.accounts.log_out(tokens.digest(token))
    emitting.hang_up_login(here, tokens.digest(token))
    fresh_session()
    response = redirect(landing.front(), 303)
    cookies.take(response, here.config, cookies.LOGIN)
    return response


@bp.get("/first")
@access.allow("anyone")
def first() -> str:
    """A one-time link's page: hands the token in its fragment on, by POST."""
    return render_template("join/exchange.html", to=url_for("accounts.open_first"))


@bp.post("/first")
@access.allow("anyone")
def open_first() -> Answer:
    """A demo's link logs in at once; others ask for a password."""
    here, token = runtime(), request.form.get("token", "")
    room = links.room_of(here, links.DEMO_PURPOSE, token)
    if room is not None and here.config.mode != "serve":
        owner = here.accounts.get(room.owner_id)
        if owner is not None:
            return _logged_in(owner, landing.console(room.exercise_id))
    good, account_id = here.accounts.link(tokens.digest(token), here.wall())
    if not good:
        return _ask("", None, "link")
    return _ask(token, account_id)


@bp.post("/first/password")
@access.allow("anyone")
def set_first() -> Answer:
    """Choose the password a one-time link asks for."""
    here, form = runtime(), request.form
    token, password = form.get("token", ""), form.get("password", "")
    _good, account_id = here.accounts.link(tokens.digest(token), here.wall())
    if password != form.get("again", ""):
        return _ask(token, account_id, "unlike")
    try:
        row = first_link.choose_password(here, token, form.get("email", ""), password)
    except ValueError as why:
        return _ask(token, account_id, str(why))
    log.record("password.chosen", account=row.id)
    return _logged_in(row, landing.library())


def _ask(token: str, account_id: str | None, fault: str = "") -> Answer:
    row = runtime().accounts.get(account_id) if account_id else None
    page = render_template(
        "accounts/password.html",
        token=token,
        email=row.email if row else None,
        error=WHY_NOT.get(fault),
        dead=fault == "link",
    )
    return (page, 422) if fault else page


def _logged_in(row: AccountRow, to: str) -> Response:
    here, token = runtime(), tokens.new_token()
    here.accounts.log_in(tokens.digest(token), row.id, here.wall())
    log.record("login", account=row.id, address=limits.address())
    fresh_session()
    response = redirect(to, 303)
    cookies.give(response, here.config, cookies.LOGIN, token)
    return response
