"""Where people go next: the pages that doors lead to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, url_for

DESK = "desk.index"
LIBRARY = "library.index"
CONSOLE = "console.show"
PROJECTOR = "projector.show"
FRONT = "join.front"
LOBBY = "join.lobby"


def front() -> str:
    """The page a newcomer sees first."""
    return url_for(FRONT)


def desk() -> str:
    """A participant's own page."""
    return _page(DESK)


def place(seat_id: str | None) -> str:
    """Where somebody with a place goes: their desk, or the lobby until they have a role."""
    return desk() if seat_id else url_for(LOBBY)


def library() -> str:
    """Where a facilitator finds scenarios and exercises."""
    return _page(LIBRARY)


def console(exercise_id: str) -> str:
    """The page from which one exercise is led."""
    return _page(CONSOLE, exercise_id=exercise_id)


def projector(exercise_id: str) -> str:
    """What the room sees."""
    return _page(PROJECTOR, exercise_id=exercise_id)


def safe_next(wanted: str | None) -> str:
    """A page of ours to go back to; the front page if ``wanted`` is anything else."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return front()
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and "\\" not in wanted else front()


def _page(endpoint: str, **values: Any) -> str:
    known = endpoint in current_app.view_functions
    return url_for(endpoint, **values) if known else front()
