"""Who is asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.rows import Standing

Reason = Literal["", "moved", "removed", "banned", "expired"]


@dataclass(frozen=True, slots=True)
class Nobody:
    """A stranger. ``reason`` says if they were somebody a moment ago."""

    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with a place in an exercise; ``seat_id`` is None in the lobby."""

    id: str
    exercise_id: str
    team_id: str
    seat_id: str | None
    display_name: str
    lang: str
    state: Standing


@dataclass(frozen=True, slots=True)
class Projector:
    """A screen that shows an exercise to the room; it can do nothing."""

    exercise_id: str


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody logged in: facilitator of the exercises they own."""

    id: str
    email: str
    is_admin: bool


Visitor = Nobody | Participant | Projector | Account
