"""A decision about the child: what, by which mandate, what is best for her, and how she was heard.

Nobody is stopped from deciding. Whether the mandate was the deciding seat's own is computed from
its roles and the rule pack, and stands in the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.duration import parse
from simulator.play.calendar import calendar_of
from simulator.play.inbox import close, put
from simulator.play.isbar import When
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.law import law_of
from simulator.play.regret import by_seat, dropping
from simulator.play.roster import Roster, seat_of
from simulator.play.voice import Voices

Hearing = Literal["", "heard", "silent", "through", "not"]
"""Not said · in her own words · asked, and kept silent · through somebody she knows · not yet."""
CARD = "card-"
"""Grounds ``card-1`` to ``card-3`` are the three things that the seat's own role card says."""


@wire("decision.make")
class MakeDecision(Command):
    """Decide. ``ground`` is a mandate of the rule pack, or a line of one's own role card."""

    text: Words
    ground: str = ""
    interest: Words = ""
    heard: Hearing = ""
    listening: str = ""
    owner: str = ""
    by: When | None = None
    item: str = ""


@wire("decision.made")
class DecisionMade(Event):
    """A decision. ``mandate`` is whether the deciding seat's roles carry its ``ground``;
    ``interest`` the assessment of what is best for the child; ``listening`` the time she was
    listened to that it rests on; ``due_story`` until when the owner has (story ms)."""

    decision: str
    seat: str
    text: str
    ground: str
    mandate: bool
    interest: str
    heard: Hearing
    listening: str
    owner: str
    by: str
    due_story: int | None = None
    item: str = ""


@dataclass
class Made:
    """One decision, and when it was made."""

    made: DecisionMade
    seq: int
    at_ms: int


@dataclass
class Decisions:
    """Decisions by id, in the order made."""

    made: dict[str, Made] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def has_mandate(state: State, seat: str, ground: str) -> bool | None:
    """Whether the seat's roles carry ``ground``; None if there is no such ground."""
    if not ground:
        return False
    row = state.plan.seats[seat]
    if ground.startswith(CARD):
        number = ground.removeprefix(CARD)
        known = number in {str(n + 1) for n in range(len(row.card.can))}
        return True if known else None
    mandate = law_of(state).mandates.get(ground)
    return None if mandate is None else bool(set(mandate.roles) & set(row.roles))


def _make(state: State, by: Actor, command: MakeDecision) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not command.text.strip():
        return Refusal("nothing_to_send")
    if command.owner and command.owner not in state[Roster].chairs:
        return Refusal("no_such_seat")
    mandate = has_mandate(state, seat, command.ground)
    if mandate is None:
        return Refusal("no_such_ground")
    heard = _heard(state, seat, command)
    if isinstance(heard, Refusal):
        return heard
    by_when = command.by or ""
    due = calendar_of(state.plan.scenario).due(state.story_ms, parse(by_when)) if by_when else None
    number = state[Decisions].counts.get(seat, 0) + 1
    return [
        DecisionMade(
            f"{seat}-{number}",
            seat,
            command.text,
            command.ground,
            mandate,
            command.interest,
            heard,
            command.listening,
            command.owner,
            by_when,
            due,
            command.item,
        )
    ]


def _heard(state: State, seat: str, command: MakeDecision) -> Hearing | Refusal:
    """How she was heard: as said, or as the listening that is named shows."""
    if not command.listening:
        return command.heard
    found = state[Voices].listenings.get(command.listening)
    if found is None or found.seat != seat:
        return Refusal("not_your_listening")
    return command.heard or ("heard" if found.voice else "silent")


def _on_made(state: State, entry: Entry, event: DecisionMade) -> None:
    decisions = state[Decisions]
    decisions.counts[event.seat] = decisions.counts.get(event.seat, 0) + 1
    decisions.made[event.decision] = Made(event, entry.seq, entry.at_ms)
    if event.owner and event.owner != event.seat:
        put(state, entry, event.owner, "notice", f"decision-{event.decision}", sender=event.seat)
    if event.item:
        close(state, entry, event.item)


ROOM = Room(
    "decisions",
    rules={MakeDecision: _make},
    folds={DecisionMade: _on_made},
    regrets={DecisionMade: by_seat},
    forget=dropping(lambda state: state[Decisions].made),
)
