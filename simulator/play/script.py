"""The script: where each inject of the dreiebok stands, and the facilitator's hand on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.clock import is_playing
from simulator.play.facts import learn
from simulator.play.inbox import put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import Roster

InjectPhase = Literal["waiting", "triggered", "held", "delivered", "not_taken", "skipped"]


@wire("inject.release")
class ReleaseInject(Command):
    """Send an inject now, whatever its time or condition."""

    inject: str


@wire("inject.hold")
class HoldInject(Command):
    """Keep an inject back until it is released."""

    inject: str


@wire("inject.skip")
class SkipInject(Command):
    """Leave an inject out."""

    inject: str


@wire("inject.add")
class AddInject(Command):
    """An ad hoc inject from the facilitator, sent at once."""

    to: tuple[str, ...]
    sender: Words
    text: Words
    headline: Words = ""


@wire("inject.triggered")
class InjectTriggered(Event):
    """Its time came or its condition became true; it may wait for a seat's load budget."""

    inject: str


@wire("inject.delivered")
class InjectDelivered(Event):
    """It reached these seats."""

    inject: str
    to: tuple[str, ...]


@wire("inject.not_taken")
class InjectNotTaken(Event):
    """Its window or scene ended before it came. ``why``: condition, load or held."""

    inject: str
    why: Literal["condition", "load", "held"]


@wire("inject.held")
class InjectHeld(Event):
    """The facilitator keeps it back."""

    inject: str


@wire("inject.released")
class InjectReleased(Event):
    """The facilitator sent it (the delivery follows in the same instant)."""

    inject: str


@wire("inject.skipped")
class InjectSkipped(Event):
    """The facilitator left it out."""

    inject: str


@wire("inject.added")
class InjectAdded(Event):
    """The facilitator wrote and sent one."""

    inject: str
    to: tuple[str, ...]
    sender: str
    text: str
    headline: str


@dataclass
class InjectStand:
    """Where one inject stands; times are play ms."""

    phase: InjectPhase = "waiting"
    released: bool = False
    at_ms: int | None = None
    story_ms: int | None = None
    seq: int | None = None
    why: str = ""


@dataclass
class Script:
    """Stands of scripted injects, and the ad hoc ones."""

    stands: dict[str, InjectStand] = field(default_factory=dict)
    added: dict[str, InjectAdded] = field(default_factory=dict)

    def stand(self, inject: str) -> InjectStand:
        """Where an inject stands."""
        return self.stands.setdefault(inject, InjectStand())


def _live(state: State, inject: str) -> InjectStand | Refusal:
    if inject not in state.plan.injects:
        return Refusal("no_such_inject")
    if not is_playing(state):
        return Refusal("not_running")
    stand = state[Script].stand(inject)
    if stand.phase in ("delivered", "skipped", "not_taken"):
        return Refusal("inject_is_settled")
    return stand


def _release(state: State, _by: Actor, command: ReleaseInject) -> Sequence[Event] | Refusal:
    stand = _live(state, command.inject)
    if isinstance(stand, Refusal):
        return stand
    to = tuple(state.plan.injects[command.inject].to)
    return [InjectReleased(command.inject), InjectDelivered(command.inject, to)]


def _hold(state: State, _by: Actor, command: HoldInject) -> Sequence[Event] | Refusal:
    stand = _live(state, command.inject)
    return stand if isinstance(stand, Refusal) else [InjectHeld(command.inject)]


def _skip(state: State, _by: Actor, command: SkipInject) -> Sequence[Event] | Refusal:
    stand = _live(state, command.inject)
    return stand if isinstance(stand, Refusal) else [InjectSkipped(command.inject)]


def _add(state: State, _by: Actor, command: AddInject) -> Sequence[Event] | Refusal:
    if not command.to or any(seat not in state[Roster].chairs for seat in command.to):
        return Refusal("no_such_seat")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    number = len(state[Script].added) + 1
    return [
        InjectAdded(f"adhoc-{number}", command.to, command.sender, command.text, command.headline)
    ]


def _stand(state: State, entry: Entry, inject: str, phase: InjectPhase, why: str = "") -> None:
    stand = state[Script].stand(inject)
    stand.phase, stand.why = phase, why
    stand.at_ms, stand.story_ms, stand.seq = entry.at_ms, entry.story_ms, entry.seq


def _on_triggered(state: State, entry: Entry, event: InjectTriggered) -> None:
    _stand(state, entry, event.inject, "triggered")


def _on_delivered(state: State, entry: Entry, event: InjectDelivered) -> None:
    _stand(state, entry, event.inject, "delivered")
    inject = state.plan.injects[event.inject]
    expecting = {expected.seat for expected in inject.expects}
    for seat in event.to:
        learn(state, entry, seat, inject.facts, inject.id)
        put(
            state,
            entry,
            seat,
            "inject",
            inject.id,
            waits=seat in expecting,
            acute=inject.acute,
        )


def _on_not_taken(state: State, entry: Entry, event: InjectNotTaken) -> None:
    _stand(state, entry, event.inject, "not_taken", event.why)


def _on_held(state: State, entry: Entry, event: InjectHeld) -> None:
    _stand(state, entry, event.inject, "held")


def _on_released(state: State, _entry: Entry, event: InjectReleased) -> None:
    state[Script].stand(event.inject).released = True


def _on_skipped(state: State, entry: Entry, event: InjectSkipped) -> None:
    _stand(state, entry, event.inject, "skipped")


def _on_added(state: State, entry: Entry, event: InjectAdded) -> None:
    state[Script].added[event.inject] = event
    for seat in event.to:
        put(state, entry, seat, "inject", event.inject)


ROOM = Room(
    "script",
    rules={ReleaseInject: _release, HoldInject: _hold, SkipInject: _skip, AddInject: _add},
    folds={
        InjectTriggered: _on_triggered,
        InjectDelivered: _on_delivered,
        InjectNotTaken: _on_not_taken,
        InjectHeld: _on_held,
        InjectReleased: _on_released,
        InjectSkipped: _on_skipped,
        InjectAdded: _on_added,
    },
)
