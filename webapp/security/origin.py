"""Requests are for our own host, and change things only from our own pages (D8, decision 28)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from webapp.config import Config

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

READS = frozenset({"GET", "HEAD", "OPTIONS"})
REFUSAL = b"This request does not come from a page of this server.\n"
MISDIRECTED = b"This server has another name.\n"
LOOPBACK = ("localhost", "127.0.0.1")


class OriginGate:
    """WSGI middleware: the Host must be ours, and a present Origin too.

    Posts and WebSockets must have one. A plain GET has none: on the socket's path it passes
    unless the browser says that another site sent it, for long polling sends no Origin.
    """

    def __init__(self, app: WSGIApplication, config: Config) -> None:
        self._app = app
        self._ours = frozenset(config.origins)
        self._hosts = frozenset({*config.hosts, *LOOPBACK})

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass on, or answer 400."""
        if not self._is_for_us(environ):
            return _refused(start_response, MISDIRECTED)
        if not self._comes_from_us(environ):
            return _refused(start_response, REFUSAL)
        return self._app(environ, start_response)

    def _is_for_us(self, environ: WSGIEnvironment) -> bool:
        """Whether the Host is ours: a stranger's name that points here is not served."""
        host = urlsplit(f"//{environ.get('HTTP_HOST', '')}").hostname
        return host is None or host in self._hosts

    def _comes_from_us(self, environ: WSGIEnvironment) -> bool:
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None:
            return origin in self._ours
        if environ["REQUEST_METHOD"] not in READS or "HTTP_UPGRADE" in environ:
            return False
        on_socket = environ.get("PATH_INFO", "").startswith("/socket.io")
        return not (on_socket and environ.get("HTTP_SEC_FETCH_SITE") == "cross-site")


def _refused(start_response: StartResponse, why: bytes) -> list[bytes]:
    start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
    return [why]
