"""The WebSocket under Socket.IO: capped in size, pinging, and never half a frame.

engineio buffers a message before it looks at its size, and a phone that falls silent keeps its
thread and descriptors for ever (requirements 0.4, 0.6). simple-websocket can cap and ping, but
engineio does not ask it to: this takes its driver's place in engineio's private table. It also
sends whole frames: a socket's ``send`` may take only part of a large one, after which the stream
is garbage. Versions are pinned; tests/webapp/test_websocket.py holds all three.
"""

from __future__ import annotations

import errno
import importlib
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

import simple_websocket

from webapp.config import AsyncMode

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MESSAGE_BYTES = 64 * 1024
PING_S = 10
SEND_S = 10.0


class WholeSends:
    """A socket whose ``send`` sends everything, one caller at a time, or ends the connection.

    A phone that no longer reads is let go after ``SEND_S``: what waits for it would fill memory.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._sending = Lock()
        sock.settimeout(SEND_S)

    def send(self, data: bytes) -> int:
        """Send all of ``data``. OSError if that cannot be done in time."""
        with self._sending:
            try:
                self._sock.sendall(data)
            except OSError:
                self.hang_up()
                raise
        return len(data)

    def recv(self, size: int) -> bytes:
        """Read up to ``size`` bytes."""
        return self._sock.recv(size)

    def fileno(self) -> int:
        """For selectors."""
        return self._sock.fileno()

    def hang_up(self) -> None:
        """End the connection, also for the server that handed us a copy of its descriptor.

        Its reader wakes up and closes it: a descriptor that is closed while it is being watched
        makes libev abort the process.
        """
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Hang up, and give the descriptor back. For its reader alone."""
        self.hang_up()
        self._sock.close()


class CappedServer(simple_websocket.Server):  # type: ignore[misc]
    """One connection, whose socket sends whole frames, and whose end everybody hears of.

    When it is closed from our side, simple-websocket leaves whoever waits for a message waiting,
    and its reader can fall over a connection that has just been closed: each keeps descriptors.
    """

    selector_class: Callable[[], Any]

    @property
    def sock(self) -> WholeSends:
        """The connection's socket."""
        return self._whole

    @sock.setter
    def sock(self, made: socket.socket) -> None:
        self._whole = WholeSends(made)

    def close(self, reason: int | None = None, message: str | None = None) -> None:
        """Say goodbye, and hang up."""
        try:
            super().close(reason, message)
        finally:
            self._is_over()
            self.sock.hang_up()

    def _thread(self) -> None:
        """The reader. It alone closes the descriptor, when it watches it no more."""
        watching: list[Any] = []
        make = self.selector_class

        def kept() -> Any:  # noqa: ANN401 - gevent's or Python's own
            watching.append(make())
            return watching[-1]

        self.selector_class = kept
        try:
            with suppress(simple_websocket.ConnectionClosed):
                super()._thread()
        finally:
            for selector in watching:
                selector.close()
            self._is_over()
            self.sock.close()

    def _is_over(self) -> None:
        self.connected = False
        self.event.set()


def _gone() -> OSError:
    """With its number: the server takes a broken pipe for what it is, and logs no fault."""
    return OSError(errno.EPIPE, "the other side has gone")


class CappedWebSocket:
    """What engineio calls for an upgrade; the same face as its own driver."""

    concurrency: dict[str, Any] = {}  # noqa: RUF012 - set once, by install

    def __init__(self, handler: Any, _server: object) -> None:  # noqa: ANN401 - engineio's own
        self._handler = handler
        self._ws: CappedServer | None = None

    def __call__(self, environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
        """Shake hands and hand the connection to engineio until it ends."""
        self._ws = CappedServer(
            environ, ping_interval=PING_S, max_message_size=MESSAGE_BYTES, **self.concurrency
        )
        answer: Iterable[bytes] = self._handler(self)
        if self._ws.mode == "werkzeug":
            # Werkzeug must not write a response into the finished stream.
            raise ConnectionError
        return answer

    def close(self) -> None:
        """Close, if that has not happened."""
        if self._ws is not None and self._ws.connected:
            with suppress(OSError, simple_websocket.ConnectionClosed):
                self._ws.close()

    def send(self, message: str | bytes) -> None:
        """Send one message. BrokenPipeError when the other side has gone."""
        try:
            self._open().send(message)
        except simple_websocket.ConnectionClosed:
            raise _gone() from None

    def wait(self) -> str | bytes | None:
        """The next message, or None when there will be no more."""
        try:
            received: str | bytes = self._open().receive()
        except simple_websocket.ConnectionClosed:
            return None
        return received

    def _open(self) -> CappedServer:
        if self._ws is None:
            raise _gone()
        return self._ws


def install(mode: AsyncMode) -> None:
    """Make engineio use this driver in ``mode``."""
    driver = importlib.import_module(f"engineio.async_drivers.{mode}")
    if mode == "gevent":
        from gevent import event, selectors

        CappedWebSocket.concurrency = {
            "thread_class": driver.Thread,
            "event_class": event.Event,
            "selector_class": selectors.DefaultSelector,
        }
    else:
        CappedWebSocket.concurrency = {"thread_class": driver.DaemonThread}
    driver._async["websocket"] = CappedWebSocket  # noqa: SLF001 - the seam, see above
