"""What in leading and cooperation makes a seat want to act."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.play.cooperation import Cooperation, CooperationAnswered, CooperationDisagreed
from simulator.play.coordinator import (
    CoordinatorAccepted,
    CoordinatorAppointed,
    CoordinatorDeclined,
    CoordinatorNeeded,
)
from simulator.play.grants import ConsentAnswered
from simulator.play.kernel import Event, State
from simulator.play.pact import PactWritten, signers
from simulator.play.roster import ke_of


def wants(state: State, event: Event) -> Iterator[tuple[str, str, int]]:
    """(seat, intention, how many times the usual time it has) for an event."""
    match event:
        case PactWritten(short=False):
            for seat in signers(state):
                if seat != event.seat:
                    yield seat, f"sign:{event.version}", 1
        case CooperationDisagreed():
            yield event.to, f"stance:{event.disagreement}", 1
        case CooperationAnswered():
            said = state[Cooperation].disagreements[event.disagreement].said
            yield said.seat, f"mend:{event.disagreement}", 2
        case _:
            yield from _wants_of_coordinator(state, event)


def _wants_of_coordinator(state: State, event: Event) -> Iterator[tuple[str, str, int]]:
    match event:
        case CoordinatorNeeded():
            yield event.to, "askfamily:", 1
        case ConsentAnswered(about="coordinator"):
            yield ke_of(state), f"appoint:{event.request}", 1
        case CoordinatorDeclined():
            yield ke_of(state), f"appoint:{event.seat}", 2
        case CoordinatorAppointed() if event.to != event.seat:
            yield event.to, f"post:{event.seat}", 1
        case CoordinatorAccepted():
            yield event.leader, f"freetime:{event.seat}", 1
            yield event.seat, "tellwho:", 1
            yield event.seat, "meetfamily:", 2
        case _:
            return
