"""The product's settings: one frozen object, read once from environment and flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

Mode = Literal["serve", "demo", "lan", "test"]
AsyncMode = Literal["gevent", "threading"]

PREFIX = "SAMSPILL_"
DEFAULT_SECRET = "not-a-secret"  # noqa: S105 - named so that serve can refuse it
DEFAULT_PORT = 8000


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that differs between installations. Addresses have no slash at the end."""

    mode: Mode = "test"
    data: Path = field(default_factory=lambda: Path("instance"))
    """Folder of the database, the secret and the logs."""
    database_url: str = ""
    """SQLAlchemy address; SQLite in ``data`` if empty."""
    secret_key: str = field(default=DEFAULT_SECRET, repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)
    """Earlier secrets that still open what they signed."""
    base_url: str = "http://localhost"
    """What a phone types; also the origin that forms and sockets must come from."""
    more_origins: tuple[str, ...] = ()
    """Other names of the same server (demo: localhost beside the network address)."""
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    proxies: int = 0
    """How many reverse proxies stand in front, exactly."""
    async_mode: AsyncMode = "threading"
    debug: bool = False
    owner: str = ""
    """Who runs this server: printed on pages and reports."""
    support: str = ""
    """Whom participants can turn to at work; printed beside the help numbers."""
    help_lines: tuple[tuple[str, str], ...] = ()
    """(number, name) in place of the Norwegian help numbers; empty keeps those."""
    max_participants: int = 1_500
    """Most people with a place in open exercises before the server says it is full."""

    @property
    def database(self) -> str:
        """The database address in use."""
        return self.database_url or f"sqlite:///{(self.data / 'samspill.sqlite').absolute()}"

    @property
    def https(self) -> bool:
        """Whether browsers reach this server encrypted."""
        return self.base_url.startswith("https://")

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin whose forms and sockets are ours (D8)."""
        return (self.base_url, *self.more_origins)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host headers this server answers to, without port."""
        return tuple(dict.fromkeys(urlsplit(origin).hostname or "" for origin in self.origins))

    def cookie(self, name: str) -> str:
        """The name a cookie has here: locked to the host over HTTPS, our own otherwise (D5)."""
        return f"__Host-{name}" if self.https else f"samspill_{name}"


def from_environment(environ: Mapping[str, str], **flags: Any) -> Config:
    """Settings from ``SAMSPILL_…``, overridden by flags that are not None.

    Raises ValueError in words if a number is not one.
    """
    told = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in environ.items()
        if name.startswith(PREFIX) and value.strip()
    }
    found: dict[str, Any] = {
        name: told[name]
        for name in ("database_url", "secret_key", "owner", "support", "host")
        if name in told
    }
    for name in ("port", "proxies", "max_participants"):
        if name in told:
            found[name] = _number(name, told[name])
    if "base_url" in told:
        found["base_url"] = told["base_url"].rstrip("/")
    if "data" in told:
        found["data"] = Path(told["data"])
    found["secret_key_fallbacks"] = _list(told.get("secret_key_fallbacks", ""))
    found["help_lines"] = _lines(told.get("help_lines", ""))
    found["debug"] = told.get("debug", environ.get("FLASK_DEBUG", "")) not in ("", "0", "false")
    return replace(Config(), **(found | {name: v for name, v in flags.items() if v is not None}))


def _number(name: str, text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"{PREFIX}{name.upper()} must be a whole number, not {text!r}")
    return int(text)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _lines(text: str) -> tuple[tuple[str, str], ...]:
    """``116 117=Legevakt; 113=Fare for liv`` as pairs."""
    pairs = (part.partition("=") for part in text.split(";") if "=" in part)
    return tuple((number.strip(), name.strip()) for number, _, name in pairs)
