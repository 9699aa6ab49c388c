"""Internkontroll: KE's seven points, each yes, no or not yet, with what shows it (T15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.roster import ke_of, leads, seat_of

Point = Literal[
    "ke_authority",
    "team_authority",
    "ke_present",
    "releases",
    "in_writing",
    "overview",
    "public",
]
"""KE has authority · so has whoever leads the team · KE is there when two services or more are ·
services free their coordinators · the decision is written · overview from 0 to 24 years ·
families can find it."""
POINTS: tuple[Point, ...] = get_args(Point)
Verdict = Literal["yes", "no", "not_yet"]


@wire("control.check")
class CheckControl(Command):
    """Say how one point stands, and what shows it."""

    point: Point
    verdict: Verdict
    evidence: Words


@wire("control.checked")
class ControlChecked(Event):
    """KE or a leader said how one point stands."""

    seat: str
    point: Point
    verdict: Verdict
    evidence: str


@dataclass
class Checked:
    """What was said last about a point."""

    checked: ControlChecked
    story_ms: int
    seq: int


@dataclass
class Control:
    """The points somebody has said something about."""

    points: dict[Point, Checked] = field(default_factory=dict)


def may_control(state: State, seat: str) -> bool:
    """Whether a seat answers for the internal control: KE and leaders."""
    return bool(seat) and (seat == ke_of(state) or leads(state, seat))


def _check(state: State, by: Actor, command: CheckControl) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not may_control(state, seat):
        return Refusal("only_ke_or_leaders")
    if not command.evidence.strip():
        return Refusal("evidence_missing")
    return [ControlChecked(seat, command.point, command.verdict, command.evidence)]


def _on_checked(state: State, entry: Entry, event: ControlChecked) -> None:
    state[Control].points[event.point] = Checked(event, entry.story_ms, entry.seq)


ROOM = Room("control", rules={CheckControl: _check}, folds={ControlChecked: _on_checked})
