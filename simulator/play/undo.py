"""Angre: take back an act within ten seconds, while no receiver has seen it (decisions 10).

What may be regretted, how it is forgotten and what makes it stand each room says itself
(:class:`~simulator.play.kernel.Room`); here is what all have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.play.inbox import Inbox
from simulator.play.kernel import (
    Actor,
    BuiltOn,
    Command,
    Entry,
    Event,
    Refusal,
    Room,
    State,
    wire,
)
from simulator.play.roster import seat_of

UNDO_MS = 10_000


@wire("act.withdraw")
class Withdraw(Command):
    """Take back your own act that stands at ``seq``."""

    seq: int


@wire("act.withdrawn")
class ActWithdrawn(Event):
    """The act at ``seqs`` counts as not done; the lines stay in the journal. ``seat`` did it; ''
    where child or parents spoke."""

    seat: str
    seqs: tuple[int, ...]


@dataclass
class Act:
    """One act that may still be taken back. ``seqs`` stand in the same instant. ``seat`` did it;
    where child or parents spoke, the actor who spoke for them."""

    seat: str
    at_ms: int
    seqs: list[int]


@dataclass
class Acts:
    """Acts that can be withdrawn, by their first seq, and those that were."""

    recent: dict[int, Act] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)

    def latest(self, seat: str, at_ms: int) -> int | None:
        """Seq of the seat's newest act that may still be taken back at ``at_ms``, if any."""
        for seq, act in reversed(self.recent.items()):
            if act.seat == seat and at_ms - act.at_ms <= UNDO_MS:
                return seq
        return None


def is_seen(state: State, act: Act) -> bool:
    """Whether somebody has opened, or answered, what the act put before them."""
    items = state[Inbox].items.values()
    return any(item.origin in act.seqs and item.seen_at is not None for item in items)


def _withdraw(state: State, by: Actor, command: Withdraw) -> Sequence[Event] | Refusal:
    speaks = by.kind in ("family", "facilitator")
    seat = str(by) if speaks else seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    act = state[Acts].recent.get(command.seq)
    if act is None or act.seat != seat:
        return Refusal("nothing_to_undo")
    if state.at_ms - act.at_ms > UNDO_MS:
        return Refusal("too_late_to_undo")
    return Refusal("seen_already") if is_seen(state, act) else [ActWithdrawn(seat, tuple(act.seqs))]


def _remember(state: State, entry: Entry, seat: str) -> None:
    recent = state[Acts].recent
    newest = next(reversed(recent.values()), None)
    same = newest is not None and (newest.seat, newest.at_ms) == (seat, entry.at_ms)
    if newest is not None and same and entry.actor.kind != "engine":
        newest.seqs.append(entry.seq)
        return
    recent[entry.seq] = Act(seat, entry.at_ms, [entry.seq])
    for old in [seq for seq, act in recent.items() if entry.at_ms - act.at_ms > UNDO_MS]:
        del recent[old]


def _uphold(state: State, entry: Entry, seqs: set[int]) -> None:
    """What somebody has built on is no longer taken back; one act may have several parts."""
    recent = state[Acts].recent
    for seq, act in list(recent.items()):
        if seqs & set(act.seqs) and act.at_ms != entry.at_ms:
            del recent[seq]


def _on_withdrawn(
    below: Sequence[Room],
) -> Callable[[State, Entry, ActWithdrawn], None]:
    forgets = [room.forget for room in below if room.forget]

    def fold(state: State, _entry: Entry, event: ActWithdrawn) -> None:
        acts = state[Acts]
        acts.recent.pop(event.seqs[0], None)
        acts.withdrawn.update(event.seqs)
        for seq in reversed(event.seqs):
            for forget in forgets:
                forget(state, seq)

    return fold


def over(below: Sequence[Room]) -> Room:
    """The room that takes back what those ``below`` say can be regretted."""
    regrets = {event: whose for room in below for event, whose in room.regrets.items()}
    upholds: dict[type[Event], list[BuiltOn]] = defaultdict(list)
    for event, built_on in (each for room in below for each in room.upholds.items()):
        upholds[event].append(built_on)

    def on_act(state: State, entry: Entry, event: Any) -> None:  # noqa: ANN401 - of any room
        for built_on in upholds.get(type(event), ()):
            _uphold(state, entry, set(built_on(state, event)))
        whose = regrets.get(type(event))
        seat = whose(state, entry, event) if whose else ""
        if seat:
            _remember(state, entry, seat)

    folds = dict.fromkeys([*regrets, *upholds], on_act)
    return Room("undo", {Withdraw: _withdraw}, {**folds, ActWithdrawn: _on_withdrawn(below)})
