"""The links that are handed out: to phones, to the screen, to whoever leads a demo."""

from __future__ import annotations

from webapp.access.identify import SCREEN_PURPOSE, ticket_room
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.security import tokens

JOIN_PURPOSE = "join"
DEMO_PURPOSE = "demo"


def join_link(here: Runtime, room: RoomRow) -> str:
    """What the QR code says. The token stands in the fragment, which no server ever logs (D2)."""
    return f"{here.config.base_url}/j#{_signed(here, JOIN_PURPOSE, room)}"


def projector_link(here: Runtime, room: RoomRow) -> str:
    """What the facilitator opens on the screen in the room."""
    return f"{here.config.base_url}/screen#{_signed(here, SCREEN_PURPOSE, room)}"


def demo_link(here: Runtime, room: RoomRow) -> str:
    """Opens the facilitator's page of a demo, for as long as the demo runs."""
    return f"{here.config.base_url}/first#{_signed(here, DEMO_PURPOSE, room)}"


def room_of(here: Runtime, purpose: str, token: str) -> RoomRow | None:
    """The room a link's token was made for, unless its links have been made useless."""
    return ticket_room(here, purpose, token)


def _signed(here: Runtime, purpose: str, room: RoomRow) -> str:
    return tokens.ticket(here.config.secret_key, purpose, room.exercise_id, room.nonce)
