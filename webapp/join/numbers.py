"""What people type at the door: a PIN of six digits or a seat code of nine."""

from __future__ import annotations

from webapp.opening import is_open
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime
from webapp.security.tokens import CODE_DIGITS, PIN_DIGITS

TOO_LONG = 40


def digits(typed: str) -> str:
    """The digits of what was typed or pasted, in whatever groups."""
    return "".join(each for each in typed[:TOO_LONG] if each.isascii() and each.isdigit())


def grouped(number: str) -> str:
    """``123456`` as ``123 456``: how it is shown and read aloud."""
    return " ".join(number[at : at + 3] for at in range(0, len(number), 3))


def room_of(here: Runtime, number: str) -> RoomRow | None:
    """The open room with this PIN."""
    room = here.room.by_pin(number) if len(number) == PIN_DIGITS else None
    return room if room is not None and is_open(here, room) else None


def place_of(here: Runtime, number: str) -> ParticipantRow | None:
    """The place in an open room that this seat code is for."""
    found = here.room.by_code(number) if len(number) == CODE_DIGITS else None
    return found if found is not None and found.state in ("lobby", "in") else None
