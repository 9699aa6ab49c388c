"""How often somebody may try: failed PINs and passwords, and messages on a socket (D3, D10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, g, request, session
from flask_limiter import Limiter

from webapp.security import tokens

PIN_TRIES = "10 per 5 minutes"
PIN_TRIES_ADDRESS = "60 per 10 minutes"
"""Looser: a whole hall stands behind one address."""
PIN_TRIES_SERVER = "100 per 10 minutes"
LOGIN_TRIES = "10 per 15 minutes"


def address() -> str:
    """Who asks, as far as the network tells; ProxyFix has looked behind our own proxies."""
    return request.remote_addr or "unknown"


def before_join() -> str:
    """Address and browser: people behind one address do not use up each other's tries."""
    if "visit" not in session:
        session["visit"] = tokens.new_id()
    return f"{address()}/{session['visit']}"


def server() -> str:
    """One key for everybody."""
    return "server"


def fail() -> None:
    """Mark this request as a wrong guess, which is what the limits count."""
    g.failed_guess = True


def failed(_response: Response) -> bool:
    """Whether this request was a wrong guess."""
    return bool(g.get("failed_guess"))


@dataclass
class Bucket:
    """A token bucket: ``burst`` at once, ``rate`` a second after that."""

    rate: float
    burst: float
    level: float
    at: float

    @classmethod
    def full(cls, rate: float, burst: float, now: float) -> Bucket:
        """A bucket nobody has drawn from. ``now`` is in steady seconds."""
        return cls(rate, burst, burst, now)

    def take(self, now: float) -> bool:
        """Draw one, if there is one."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


Key = Callable[[], str]

GUESSES: dict[str, tuple[tuple[str, Key], ...]] = {
    "join.pin": (
        (PIN_TRIES, before_join),
        (PIN_TRIES_ADDRESS, address),
        (PIN_TRIES_SERVER, server),
    ),
    "accounts.log_in": ((LOGIN_TRIES, address),),
}
"""Views where people can guess, and how many wrong guesses each key has."""


def init(app: Flask) -> None:
    """Count wrong guesses in memory: a restart forgives, which a guesser cannot bring about."""
    limiter = Limiter(key_func=address, storage_uri="memory://", strategy="moving-window", app=app)
    for endpoint, rules in GUESSES.items():
        view: Any = app.view_functions[endpoint]
        for limit, key in rules:
            view = limiter.limit(limit, key_func=key, deduct_when=failed)(view)
        app.view_functions[endpoint] = view
