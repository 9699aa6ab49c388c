"""Samordning: services disagree, or nobody coordinates, and a leader settles who does.

The kommune has to name who coordinates when that is unclear (hol § 3-4, bvl § 15-8, oppll § 24-1).
The law gives no number of days: two working days, and the same day when it is acute, are the
drill's own default (mark P in the rule pack).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.baton import Baton, BatonOffered, BatonTaken
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.law import due_for, law_of
from simulator.play.letters import Letter, answer, check_letter, next_id, own_letter, send
from simulator.play.regret import by_seat
from simulator.play.roster import Roster, seat_of

Reason = Literal["disagree", "nobody"]
"""The services do not agree · nobody coordinates."""
MANDATE = "settle-samordning"
"""The rule pack's row of who may settle it."""


@wire("samordning.raise")
class RaiseSamordning(Command):
    """Ask a leader to settle who coordinates."""

    reason: Reason
    text: Words
    acute: bool = False
    item: str = ""


@wire("samordning.settle")
class SettleSamordning(Command):
    """Settle who coordinates: as asked, or unasked by a leader whose mandate it is."""

    who: str
    text: Words = ""
    samordning: str = ""


@wire("samordning.raised")
class SamordningRaised(Event):
    """It was taken to a leader, who has until ``due_story`` to settle it."""

    samordning: str
    seat: str
    to: str
    reason: Reason
    text: str
    acute: bool
    due_story: int
    item: str = ""


@wire("samordning.settled")
class SamordningSettled(Event):
    """A leader settled that ``who`` coordinates. ``mandate`` is whether the role may settle it."""

    samordning: str
    seat: str
    who: str
    text: str
    mandate: bool
    in_time: bool


@dataclass
class Samordning:
    """Why each was raised, and what was settled, oldest first; the letters stand in ``letters``."""

    raised: dict[str, SamordningRaised] = field(default_factory=dict)
    settled: list[SamordningSettled] = field(default_factory=list)

    def answer_to(self, samordning: str) -> SamordningSettled | None:
        """How one that was raised was settled."""
        return next((each for each in self.settled if each.samordning == samordning), None)


def may_settle(state: State, seat: str) -> bool:
    """Whether the seat's role settles who coordinates."""
    mandate = law_of(state).mandates.get(MANDATE)
    return mandate is not None and bool(set(mandate.roles) & set(state.plan.seats[seat].roles))


def settler_of(state: State, seat: str) -> str:
    """Who settles it for ``seat``: the first up its leaders whose role does, else any such seat,
    else the topmost of its leaders; '' if there is nobody."""
    seats, chain = state.plan.seats, [seat]
    while (above := seats[chain[-1]].leader) in seats and above not in chain:
        chain.append(str(above))
    others = (*chain[1:], *(each for each in seats if each != seat))
    found = next((each for each in others if may_settle(state, each)), "")
    return found or (chain[-1] if len(chain) > 1 else "")


def _raise(state: State, by: Actor, command: RaiseSamordning) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    to = settler_of(state, seat)
    if not to:
        return Refusal("nobody_to_settle")
    wrong = check_letter(state, by, [to], (), command.text)
    if isinstance(wrong, Refusal):
        return wrong
    due = due_for(state, "samordning", to, acute=command.acute)
    return [
        SamordningRaised(
            next_id(state, seat),
            seat,
            to,
            command.reason,
            command.text,
            command.acute,
            state.story_ms if due is None else due,
            command.item,
        )
    ]


def _settle(state: State, by: Actor, command: SettleSamordning) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    in_time = True
    if command.samordning:
        found = own_letter(state, by, command.samordning, "samordning")
        if isinstance(found, Refusal):
            return found
        in_time = state.story_ms <= found.due_story
    elif not may_settle(state, seat):
        return Refusal("not_yours_to_settle")
    if command.who not in state[Roster].chairs:
        return Refusal("no_such_seat")
    mandate = may_settle(state, seat)
    settled = SamordningSettled(
        command.samordning, seat, command.who, command.text, mandate, in_time
    )
    return [settled, *_baton_to(state, seat, command.who)]


def _baton_to(state: State, seat: str, who: str) -> list[Event]:
    """The coordinating responsibility is offered to the one named; a leader who names itself has
    said yes."""
    baton = state[Baton]
    if who in (baton.holder, baton.asked):
        return []
    return [BatonTaken(seat, baton.holder)] if who == seat else [BatonOffered(seat, who)]


def _on_raised(state: State, entry: Entry, event: SamordningRaised) -> None:
    state[Samordning].raised[event.samordning] = event
    letter = Letter(
        event.samordning,
        "samordning",
        event.seat,
        event.to,
        event.text,
        (),
        event.due_story,
        entry.seq,
        entry.at_ms,
        entry.story_ms,
    )
    send(state, entry, letter, item=event.item, acute=event.acute)


def _on_settled(state: State, entry: Entry, event: SamordningSettled) -> None:
    state[Samordning].settled.append(event)
    if event.samordning:
        answer(state, entry, event.samordning)


ROOM = Room(
    "samordning",
    rules={RaiseSamordning: _raise, SettleSamordning: _settle},
    folds={SamordningRaised: _on_raised, SamordningSettled: _on_settled},
    regrets={SamordningRaised: by_seat},
)
