"""Innboks: what waits for you, what is new, what you have under way, what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.play.clock import scene_id
from simulator.play.expectations import Expectations
from simulator.play.inbox import Inbox, Item, item_id
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers, Pass
from simulator.play.planned import NO_DATE, CarePlan
from simulator.play.roster import Roster
from webapp.regions import storytime
from webapp.regions.headings import heading
from webapp.regions.letters import KINDS, of
from webapp.regions.say import _
from webapp.regions.sight import Sight

GONE = ("scene", "postponed")
"""How an expectation lapses when the story has gone past it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in the list. ``until`` and ``room`` are empty where nothing presses."""

    item: str
    title: str
    kind: str
    gist: str
    came: str
    sector: str
    until: str = ""
    room: storytime.Room = ""
    room_words: str = ""
    acute: bool = False
    seen: bool = True
    answered: bool = False
    by_system: bool = False
    """Whether the system plays the seat it comes from."""


@dataclass(frozen=True, slots=True)
class Called:
    """A meeting the seat has called and not begun: who comes, who has not said."""

    meeting: str
    why: str
    coming: str
    silent: str


@dataclass(frozen=True, slots=True)
class InboxView:
    """The lists. ``waiting`` holds the acute first, else what came first."""

    waiting: tuple[Line, ...]
    new: tuple[Line, ...]
    going: tuple[Line, ...]
    done: tuple[Line, ...]
    called: tuple[Called, ...]


def inbox(sight: Sight) -> InboxView:
    """The seat's inbox as it stands."""
    items = [item for item in sight.state[Inbox].of(sight.seat) if not came_along(sight, item)]
    waiting = [item for item in items if waits(sight, item)]
    new = [item for item in items if not item.waits and item.seen_at is None]
    rest = [item for item in items if item not in waiting and item not in new]
    going = _under_way(sight)
    taken = {item_id(sight.seat, "handover", passed.id) for passed in going}
    return InboxView(
        waiting=tuple(line(sight, item) for item in sorted(waiting, key=lambda i: not i.acute)),
        new=tuple(line(sight, item) for item in reversed(new)),
        going=tuple(_going(sight, passed) for passed in going),
        done=tuple(line(sight, item) for item in reversed(rest) if item.id not in taken),
        called=tuple(_called(sight)),
    )


def came_along(sight: Sight, item: Item) -> bool:
    """Whether it is the cards of a handover or a letter, which that item itself shows."""
    return item.kind == "share" and any(
        other.kind in ("handover", *KINDS)
        and (other.sender, other.delivered_at) == (item.sender, item.delivered_at)
        for other in sight.state[Inbox].of(sight.seat)
    )


def waits(sight: Sight, item: Item) -> bool:
    """Whether the item still waits on its seat; not when the story has gone past it."""
    if not item.open:
        return False
    if item.late and item.kind == "inject" and _is_behind(sight, item.ref):
        return False
    due = [each for each in sight.state[Expectations].due.values() if each.item == item.id]
    return not due or any(each.lapsed not in GONE for each in due)


def _is_behind(sight: Sight, inject: str) -> bool:
    """Whether the scene in which it came is over."""
    found = sight.plan.injects.get(inject)
    return found is not None and found.scene != scene_id(sight.state)


def line(sight: Sight, item: Item) -> Line:
    """One item as the list shows it."""
    head = heading(sight, item)
    due = due_of(sight, item) if item.open else None
    left = storytime.room(sight, item.delivered_story, due, late=item.late) if due else ""
    seat = sight.plan.seats.get(item.sender)
    return Line(
        item=item.id,
        title=head.title,
        kind=head.kind,
        gist=head.gist,
        came=storytime.since(sight, item.delivered_story),
        sector=seat.sector if seat else "",
        until=storytime.until(sight, due) if due and left != "past" else "",
        room=left,
        room_words=storytime.room_words(left),
        acute=item.acute,
        seen=item.seen_at is not None,
        answered=item.waits and item.closed_at is not None,
        by_system=sight.state[Roster].simulated(item.sender),
    )


def due_of(sight: Sight, item: Item) -> int | None:
    """Story ms until which the item waits, if anything sets it."""
    if item.kind == "handover":
        passed = sight.state[Handovers].passes.get(item.ref)
        return passed.due_story if passed else None
    if item.kind == "measure":
        measure = sight.state[CarePlan].measures.get(item.ref.rpartition("-")[0])
        return measure.due_story if measure and measure.due_story != NO_DATE else None
    if item.kind in KINDS:
        return of(sight, item).next_due
    due = sight.state[Expectations].due.values()
    return min((each.due_story for each in due if each.item == item.id and each.open), default=None)


def _under_way(sight: Sight) -> list[Pass]:
    """Handovers that the seat has taken over and not brought to their end."""
    return [
        passed
        for passed in sight.state[Handovers].passes.values()
        if passed.receiver == sight.seat and passed.step in ("taken_over", "read_back", "started")
    ]


def _going(sight: Sight, passed: Pass) -> Line:
    sender = sight.plan.seats[passed.sender]
    taken = passed.step == "taken_over"
    due = passed.first_due if passed.first_due is not None else passed.due_story
    pressing = passed.step != "started"
    left = storytime.room(sight, 0, due) if pressing else ""
    return Line(
        item=item_id(sight.seat, "handover", passed.id),
        title=_("Fra %(name)s", name=sender.name),
        kind=_("Overlevering"),
        gist=_("Overtatt. Si hva du gjør først.")
        if taken
        else sight.words(passed.first_act or passed.request),
        came="",
        sector=sender.sector,
        until=storytime.until(sight, due) if pressing and left != "now" else "",
        room=left,
        room_words=storytime.room_words(left),
    )


def _called(sight: Sight) -> Iterator[Called]:
    for meeting in sight.state[Meetings].held.values():
        if meeting.called_by != sight.seat or meeting.opened_at is not None:
            continue
        coming = [sight.seat_name(seat) for seat in meeting.asked if meeting.comes.get(seat)]
        silent = [sight.seat_name(seat) for seat in meeting.asked if seat not in meeting.comes]
        yield Called(meeting.id, sight.words(meeting.why), ", ".join(coming), ", ".join(silent))
