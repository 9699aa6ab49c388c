"""Nobody opens a socket before they have a place, a log-in or a screen (D1, D10)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from werkzeug.http import parse_cookie

from webapp import access
from webapp.runtime import Runtime

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATH = "/socket.io"


class Handshake:
    """WSGI middleware: an engine.io handshake (one without ``sid``) needs a cookie of ours."""

    def __init__(self, app: WSGIApplication, here: Runtime) -> None:
        self._app = app
        self._here = here

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass on, or answer 403."""
        if self._may_pass(environ):
            return self._app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"Join first.\n"]

    def _may_pass(self, environ: WSGIEnvironment) -> bool:
        if not environ.get("PATH_INFO", "").startswith(PATH):
            return True
        if "sid" in parse_qs(environ.get("QUERY_STRING", "")):
            return True
        cookies = parse_cookie(environ)
        return any(
            not isinstance(who(self._here, cookies), access.Nobody)
            for who in (access.seated, access.logged_in, access.screen)
        )
