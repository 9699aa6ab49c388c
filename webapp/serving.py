"""Serving: one gevent process with room for a hall of phones."""

from __future__ import annotations

import gc
import logging
import resource
import signal
import sys
from logging.handlers import TimedRotatingFileHandler
from socket import socket

from flask import Flask
from gevent import Timeout, signal_handler
from gevent.pywsgi import WSGIHandler, WSGIServer

from webapp import ticker
from webapp.config import Config

LOG_DAYS = 30
IDLE_S = 75.0
"""How long a browser's connection may rest between requests."""
HEADERS_S = 15.0
STOP_S = 1
"""How long requests under way may take when the server is asked to stop."""


def raise_descriptor_limit() -> int:
    """Ask for as many descriptors as the system gives; how many that is. A socket needs two."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


def freeze() -> None:
    """Leave what lives for ever out of garbage collection: full rounds cost 50 ms and more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def log_to(config: Config) -> None:
    """Faults to the terminal; the security log to a file that forgets after 30 days (C9)."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    config.data.mkdir(parents=True, exist_ok=True)
    kept = TimedRotatingFileHandler(
        config.data / "security.log", when="D", backupCount=LOG_DAYS, encoding="utf-8", delay=True
    )
    kept.setFormatter(logging.Formatter("%(message)s"))
    security = logging.getLogger("samspill.security")
    security.setLevel(logging.INFO)
    security.propagate = False
    security.addHandler(kept)


class Handler(WSGIHandler):  # type: ignore[misc]
    """One HTTP connection; it is let go if it says nothing, or says it too slowly."""

    def read_requestline(self) -> str:
        """The first line of the next request; empty, which ends the connection, if none comes."""
        line: str = ""
        with Timeout(IDLE_S, exception=False):
            line = super().read_requestline()
        return line  # noqa: RET504 - a timeout ends the block, not the method

    def read_request(self, raw_requestline: str) -> bool:
        """The headers; false, which is answered 400, if they take too long."""
        good: bool = False
        with Timeout(HEADERS_S, exception=False):
            good = super().read_request(raw_requestline)
        return good  # noqa: RET504 - as above

    def handle_one_response(self) -> None:
        """One request's answer. After a WebSocket there is no next request on the connection."""
        super().handle_one_response()
        if "HTTP_UPGRADE" in self.environ:
            self.close_connection = True


def serve(app: Flask, listener: socket) -> None:
    """Serve what comes in on ``listener`` until interrupted."""
    faults = logging.getLogger("samspill.server")
    server = WSGIServer(listener, app, log=None, error_log=faults, handler_class=Handler)
    for number in (signal.SIGINT, signal.SIGTERM):
        # As an exception it would land in whatever greenlet runs just then, which may swallow it.
        signal_handler(number, server.stop, STOP_S)
    ticker.start(app)
    freeze()
    server.serve_forever()
