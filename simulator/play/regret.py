"""What rooms share in saying which of their acts may be regretted, and how they forget them.

Taking back itself is the ``undo`` room's; what an act made of a slice only its own room knows.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from simulator.play.kernel import Entry, State


def by_seat(_state: State, _entry: Entry, event: Any) -> str:  # noqa: ANN401 - of any room
    """Whose act it was, for events that name the acting ``seat``."""
    return str(event.seat)


def by_sender(_state: State, _entry: Entry, event: Any) -> str:  # noqa: ANN401 - of any room
    """Whose act it was, for events that name their ``sender``."""
    return str(event.sender)


def if_written(_state: State, _entry: Entry, event: Any) -> str:  # noqa: ANN401 - of any room
    """Whose act it was; what was said aloud, or lies on a table, is not taken back."""
    return str(event.sender) if event.way == "written" else ""


def drop(found: MutableMapping[str, Any], seq: int) -> None:
    """Forget what the entry of that seq put in ``found``, whose values have a ``seq``."""
    for key in [key for key, value in found.items() if value.seq == seq]:
        del found[key]


def dropping(of: Callable[[State], MutableMapping[str, Any]]) -> Callable[[State, int], None]:
    """The ``forget`` of a room that keeps each act by itself."""
    return lambda state, seq: drop(of(state), seq)
