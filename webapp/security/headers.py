"""Response headers on every path, also those that Flask never sees (D11)."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING

from webapp.config import Config

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ExcInfo = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None] | None

YEAR_S = 365 * 24 * 60 * 60
CLOSED = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "display-capture")


class Headers:
    """WSGI middleware that adds what a response has not said itself."""

    def __init__(self, app: WSGIApplication, config: Config) -> None:
        self._app = app
        self._always = _headers(config)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass on, and complete the headers as the response starts."""
        added = self._always
        if not environ.get("PATH_INFO", "").startswith("/static/"):
            added = (*added, ("Cache-Control", "no-store"))

        def start(
            status: str, headers: list[tuple[str, str]], exc_info: ExcInfo = None, /
        ) -> object:
            said = {name.lower() for name, _ in headers}
            full = headers + [pair for pair in added if pair[0].lower() not in said]
            return start_response(status, full, exc_info)

        return self._app(environ, start)  # type: ignore[arg-type]


def _headers(config: Config) -> tuple[tuple[str, str], ...]:
    headers = [
        ("Content-Security-Policy", _policy(config)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in CLOSED)),
    ]
    if config.https:
        headers.append(("Strict-Transport-Security", f"max-age={YEAR_S}; includeSubDomains"))
    return tuple(headers)


def _policy(config: Config) -> str:
    # Safari before 16 does not count its own host's sockets as 'self', so they are named.
    sockets = " ".join(origin.replace("http", "ws", 1) for origin in config.origins)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            f"connect-src 'self' {sockets}",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        )
    )
