"""The three cookies that say who somebody is, and how they are set (D5)."""

from __future__ import annotations

from werkzeug.wrappers import Response

from webapp.config import Config

SEAT, LOGIN, SCREEN = "seat", "login", "screen"
DAY_S = 24 * 60 * 60


def give(response: Response, config: Config, name: str, token: str) -> None:
    """Hand out a token for a day; scripts and other sites never see it."""
    response.set_cookie(
        config.cookie(name),
        token,
        max_age=DAY_S,
        path="/",
        secure=config.https,
        httponly=True,
        samesite="Lax",
    )


def take(response: Response, config: Config, name: str) -> None:
    """Make the browser forget a token."""
    response.delete_cookie(
        config.cookie(name), path="/", secure=config.https, httponly=True, samesite="Lax"
    )
