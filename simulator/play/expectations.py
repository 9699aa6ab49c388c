"""Expected actions: what a delivered inject asks of a seat, and whether an adequate act came.

Adequate: right kind, addressee, and the cards, owner or date it needs (decisions 15). Which act
met which expectation is judged by the engine and journalled, so the debrief can cite it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.play.inbox import close, forget
from simulator.play.kernel import Entry, Event, Room, State, wire


@wire("expectation.opened")
class ExpectationOpened(Event):
    """A seat is expected to act before story ms ``due_story``."""

    expected: str
    seat: str
    due_story: int


@wire("expectation.met")
class ExpectationMet(Event):
    """Entry ``act`` was an adequate act. ``in_time``: its story deadline had not passed, or the
    seat's protected time had not run out."""

    expected: str
    act: int
    in_time: bool


@wire("expectation.lapsed")
class ExpectationLapsed(Event):
    """Nobody did it. ``late``: time ran out; ``postponed``: a jump passed over it while it was
    still protected (utsatt av øvelsen); ``scene``: the scene ended after its time."""

    expected: str
    how: Literal["late", "postponed", "scene"]


@dataclass
class Expectation:
    """One expected action that became due."""

    expected: str
    seat: str
    inject: str
    item: str
    due_story: int
    opened_at: int
    seq: int
    met_by: int | None = None
    met_at: int | None = None
    met_seq: int = 0
    in_time: bool = False
    late: bool = False
    lapsed: str = ""

    @property
    def open(self) -> bool:
        """Whether an act could still meet it."""
        return self.met_by is None and self.lapsed in ("", "late")


@dataclass
class Expectations:
    """Expectations by id of the expected action."""

    due: dict[str, Expectation] = field(default_factory=dict)

    def open_of(self, seat: str) -> list[Expectation]:
        """What a seat is still expected to do."""
        return [each for each in self.due.values() if each.seat == seat and each.open]

    def done(self, expected: str) -> bool:
        """Whether it was adequately done."""
        found = self.due.get(expected)
        return found is not None and found.met_by is not None


def _on_opened(state: State, entry: Entry, event: ExpectationOpened) -> None:
    inject, _expected = state.plan.expected[event.expected]
    state[Expectations].due[event.expected] = Expectation(
        event.expected,
        event.seat,
        inject.id,
        f"inject.{inject.id}@{event.seat}",
        event.due_story,
        entry.at_ms,
        entry.seq,
    )


def _on_met(state: State, entry: Entry, event: ExpectationMet) -> None:
    found = state[Expectations].due[event.expected]
    found.met_by, found.met_at, found.in_time = event.act, entry.at_ms, event.in_time
    found.met_seq = entry.seq
    others = (each for each in state[Expectations].open_of(found.seat) if each.item == found.item)
    if not any(others):
        close(state, entry, found.item)


def _on_lapsed(state: State, _entry: Entry, event: ExpectationLapsed) -> None:
    found = state[Expectations].due[event.expected]
    found.lapsed = event.how
    found.late = found.late or event.how == "late"


def _forget(state: State, seq: int) -> None:
    """What an act taken back had met is expected again."""
    for each in state[Expectations].due.values():
        if each.met_by == seq:
            forget(state, each.met_seq)
            each.met_by, each.met_at, each.met_seq, each.in_time = None, None, 0, False


ROOM = Room(
    "expectations",
    rules={},
    folds={
        ExpectationOpened: _on_opened,
        ExpectationMet: _on_met,
        ExpectationLapsed: _on_lapsed,
    },
    forget=_forget,
)
