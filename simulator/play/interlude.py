"""'Hvem har hva i ventetiden?': before a jump, every owner confirms what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.clock import Clock, InterludeStarted
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.passes import Handovers
from simulator.play.roster import seat_of
from simulator.play.tasks import Tasks


@wire("interlude.confirm")
class ConfirmHolds(Command):
    """I hold these tasks and handovers while the weeks pass."""

    tasks: tuple[str, ...] = ()
    handovers: tuple[str, ...] = ()


@wire("interlude.confirmed")
class HoldsConfirmed(Event):
    """A seat confirmed what it holds."""

    seat: str
    tasks: tuple[str, ...]
    handovers: tuple[str, ...]


@dataclass
class Holds:
    """What each seat confirmed in the interlude under way: task or handover → seats."""

    tasks: dict[str, list[str]] = field(default_factory=dict)
    handovers: dict[str, list[str]] = field(default_factory=dict)
    confirmed: list[str] = field(default_factory=list)


def _confirm(state: State, by: Actor, command: ConfirmHolds) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if state[Clock].phase != "interlude":
        return Refusal("no_interlude")
    owned = state[Tasks].owned_by(seat)
    if any(task not in owned for task in command.tasks):
        return Refusal("not_yours")
    passes = state[Handovers].passes
    for each in command.handovers:
        if each not in passes or passes[each].responsible != seat:
            return Refusal("not_your_handover")
    return [HoldsConfirmed(seat, command.tasks, command.handovers)]


def _on_interlude(state: State, _entry: Entry, _event: InterludeStarted) -> None:
    holds = state[Holds]
    holds.tasks, holds.handovers, holds.confirmed = {}, {}, []


def _on_confirmed(state: State, _entry: Entry, event: HoldsConfirmed) -> None:
    holds = state[Holds]
    for each in event.tasks:
        holds.tasks.setdefault(each, []).append(event.seat)
    for each in event.handovers:
        holds.handovers.setdefault(each, []).append(event.seat)
    holds.confirmed.append(event.seat)


ROOM = Room(
    "interlude",
    rules={ConfirmHolds: _confirm},
    folds={InterludeStarted: _on_interlude, HoldsConfirmed: _on_confirmed},
)
