"""Every view says whom it is for; a view that says nothing is for nobody (default deny)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.exceptions import Forbidden, NotFound
from werkzeug.wrappers import Response

from webapp.access import identify
from webapp.access.visitor import Account, Nobody, Participant, Projector, Visitor
from webapp.runtime import Runtime, runtime

Role = Literal["anyone", "lobby", "participant", "facilitator", "projector", "admin"]
View = TypeVar("View", bound=Callable[..., Any])
MARK = "access_roles"


def allow(*roles: Role) -> Callable[[View], View]:
    """Mark a view with the roles it serves; the first that fits the visitor counts.

    ``lobby`` includes participants who have a role. ``facilitator`` means the owner of the
    exercise in the address (or any account if there is none), ``projector`` that exercise's own
    screen.
    """

    def mark(view: View) -> View:
        setattr(view, MARK, roles)
        return view

    return mark


def current() -> Visitor:
    """Who this request is from, as its view's policy sees it."""
    visitor: Visitor = g.get("visitor", Nobody())
    return visitor


def participant() -> Participant:
    """The participant of a view for ``lobby`` or ``participant`` alone."""
    visitor = current()
    if not isinstance(visitor, Participant):
        raise Forbidden
    return visitor


def account() -> Account:
    """The account of a view for ``facilitator`` or ``admin`` alone."""
    visitor = current()
    if not isinstance(visitor, Account):
        raise Forbidden
    return visitor


def roles_of(app: Flask, endpoint: str) -> tuple[Role, ...]:
    """Whom an endpoint serves; empty for nobody."""
    if endpoint == "static":
        return ("anyone",)
    roles: tuple[Role, ...] = getattr(app.view_functions[endpoint], MARK, ())
    return roles


def guard() -> Response | None:
    """Run before every request: find out who it is, and whether this is for them."""
    g.visitor = Nobody()
    if request.endpoint is None:
        return None
    roles = roles_of(current_app, request.endpoint)
    here = runtime()
    for role in roles:
        visitor = _as(role, here)
        if visitor is not None:
            g.visitor = visitor
            return None
    return _denied(roles, here)


def _as(role: Role, here: Runtime) -> Visitor | None:
    """The visitor in this role, or None if they are not in it."""
    if role == "anyone":
        return _somebody(here)
    if role in ("lobby", "participant"):
        return _seated(role, here)
    if role == "projector":
        screen = identify.projector(here, request.cookies)
        return screen if isinstance(screen, Projector) and _within(screen.exercise_id) else None
    return _leading(role, here)


def _somebody(here: Runtime) -> Visitor:
    """Pages for anyone still greet those they know."""
    if request.endpoint == "static":
        return Nobody()
    found: Visitor = identify.participant(here, request.cookies)
    if isinstance(found, Nobody) and not found.reason:
        found = identify.account(here, request.cookies)
    return found


def _seated(role: Role, here: Runtime) -> Participant | None:
    found = identify.participant(here, request.cookies)
    if not isinstance(found, Participant) or not _within(found.exercise_id, found.team_id):
        return None
    here.presence.hear(found.id, here.wall())
    return found if role == "lobby" or found.state == "in" else None


def _leading(role: Role, here: Runtime) -> Account | None:
    found = identify.account(here, request.cookies)
    if not isinstance(found, Account):
        return None
    if role == "admin":
        return found if found.is_admin else None
    exercise_id = (request.view_args or {}).get("exercise_id")
    if exercise_id is not None:
        team_id = (request.view_args or {}).get("team_id")
        if not identify.leads(here, found, exercise_id) or not _team_of(here, exercise_id, team_id):
            raise NotFound
    return found


def _team_of(here: Runtime, exercise_id: str, team_id: str | None) -> bool:
    return team_id is None or any(team.id == team_id for team in here.store.teams(exercise_id))


def _within(exercise_id: str, team_id: str | None = None) -> bool:
    """Whether the address speaks of no other exercise or team than the visitor's own."""
    asked = request.view_args or {}
    return asked.get("exercise_id", exercise_id) == exercise_id and (
        team_id is None or asked.get("team_id", team_id) == team_id
    )


def _denied(roles: tuple[Role, ...], here: Runtime) -> Response:
    seated = identify.participant(here, request.cookies)
    if "participant" in roles and isinstance(seated, Participant) and seated.state == "lobby":
        return redirect(url_for("join.lobby"), 303)
    if {"participant", "lobby"} & set(roles):
        g.visitor = seated
    elif "facilitator" in roles and request.method == "GET":
        return redirect(url_for("accounts.login", next=request.full_path.rstrip("?")), 303)
    raise Forbidden
