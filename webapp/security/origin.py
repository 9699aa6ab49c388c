"""Requests that change anything must come from our own pages (D8, decision 28)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from webapp.config import Config

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

READS = frozenset({"GET", "HEAD", "OPTIONS"})
REFUSAL = b"This request does not come from a page of this server.\n"


class OriginGate:
    """WSGI middleware: a present Origin must be ours; posts and WebSockets must have one.

    A plain GET has none. On the socket's path it passes unless the browser says that another
    site sent it, for long polling sends no Origin.
    """

    def __init__(self, app: WSGIApplication, config: Config) -> None:
        self._app = app
        self._ours = frozenset(config.origins)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass on, or answer 400."""
        if self._comes_from_us(environ):
            return self._app(environ, start_response)
        start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [REFUSAL]

    def _comes_from_us(self, environ: WSGIEnvironment) -> bool:
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None:
            return origin in self._ours
        if environ["REQUEST_METHOD"] not in READS or "HTTP_UPGRADE" in environ:
            return False
        on_socket = environ.get("PATH_INFO", "").startswith("/socket.io")
        return not (on_socket and environ.get("HTTP_SEC_FETCH_SITE") == "cross-site")
