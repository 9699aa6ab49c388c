"""What the web's tables hold, as plain values. Times are wall stamps (ms since 1970)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Door = Literal["open", "admit", "locked"]
"""``open``: whoever has the PIN gets a role; ``admit``: waits until let in; ``locked``: nobody."""

Standing = Literal["lobby", "in", "removed", "banned"]
"""``removed`` may join again, ``banned`` may not until readmitted."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """Somebody who leads exercises. ``password_hash`` is None until they have chosen one."""

    id: str
    email: str
    is_admin: bool
    created_wall: int
    password_hash: str | None = None


@dataclass(frozen=True, slots=True)
class RoomRow:
    """An exercise as a room that people can join. ``pin`` is None once it has closed.

    ``people`` is how many are expected in each team, 0 if nobody said. ``support`` is whom people
    can talk to, named before anything acute can play (decision 18). A new ``nonce`` makes the
    links that were handed out useless.
    """

    exercise_id: str
    owner_id: str
    title: str
    pin: str | None
    nonce: str
    door: Door
    people: int
    opened_wall: int
    support: str = ""
    closed_wall: int | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One person in one exercise. ``name`` may be empty; ``code`` moves the seat to a new phone.

    ``device_no`` counts phones: only the newest has the token that fits ``token_hash``.
    """

    id: str
    exercise_id: str
    team_id: str
    seat_id: str | None
    name: str
    lang: str
    token_hash: str
    device_no: int
    code: str | None
    state: Standing
    created_wall: int
    seen_wall: int
