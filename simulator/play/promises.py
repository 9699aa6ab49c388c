"""Promises: what the system has said yes to in a seat, for whoever comes to play it.

Kept apart from what people promised, so that a person who takes the seat is told what stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from simulator.play.baton import BatonTaken
from simulator.play.coordinator import CoordinatorAccepted
from simulator.play.kernel import Entry, Room, State
from simulator.play.minutes import MeetingReplied
from simulator.play.passes import HandoverTakenOver
from simulator.play.spoken import AgreementConfirmed
from simulator.play.tasks import TaskClaimed

What = Literal["handover", "task", "meeting", "agreement", "baton", "post"]


class Promise(NamedTuple):
    """One yes: ``ref`` is the handover, task, meeting or agreement, '' where there is but one."""

    seat: str
    what: What
    ref: str


@dataclass
class Promises:
    """Each yes of the system and its play ms, in the order given. Whether it stands, its own room
    knows."""

    given: dict[Promise, int] = field(default_factory=dict)

    def of(self, seat: str) -> list[Promise]:
        """What was promised in a seat, the newest first."""
        return [each for each in reversed(self.given) if each.seat == seat]


def _keep(state: State, entry: Entry, what: What, ref: str) -> None:
    promise = Promise(entry.actor.seat, what, ref)
    given = state[Promises].given
    given.pop(promise, None)
    if entry.actor.kind == "colleague":
        given[promise] = entry.at_ms


def _on_taken_over(state: State, entry: Entry, event: HandoverTakenOver) -> None:
    _keep(state, entry, "handover", event.handover)


def _on_claimed(state: State, entry: Entry, event: TaskClaimed) -> None:
    if event.seat == entry.actor.seat:
        _keep(state, entry, "task", event.task)


def _on_replied(state: State, entry: Entry, event: MeetingReplied) -> None:
    if event.comes:
        _keep(state, entry, "meeting", event.meeting)


def _on_confirmed(state: State, entry: Entry, event: AgreementConfirmed) -> None:
    _keep(state, entry, "agreement", event.agreement)


def _on_baton(state: State, entry: Entry, _event: BatonTaken) -> None:
    _keep(state, entry, "baton", "")


def _on_post(state: State, entry: Entry, _event: CoordinatorAccepted) -> None:
    _keep(state, entry, "post", "")


ROOM = Room(
    "promises",
    rules={},
    folds={
        HandoverTakenOver: _on_taken_over,
        TaskClaimed: _on_claimed,
        MeetingReplied: _on_replied,
        AgreementConfirmed: _on_confirmed,
        BatonTaken: _on_baton,
        CoordinatorAccepted: _on_post,
    },
)
