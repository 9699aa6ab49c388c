"""One Socket.IO connection as a browser holds it, small enough that every frame is seen.

Engine.io packets over one WebSocket: ``0`` open, ``2``/``3`` ping and pong, ``4`` a Socket.IO
packet; of those ``0`` connect, ``1`` disconnect, ``2`` event, ``3`` acknowledgement, ``4`` refusal.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import Any

import websocket

PATIENCE_S = 10.0
PATH = "/socket.io/?EIO=4&transport=websocket"

Hear = Callable[[str, Any], None]
"""Called with the name and the value of every event the server sends."""


class WireClosedError(Exception):
    """The connection has gone, or nobody answered in time: what was sent may or may not be done."""


class WireRefusedError(Exception):
    """The server did not let the connection in; ``status`` is HTTP's, 0 if refused later."""

    def __init__(self, status: int, said: object) -> None:
        super().__init__(f"{status} {said}")
        self.status = status


class Wire:
    """An open connection. ``frames`` keeps everything received as long as ``keep`` is set."""

    def __init__(
        self,
        address: str,
        *,
        cookies: Mapping[str, str] | None = None,
        auth: Mapping[str, str] | None = None,
        origin: str | None = None,
        hear: Hear | None = None,
        keep: list[str] | None = None,
    ) -> None:
        self.closed = Event()
        self._hear = hear
        self._keep = keep
        self._sending = Lock()
        self._asked = 0
        self._answers: dict[int, tuple[Event, list[Any]]] = {}
        self._ws = self._dialled(address, cookies or {}, address if origin is None else origin)
        self._let_in(dict(auth or {}))
        Thread(target=self._read, daemon=True).start()

    def _dialled(self, address: str, cookies: Mapping[str, str], origin: str) -> Any:  # noqa: ANN401
        try:
            return websocket.create_connection(
                address.replace("http", "ws", 1) + PATH,
                timeout=PATIENCE_S,
                origin=origin or None,
                suppress_origin=not origin,
                cookie="; ".join(f"{name}={value}" for name, value in cookies.items()) or None,
                skip_utf8_validation=True,
            )
        except websocket.WebSocketBadStatusException as refused:
            raise WireRefusedError(refused.status_code or 0, refused) from refused
        except (OSError, websocket.WebSocketException) as gone:
            raise WireClosedError(str(gone)) from gone

    def _let_in(self, auth: dict[str, str]) -> None:
        try:
            self._next("0")
            self._ws.send("40" + json.dumps(auth))
            answer = self._next("4")
        except (OSError, websocket.WebSocketException) as gone:
            raise WireClosedError(str(gone)) from gone
        if not answer.startswith("40"):
            self._ws.close()
            raise WireRefusedError(0, answer)
        # From here on silence is the server's right; it pings.
        self._ws.settimeout(None)

    def _next(self, kind: str) -> str:
        while True:
            frame: str = self._ws.recv()
            if self._keep is not None:
                self._keep.append(frame)
            if not frame:
                raise WireClosedError("closed at the door")
            if frame.startswith(kind):
                return frame

    def call(self, event: str, *values: object, patience_s: float = PATIENCE_S) -> Any:  # noqa: ANN401
        """Send an event and wait for its acknowledgement. Raises WireClosedError without one."""
        came = Event()
        answer: list[Any] = []
        with self._sending:
            self._asked += 1
            number = self._asked
            self._answers[number] = (came, answer)
        self.send(f"42{number}" + json.dumps([event, *values]))
        if not came.wait(patience_s) or not answer:
            raise WireClosedError(f"no answer to {event}")
        return answer[0]

    def send(self, frame: str) -> None:
        """Send a frame as it is. Raises WireClosedError."""
        try:
            with self._sending:
                self._ws.send(frame)
        except (OSError, websocket.WebSocketException) as gone:
            raise WireClosedError(str(gone)) from gone

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError, websocket.WebSocketException):
            self._ws.close(timeout=1)
        self._end()

    def _read(self) -> None:
        with suppress(OSError, websocket.WebSocketException):
            while frame := self._ws.recv():
                if self._keep is not None:
                    self._keep.append(frame)
                if not self._took(frame):
                    break
        with suppress(OSError, websocket.WebSocketException):
            self._ws.shutdown()
        self._end()

    def _took(self, frame: str) -> bool:
        if frame == "2":
            with self._sending:
                self._ws.send("3")
        elif frame.startswith("42") and self._hear is not None:
            name, *values = json.loads(frame[2:])
            self._hear(name, values[0] if values else None)
        elif frame.startswith("43"):
            at = frame.index("[")
            came, answer = self._answers.pop(int(frame[2:at]))
            answer.extend(json.loads(frame[at:]))
            came.set()
        return not frame.startswith(("41", "1"))

    def _end(self) -> None:
        self.closed.set()
        for came, _answer in self._answers.values():
            came.set()


def until(holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    """Wait until it holds; whether it did in time."""
    ends = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > ends:
            return False
        time.sleep(0.02)
    return True
