"""Puts the application together: the one place that knows all of its parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from simulator.journal.store import open_store
from simulator.play.rooms import EVENTS
from webapp import (
    access,
    act,
    clock,
    documents,
    errors,
    exports,
    gjennomgang,
    health,
    i18n,
    join,
    packing,
    page,
    sockets,
    views,
)
from webapp.access.cookies import DAY_S
from webapp.accounts import views as accounts
from webapp.conducting import LockedConduct
from webapp.config import Config
from webapp.handshake import Handshake
from webapp.improvement import views as improvement
from webapp.members.store import AccountStore
from webapp.runtime import EXTENSION, Runtime
from webapp.security import csrf, limits
from webapp.security.headers import Headers
from webapp.security.origin import OriginGate
from webapp.store import RoomStore

HERE = Path(__file__).parent
BODY_LIMIT = 256 * 1024
"""Largest form or JSON body; imports have limits of their own."""
BLUEPRINTS = (
    join.bp,
    accounts.bp,
    act.bp,
    health.bp,
    gjennomgang.bp,
    gjennomgang.moments,
    gjennomgang.what_if,
    documents.bp,
    documents.own,
    gjennomgang.plan,
    improvement.bp,
    exports.bp,
)


def build(config: Config, wall: Callable[[], int] = clock.wall) -> Flask:
    """The application for ``config``; ``wall`` gives wall time in ms since 1970."""
    app = Flask("webapp", root_path=str(HERE))
    _settings(app, config)
    # Who it is comes before everything else that looks at a request.
    app.before_request(access.guard)
    i18n.init(app)
    csrf.init(app)
    errors.init(app)
    page.init(app, config)
    packing.init(app)
    app.extensions[EXTENSION] = _runtime(app, config, wall)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    views.init(app)
    limits.init(app)
    _guard_every_path(app, config)
    return app


def _runtime(app: Flask, config: Config, wall: Callable[[], int]) -> Runtime:
    store = open_store(config.database, EVENTS)
    return Runtime(
        config=config,
        store=store,
        conduct=LockedConduct(store, wall=wall),
        room=RoomStore(store.database),
        accounts=AccountStore(store.database),
        socketio=sockets.init(app, config),
        wall=wall,
    )


def _settings(app: Flask, config: Config) -> None:
    app.config.update(
        SECRET_KEY=config.secret_key,
        SECRET_KEY_FALLBACKS=list(config.secret_key_fallbacks),
        SESSION_COOKIE_NAME=config.cookie("session"),
        SESSION_COOKIE_SECURE=config.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
        SEND_FILE_MAX_AGE_DEFAULT=DAY_S,
        TEMPLATES_AUTO_RELOAD=config.debug,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _guard_every_path(app: Flask, config: Config) -> None:
    """The guards that /socket.io and static files must pass as well."""
    known = Handshake(app.wsgi_app, app.extensions[EXTENSION])
    guarded = Headers(OriginGate(known, config), config)
    hops = config.proxies
    app.wsgi_app = (  # type: ignore[method-assign]
        ProxyFix(guarded, x_for=hops, x_proto=hops, x_host=hops) if hops else guarded
    )
