"""What ``samspill serve`` refuses to start with, and what to do about it (D19)."""

from __future__ import annotations

from importlib.metadata import version
from urllib.parse import urlsplit

from webapp.config import DEFAULT_SECRET, Config

LEAST_SECRET = 32
FLOORS = {
    "flask-socketio": (5, 7),
    "python-socketio": (5, 18, 1),
    "python-engineio": (4, 15, 1),
}
"""Older ones let events in before the connection was judged, and rooms be named by others."""


def problems(config: Config) -> list[str]:
    """Everything unsafe, each in one line with its remedy. Empty if it may start."""
    found = [*_secret(config), *_address(config), *old_libraries()]
    if config.debug:
        found.append("Debug mode shows secrets to strangers: unset SAMSPILL_DEBUG and FLASK_DEBUG.")
    return found


def _secret(config: Config) -> list[str]:
    make = "make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
    if config.secret_key == DEFAULT_SECRET:
        return [f"SAMSPILL_SECRET_KEY is not set: {make}"]
    if len(config.secret_key) < LEAST_SECRET:
        return [f"SAMSPILL_SECRET_KEY is shorter than {LEAST_SECRET} characters: {make}"]
    return []


def _address(config: Config) -> list[str]:
    parts = urlsplit(config.base_url)
    if parts.scheme != "https" or not parts.hostname:
        wanted = "it must be the https address that people type, as https://samspill.example.no"
        return [f"SAMSPILL_BASE_URL is {config.base_url!r}: {wanted}. To try, use samspill demo."]
    if parts.path or parts.query or parts.fragment:
        return [f"SAMSPILL_BASE_URL is {config.base_url!r}: leave out everything after the host."]
    return []


def old_libraries() -> list[str]:
    """Socket libraries below the floors."""
    found = []
    for name, floor in FLOORS.items():
        have = version(name)
        if _parts(have) < floor:
            least = ".".join(map(str, floor))
            found.append(f"{name} {have} is not safe: install {least} or newer.")
    return found


def _parts(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdecimal())
