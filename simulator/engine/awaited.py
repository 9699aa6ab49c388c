"""What a seat is asked for with a time of its own: the item that waits, on whom, until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.play.coordinator import (
    CoordinatorAccepted,
    CoordinatorAppointed,
    CoordinatorNeeded,
    Coordinators,
)
from simulator.play.inbox import Inbox, item_id
from simulator.play.kernel import Event, State


class Awaited(NamedTuple):
    """An item that becomes late once story ms ``due_story`` has passed; never, if that is None."""

    item: str
    seat: str
    due_story: int | None


def awaited(state: State, event: Event) -> Iterator[tuple[str, str, int]]:
    """(item, seat, due story ms) of what ``event``, just folded, asks of somebody."""
    for each in _due(state, event):
        found = state[Inbox].items.get(each.item)
        if found is not None and found.waits and each.due_story is not None:
            yield each.item, each.seat, each.due_story


def _due(state: State, event: Event) -> Iterator[Awaited]:
    number = str(len(state[Coordinators].appointments))
    match event:
        case CoordinatorNeeded():
            item = item_id(event.to, "need", event.need)
            yield Awaited(item, event.to, event.due_story)
        case CoordinatorAppointed():
            item = item_id(event.to, "appointment", number)
            yield Awaited(item, event.to, event.due_story)
        case CoordinatorAccepted():
            item = item_id(event.seat, "first_meeting", number)
            yield Awaited(item, event.seat, event.meet_due)
            item = item_id(event.leader, "release_time", number)
            yield Awaited(item, event.leader, event.time_due)
        case _:
            return
