"""The only way out over the sockets: always to a named audience, never to everybody (D7)."""

from __future__ import annotations

from typing import Any

from webapp.audience import Audience, person
from webapp.runtime import Runtime


def emit(here: Runtime, to: Audience, event: str, payload: dict[str, Any]) -> None:
    """Send ``payload`` to everybody of one audience."""
    here.socketio.emit(event, payload, to=to.room)


def hang_up(here: Runtime, participant_id: str, reason: str) -> None:
    """Tell a participant's sockets why (``moved``, ``role``, ``removed``, ``banned``), and close
    them. The page asks the server where it stands."""
    emit(here, person(participant_id), "left", {"reason": reason})
    _close(here, here.presence.held(participant_id))


def hang_up_login(here: Runtime, token_hash: str) -> None:
    """Tell the pages that one log-in opened that it has ended, and close them."""
    sids = here.presence.opened_with(token_hash)
    for sid in sids:
        here.socketio.emit("left", {"reason": "logout"}, to=sid)
    _close(here, sids)


def evict(here: Runtime, sid: str) -> None:
    """Close the oldest of somebody's many pages. It is told why, so that it does not come again
    at once and push out another; it asks now and then instead."""
    here.socketio.emit("left", {"reason": "tabs"}, to=sid)
    _close(here, [sid])


def _close(here: Runtime, sids: list[str]) -> None:
    for sid in sids:
        here.socketio.server.disconnect(sid)
