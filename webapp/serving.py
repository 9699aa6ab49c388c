"""Serving: one gevent process with room for a hall of phones."""

from __future__ import annotations

import gc
import logging
import resource
import sys
from logging.handlers import TimedRotatingFileHandler
from socket import socket

from flask import Flask
from gevent.pywsgi import WSGIServer

from webapp import ticker
from webapp.config import Config

LOG_DAYS = 30


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


def serve(app: Flask, listener: socket) -> None:
    """Serve what comes in on ``listener`` until interrupted."""
    server = WSGIServer(listener, app, log=None, error_log=logging.getLogger("samspill"))
    ticker.start(app)
    freeze()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.stop(timeout=1)
