"""The inbox: everything that reaches a seat, in the order received, and what waits on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import seat_of

ItemKind = Literal[
    "inject",
    "share",
    "question",
    "reply",
    "handover",
    "agreement",
    "meeting",
    "task",
    "baton",
    "escalation",
    "measure",
    "notification",
    "referral",
    "samordning",
    "need",
    "appointment",
    "first_meeting",
    "release_time",
    "pact",
    "talk",
    "disagreement",
    "reminder",
    "notice",
]


@wire("item.see")
class SeeItem(Command):
    """Open an item: it counts as seen from now."""

    item: str


@wire("item.seen")
class ItemSeen(Event):
    """A seat opened an item."""

    seat: str
    item: str


@wire("item.late")
class ItemLate(Event):
    """An item's deadline and its protected time have both passed (decisions 3)."""

    seat: str
    item: str


@dataclass
class Item:
    """One thing in a seat's inbox. ``ref`` is the inject, share, handover … it shows.

    ``waits`` says whether something is asked of the seat; ``closed_at`` when that was given.
    Times are play ms; ``origin`` is the seq that put it here.
    """

    id: str
    seat: str
    kind: ItemKind
    ref: str
    sender: str
    origin: int
    delivered_at: int
    delivered_story: int
    waits: bool
    acute: bool = False
    seen_at: int | None = None
    closed_at: int | None = None
    late: bool = False
    closed_by: int = 0
    """The seq that closed it."""
    instead: Item | None = None
    """What it took the place of, should it be taken back."""

    @property
    def open(self) -> bool:
        """Whether it still waits on the seat."""
        return self.waits and self.closed_at is None


@dataclass
class Inbox:
    """All items by id, in the order delivered."""

    items: dict[str, Item] = field(default_factory=dict)

    def of(self, seat: str) -> list[Item]:
        """A seat's items, oldest first."""
        return [item for item in self.items.values() if item.seat == seat]

    def open_of(self, seat: str) -> list[Item]:
        """What waits on a seat."""
        return [item for item in self.items.values() if item.seat == seat and item.open]


def item_id(seat: str, kind: str, ref: str) -> str:
    """The id of the item that shows ``ref`` to ``seat``."""
    return f"{kind}.{ref}@{seat}"


def put(  # noqa: PLR0913 - an item has these parts
    state: State,
    entry: Entry,
    seat: str,
    kind: ItemKind,
    ref: str,
    *,
    sender: str = "",
    waits: bool = False,
    acute: bool = False,
) -> None:
    """Fold helper of the rooms above: place an item in a seat's inbox."""
    made = Item(
        item_id(seat, kind, ref),
        seat,
        kind,
        ref,
        sender,
        entry.seq,
        entry.at_ms,
        entry.story_ms,
        waits,
        acute,
    )
    before = state[Inbox].items.get(made.id)
    made.instead = replace(before, instead=None) if before else None
    state[Inbox].items[made.id] = made


def close(state: State, entry: Entry, item: str) -> None:
    """Fold helper: what was asked for is given."""
    found = state[Inbox].items.get(item)
    if found and found.closed_at is None:
        found.closed_at, found.closed_by = entry.at_ms, entry.seq
        if found.seen_at is None:
            found.seen_at = entry.at_ms


def forget(state: State, seq: int) -> None:
    """Fold helper: remove the items that entry ``seq`` put, open those that it closed."""
    items = state[Inbox].items
    for item in [item for item in items.values() if item.origin == seq]:
        if item.instead:
            items[item.id] = item.instead
        else:
            del items[item.id]
    for item in items.values():
        if item.closed_by == seq:
            if item.seen_at == item.closed_at:
                item.seen_at = None
            item.closed_at, item.closed_by = None, 0


def own_item(state: State, by: Actor, item: str) -> Item | Refusal:
    """The item, if it is in the actor's own inbox."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Inbox].items.get(item)
    if found is None or found.seat != seat:
        return Refusal("not_in_your_inbox")
    return found


def _see(state: State, by: Actor, command: SeeItem) -> Sequence[Event] | Refusal:
    found = own_item(state, by, command.item)
    if isinstance(found, Refusal):
        return found
    return [] if found.seen_at is not None else [ItemSeen(found.seat, found.id)]


def _on_seen(state: State, entry: Entry, event: ItemSeen) -> None:
    found = state[Inbox].items.get(event.item)
    if found and found.seen_at is None:
        found.seen_at = entry.at_ms


def _on_late(state: State, _entry: Entry, event: ItemLate) -> None:
    found = state[Inbox].items.get(event.item)
    if found:
        found.late = True


ROOM = Room(
    "inbox",
    rules={SeeItem: _see},
    folds={ItemSeen: _on_seen, ItemLate: _on_late},
    forget=forget,
)
