"""Open sockets and signs of life. Nobody is ever thrown out for silence."""

from __future__ import annotations

from dataclasses import dataclass, field

from webapp.audience import Audience
from webapp.clock import MINUTE
from webapp.security.limits import Bucket

AWAY_MS = 5 * MINUTE
"""Whoever has had no page open and asked for none for so long has been away."""
RATE_S, RATE_BURST = 10.0, 30.0
"""Messages a second, and at once, for one holder on all their sockets (D10)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One open socket: what it shows, and whose it is.

    ``key`` is its holder: a participant's id, or ``account:…``, ``screen:…``; ``token_hash`` is of
    the cookie that opened it.
    """

    role: str
    exercise_id: str
    key: str
    token_hash: str
    audiences: tuple[Audience, ...]


@dataclass
class Presence:
    """In memory; the time last heard goes to the database now and then (``take_heard``)."""

    lines: dict[str, Line] = field(default_factory=dict)
    """Open sockets by Socket.IO's id."""
    strangers: dict[str, float] = field(default_factory=dict)
    """Connections that have not said who they are, and since when (steady seconds)."""
    _held: dict[str, list[str]] = field(default_factory=dict)
    _heard: dict[str, int] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)
    _back: dict[str, int] = field(default_factory=dict)
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def enter(self, sid: str, line: Line) -> None:
        """A socket opened."""
        self.lines[sid] = line
        self._held.setdefault(line.key, []).append(sid)

    def leave(self, sid: str) -> Line | None:
        """A socket closed; what it was."""
        line = self.lines.pop(sid, None)
        if line is not None:
            self._held[line.key].remove(sid)
            if not self._held[line.key]:
                del self._held[line.key]
        return line

    def held(self, key: str) -> list[str]:
        """A holder's sockets, oldest first."""
        return list(self._held.get(key, ()))

    def opened_with(self, token_hash: str) -> list[str]:
        """The sockets that a cookie opened."""
        return [sid for sid, line in self.lines.items() if line.token_hash == token_hash]

    def connected(self, key: str) -> bool:
        """Whether the holder has a socket open, as far as the server knows."""
        return key in self._held

    def hear(self, key: str, now: int) -> None:
        """A sign of life, at a wall stamp."""
        last = self._last.get(key, now)
        if now - last >= AWAY_MS and not self.connected(key):
            self._back[key] = now
        self._heard[key] = self._last[key] = now

    def back(self, key: str) -> int:
        """When the holder last came back after having been away (wall stamp; 0 for never)."""
        return self._back.get(key, 0)

    def last(self, key: str) -> int | None:
        """When the holder was last heard from since the server started (wall stamp)."""
        return self._last.get(key)

    def take_heard(self) -> dict[str, int]:
        """Signs of life since the last call."""
        heard, self._heard = self._heard, {}
        return heard

    def may_speak(self, key: str, now: float) -> bool:
        """Count one message against the holder's rate. ``now`` is in steady seconds."""
        if key not in self._buckets:
            self._buckets[key] = Bucket.full(RATE_S, RATE_BURST, now)
        return self._buckets[key].take(now)
