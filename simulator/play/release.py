"""Frigjøring: leaders free time, money or authority for a seat or a task, in words and an amount.

May answer an escalation. What is freed counts: :func:`released_time` raises a seat's load cap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.escalation import Escalations, MatterAnswered
from simulator.play.inbox import Inbox, close, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import drop
from simulator.play.roster import Roster, leads, seat_of
from simulator.play.tasks import Tasks

HOURS_A_TASK = 4
"""Hours a week that make room for one task more (mark P)."""
What = Literal["time", "money", "authority"]


@wire("release.give")
class GiveRelease(Command):
    """Free something for a seat or a task. ``amount``: hours a week of time, kroner of money.

    ``escalation`` names the raised matter that it answers, if any.
    """

    what: What
    text: Words
    amount: int = 0
    to: str = ""
    task: str = ""
    escalation: str = ""


@wire("release.given")
class ReleaseGiven(Event):
    """A leader freed something; ``to`` is '' where it is for a task, whoever owns it."""

    release: str
    seat: str
    to: str
    what: What
    amount: int
    text: str
    task: str
    escalation: str


@dataclass
class Released:
    """One release."""

    given: ReleaseGiven
    story_ms: int
    seq: int


@dataclass
class Releases:
    """Releases by id."""

    given: dict[str, Released] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, seat: str, tasks: Sequence[str] = ()) -> list[ReleaseGiven]:
        """What was freed for a seat, or for one of ``tasks``."""
        every = (each.given for each in self.given.values())
        return [each for each in every if each.to == seat or (not each.to and each.task in tasks)]


def released_time(state: State, seat: str) -> int:
    """Hours a week that leaders have freed for a seat, those for tasks it owns among them."""
    mine = state[Releases].of(seat, state[Tasks].owned_by(seat))
    return sum(each.amount for each in mine if each.what == "time")


def make_room(state: State) -> None:
    """Fold helper: the hours freed for each seat raise its load cap, a task for every half day."""
    hours: dict[str, int] = {}
    for each in state[Releases].given.values():
        if each.given.to and each.given.what == "time":
            hours[each.given.to] = hours.get(each.given.to, 0) + each.given.amount
    state[Tasks].room = {seat: each // HOURS_A_TASK for seat, each in hours.items()}


def _give(state: State, by: Actor, command: GiveRelease) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not leads(state, seat):
        return Refusal("only_leaders")
    to = command.to
    if command.escalation:
        found = state[Escalations].raised.get(command.escalation)
        if found is None or found.raised.to != seat:
            return Refusal("not_in_your_inbox")
        if found.answer is not None:
            return Refusal("already_answered")
        to = to or found.raised.seat
    wrong = _check(state, seat, to, command)
    if wrong:
        return wrong
    number = state[Releases].counts.get(seat, 0) + 1
    answered = MatterAnswered(command.escalation, "releases", command.text, "")
    return [
        ReleaseGiven(
            f"{seat}-{number}",
            seat,
            to,
            command.what,
            command.amount,
            command.text,
            command.task,
            command.escalation,
        ),
        *([answered] if command.escalation else ()),
    ]


def _check(state: State, seat: str, to: str, command: GiveRelease) -> Refusal | None:
    """Refuse what is for nobody, for oneself, or of no size."""
    if not to and not command.task:
        return Refusal("who_gets_it")
    if to and to not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if to == seat:
        return Refusal("to_yourself")
    stand = state[Tasks].stands.get(command.task)
    if command.task and (stand is None or not stand.live):
        return Refusal("task_not_open")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    sized = command.what == "authority" or 0 < command.amount < 1_000_000_000
    return None if sized else Refusal("amount_missing")


def _on_given(state: State, entry: Entry, event: ReleaseGiven) -> None:
    releases = state[Releases]
    releases.counts[event.seat] = releases.counts.get(event.seat, 0) + 1
    releases.given[event.release] = Released(event, entry.story_ms, entry.seq)
    make_room(state)
    stand = state[Tasks].stands.get(event.task)
    told = (event.to,) if event.to else tuple(stand.owners if stand else ())
    for seat in told:
        put(state, entry, seat, "notice", f"release-{event.release}", sender=event.seat)
    if event.what == "time":
        for item in state[Inbox].open_of(event.seat):
            if item.kind == "release_time" and item.sender in told:
                close(state, entry, item.id)


def _whose(_state: State, _entry: Entry, event: ReleaseGiven) -> str:
    """What answers an escalation stands with that answer."""
    return "" if event.escalation else event.seat


def _forget(state: State, seq: int) -> None:
    drop(state[Releases].given, seq)
    make_room(state)


ROOM = Room(
    "release",
    rules={GiveRelease: _give},
    folds={ReleaseGiven: _on_given},
    regrets={ReleaseGiven: _whose},
    forget=_forget,
)
