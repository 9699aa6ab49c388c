"""Sockets that hold on to the server: those that never say who they are, those that never read."""

from __future__ import annotations

from webapp import clock
from webapp.runtime import Runtime

SAY_WHO_S = 10.0
"""A connection has this long to ask for what it wants to be shown (D10)."""
MOST_WAITING = 200
"""Packets that may wait for a slow client; after that it is cheaper to let it come again."""


def sweep(here: Runtime) -> None:
    """Close what has overstayed. Whoever was there comes back and asks for what they missed."""
    engine, now = here.socketio.server.eio, clock.steady()
    manager, waiting = here.socketio.server.manager, here.presence.strangers
    known = engine.sockets.copy()
    for eio_sid, socket in known.items():
        if socket.queue.qsize() > MOST_WAITING:
            # Not waiting for it: it may be the very one that does not read.
            socket.close(wait=False, abort=True)
        elif manager.sid_from_eio_sid(eio_sid, "/") is None:
            if now - waiting.setdefault(eio_sid, now) > SAY_WHO_S:
                socket.close(wait=False)
        else:
            waiting.pop(eio_sid, None)
    for gone in waiting.keys() - known.keys():
        del waiting[gone]
