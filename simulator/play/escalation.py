"""Løft: taking a stuck matter to a leader, and the leader's answer at the leader's own level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import Roster, seat_of

Verdict = Literal["decides", "releases", "backs", "returns"]
"""Decides which service coordinates · releases time or money · backs the seat · sends it back."""


@wire("escalation.raise")
class RaiseMatter(Command):
    """Løft til leder: what is stuck, and what you need."""

    to: str
    text: Words
    task: str = ""
    item: str = ""


@wire("escalation.answer")
class AnswerMatter(Command):
    """A leader's answer, with the service that takes it where that is decided."""

    escalation: str
    verdict: Verdict
    text: Words = ""
    seat: str = ""


@wire("escalation.raised")
class MatterRaised(Event):
    """A stuck matter reached a leader."""

    escalation: str
    seat: str
    to: str
    text: str
    task: str
    item: str = ""


@wire("escalation.answered")
class MatterAnswered(Event):
    """The leader answered."""

    escalation: str
    verdict: Verdict
    text: str
    seat: str


@dataclass
class Raised:
    """One escalation and its answer."""

    raised: MatterRaised
    at_ms: int
    seq: int
    answer: MatterAnswered | None = None
    answered_at: int | None = None


@dataclass
class Escalations:
    """Escalations by id."""

    raised: dict[str, Raised] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def _raise(state: State, by: Actor, command: RaiseMatter) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if command.to not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if command.to == seat:
        return Refusal("to_yourself")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    number = state[Escalations].counts.get(seat, 0) + 1
    return [
        MatterRaised(f"{seat}-{number}", seat, command.to, command.text, command.task, command.item)
    ]


def _answer(state: State, by: Actor, command: AnswerMatter) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Escalations].raised.get(command.escalation)
    if found is None or found.raised.to != seat:
        return Refusal("not_in_your_inbox")
    if found.answer is not None:
        return Refusal("already_answered")
    if command.seat and command.seat not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if command.verdict == "decides" and not command.seat:
        return Refusal("who_takes_it")
    return [MatterAnswered(command.escalation, command.verdict, command.text, command.seat)]


def _on_raised(state: State, entry: Entry, event: MatterRaised) -> None:
    slice_ = state[Escalations]
    slice_.counts[event.seat] = slice_.counts.get(event.seat, 0) + 1
    slice_.raised[event.escalation] = Raised(event, entry.at_ms, entry.seq)
    put(state, entry, event.to, "escalation", event.escalation, sender=event.seat, waits=True)
    if event.item:
        close(state, entry, event.item)


def _on_answered(state: State, entry: Entry, event: MatterAnswered) -> None:
    found = state[Escalations].raised[event.escalation]
    found.answer, found.answered_at = event, entry.at_ms
    close(state, entry, item_id(found.raised.to, "escalation", event.escalation))
    ref = f"escalation-answered-{event.escalation}"
    put(state, entry, found.raised.seat, "notice", ref, sender=found.raised.to)


ROOM = Room(
    "escalation",
    rules={RaiseMatter: _raise, AnswerMatter: _answer},
    folds={MatterRaised: _on_raised, MatterAnswered: _on_answered},
)
