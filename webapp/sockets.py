"""The sockets: one inbound event, and everybody's identity looked up again on every message.

A socket carries hints. It says at its start what it shows (``seat``, ``lobby``, ``console``,
``projector``, ``rehearsal``); rooms are named here, never by the client (D6, D7).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, request
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, disconnect, join_room

from webapp import access, audience, clock, emitting, refusals
from webapp.access import cookies
from webapp.acting import perform_sent
from webapp.audience import Audience
from webapp.config import Config
from webapp.presence import Line
from webapp.rehearsing.open import owns
from webapp.runtime import Runtime, runtime
from webapp.security import log, tokens
from webapp.websocket import MESSAGE_BYTES, install

PING_INTERVAL_S, PING_TIMEOUT_S = 10, 8
SOCKETS_EACH = {"seat": 3, "lobby": 3, "console": 5, "projector": 10, "rehearsal": 3}
COOKIE_OF: dict[type[access.Visitor], str] = {
    access.Participant: cookies.SEAT,
    access.Account: cookies.LOGIN,
    access.Projector: cookies.SCREEN,
}
Answer = dict[str, Any]


def init(app: Flask, config: Config) -> SocketIO:
    """Sockets on ``app``, with the one event they know."""
    install(config.async_mode)
    socketio = SocketIO(
        app,
        async_mode=config.async_mode,
        async_handlers=False,
        manage_session=False,
        cors_allowed_origins=list(config.origins),
        cors_credentials=False,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        max_http_buffer_size=MESSAGE_BYTES,
    )
    socketio.on_event("connect", on_connect)
    socketio.on_event("disconnect", on_disconnect)
    socketio.on_event("act", on_act)
    socketio.on_event("*", on_unknown)
    return socketio


def on_connect(auth: object = None) -> None:
    """Let in whoever may see what they ask to be shown (``{as, exercise?}``)."""
    here = runtime()
    asked = auth if isinstance(auth, dict) else {}
    found = _found(here, str(asked.get("as", "seat")), str(asked.get("exercise") or ""))
    if found is None:
        log.record("socket.refused", address=request.remote_addr)
        raise Refused("not_for_you")
    _visitor, line = found
    held = here.presence.held(line.key)
    here.presence.hear(line.key, here.wall())
    here.presence.enter(_sid(), line)
    if len(held) >= SOCKETS_EACH[line.role]:
        # The oldest goes: after a reload the newest is the one somebody looks at.
        emitting.evict(here, held[0])
    for each in line.audiences:
        join_room(each.room)


def on_disconnect(_reason: object = None) -> None:
    """A socket closed; the seat stays."""
    here = runtime()
    line = here.presence.leave(_sid())
    if line is not None:
        here.presence.hear(line.key, here.wall())


def on_act(sent: object = None) -> Answer:
    """Do one command ``{command_id, kind, body, team?}``; the answer is its acknowledgement."""
    here = runtime()
    line = here.presence.lines.get(_sid())
    found = _found(here, line.role, line.exercise_id) if line else None
    if line is None or found is None or found[1] != line:
        # The place, the log-in or the seat is another now: come again, and be shown that.
        disconnect()
        return _refused("left")
    if not here.presence.may_speak(line.key, clock.steady()):
        return _refused("too_fast")
    if not isinstance(sent, dict) or line.role not in ("seat", "console"):
        return _refused("malformed")
    here.presence.hear(line.key, here.wall())
    try:
        return refusals.answer(perform_sent(here, found[0], sent, line.exercise_id))
    except PermissionError:
        return _refused("not_yours_to_ask")


def on_unknown(event: str, *_sent: object) -> Answer:
    """There is no other event."""
    log.record("socket.unknown", said=str(event)[:40], address=request.remote_addr)
    return _refused("unknown_event")


def _sid() -> str:
    # Flask-SocketIO adds it to the request.
    return str(request.sid)  # type: ignore[attr-defined]


def _refused(code: str) -> Answer:
    return {"ok": False, "code": code, "text": refusals.in_words(code)}


def _found(here: Runtime, role: str, exercise_id: str) -> tuple[access.Visitor, Line] | None:
    """Who the handshake's cookie stands for now in this role, and the line it gives them."""
    shown = ROLES[role](here, exercise_id) if role in ROLES else None
    if shown is None:
        return None
    visitor, key, *audiences = shown
    cookie = request.cookies.get(here.config.cookie(COOKIE_OF[type(visitor)]), "")
    return visitor, Line(role, exercise_id, key, tokens.digest(cookie), tuple(audiences))


Shown = tuple[access.Visitor, str, *tuple[Audience, ...]] | None


def _seat(here: Runtime, _exercise_id: str) -> Shown:
    me = access.seated(here, request.cookies)
    if not isinstance(me, access.Participant) or me.state != "in":
        return None
    shown = audience.seat(me.team_id, me.seat_id) if me.seat_id else audience.watchers(me.team_id)
    return me, me.id, shown, audience.person(me.id)


def _lobby(here: Runtime, _exercise_id: str) -> Shown:
    me = access.seated(here, request.cookies)
    if not isinstance(me, access.Participant):
        return None
    return me, me.id, audience.lobby(me.exercise_id), audience.person(me.id)


def _console(here: Runtime, exercise_id: str) -> Shown:
    found = access.logged_in(here, request.cookies)
    if not isinstance(found, access.Account) or not access.leads(here, found, exercise_id):
        return None
    return found, f"account:{found.id}:{exercise_id}", audience.console(exercise_id)


def _projector(here: Runtime, exercise_id: str) -> Shown:
    screen = access.screen(here, request.cookies)
    if isinstance(screen, access.Projector) and screen.exercise_id == exercise_id:
        return screen, f"screen:{exercise_id}", audience.projector(exercise_id)
    led = _console(here, exercise_id)
    return (led[0], f"{led[1]}:screen", audience.projector(exercise_id)) if led else None


def _rehearsal(here: Runtime, rehearsal_id: str) -> Shown:
    found = access.logged_in(here, request.cookies)
    if not isinstance(found, access.Account) or not owns(found.id, rehearsal_id):
        return None
    return found, f"account:{found.id}:{rehearsal_id}", audience.rehearsal(rehearsal_id)


ROLES: dict[str, Callable[[Runtime, str], Shown]] = {
    "seat": _seat,
    "lobby": _lobby,
    "console": _console,
    "projector": _projector,
    "rehearsal": _rehearsal,
}
"""Who may hold which kind of socket."""
