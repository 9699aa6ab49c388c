"""Whether the server is well, and how many more connections it has room for."""

from __future__ import annotations

import resource
from pathlib import Path

from flask import Blueprint

from webapp import access
from webapp.runtime import runtime

DESCRIPTORS_A_SOCKET = 2
SPARE = 64
"""Descriptors kept for files and the database."""

bp = Blueprint("health", __name__)


@bp.get("/health")
@access.allow("anyone")
def health() -> dict[str, object]:
    """Answers as long as the database does. Says nothing about who is here."""
    runtime().room.crowd()
    return {"ok": True, "connections": connections(), "room_for": headroom()}


def connections() -> int:
    """Open sockets."""
    return len(runtime().socketio.server.eio.sockets)


def headroom() -> int:
    """Sockets that the descriptor limit still allows."""
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = sum(1 for _ in Path("/proc/self/fd").iterdir()) if Path("/proc/self/fd").exists() else 0
    return max((soft - used - SPARE) // DESCRIPTORS_A_SOCKET, 0)
