"""The only way out over the sockets: always to a named audience, never to everybody (D7)."""

from __future__ import annotations

from typing import Any

from webapp.audience import Audience, person
from webapp.runtime import Runtime


def emit(here: Runtime, to: Audience, event: str, payload: dict[str, Any]) -> None:
    """Send ``payload`` to everybody of one audience."""
    here.socketio.emit(event, payload, to=to.room)


def hang_up(here: Runtime, participant_id: str, reason: str) -> None:
    """Tell a participant's sockets why (``moved``, ``removed``, ``banned``), and close them."""
    emit(here, person(participant_id), "left", {"reason": reason})
    for sid in here.presence.held(participant_id):
        here.socketio.server.disconnect(sid)
