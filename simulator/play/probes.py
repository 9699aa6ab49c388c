"""Spørsmål underveis: a private moment for every seat; play time stands while it lasts.

The clock log opens and closes it for all teams; each seat answers for itself (decisions 16).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.play.clock import Clock
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import seat_of

PROBE_WALL_MS = 90_000
"""The longest a probe stops play, in real milliseconds."""


@wire("probe.open")
class OpenProbe(Command):
    """Ask everybody now (autopilot or facilitator)."""

    probe: str


@wire("probe.close")
class CloseProbe(Command):
    """Go on; what is unanswered stays so."""


@wire("probe.answer")
class AnswerProbe(Command):
    """A seat's own answers: question id → chosen options (indexes, or seat ids; '' is nobody)."""

    probe: str
    answers: Mapping[str, tuple[str, ...]]


@wire("probe.opened")
class ProbeOpened(Event):
    """The questions stand on every screen; play time stands still."""

    probe: str


@wire("probe.closed")
class ProbeClosed(Event):
    """Play goes on."""

    probe: str


@wire("probe.answered")
class ProbeAnswered(Event):
    """A seat answered."""

    probe: str
    seat: str
    answers: dict[str, tuple[str, ...]]


@dataclass
class ProbeStand:
    """One probe's answers by seat. ``holder`` is who coordinated when it was asked."""

    seq: int
    at_ms: int
    closed: bool = False
    answers: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass
class Probes:
    """Probes asked, by id, and the one open now ('' if none)."""

    asked: dict[str, ProbeStand] = field(default_factory=dict)
    open: str = ""


def _open(state: State, _by: Actor, command: OpenProbe) -> Sequence[Event] | Refusal:
    probes = state[Probes]
    if command.probe not in state.plan.probes:
        return Refusal("no_such_probe")
    if probes.open or command.probe in probes.asked:
        return Refusal("probe_asked_before")
    return Refusal("not_running") if state[Clock].phase != "leg" else [ProbeOpened(command.probe)]


def _close(state: State, _by: Actor, _command: CloseProbe) -> Sequence[Event] | Refusal:
    probe = state[Probes].open
    return [ProbeClosed(probe)] if probe else Refusal("no_such_probe")


def _answer(state: State, by: Actor, command: AnswerProbe) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not command.probe or state[Probes].open != command.probe:
        return Refusal("probe_is_closed")
    if seat in state[Probes].asked[command.probe].answers:
        return Refusal("already_answered")
    known = {question.id for question in state.plan.probes[command.probe].questions}
    if not known.issuperset(command.answers):
        return Refusal("no_such_question")
    return [ProbeAnswered(command.probe, seat, dict(command.answers))]


def _on_opened(state: State, entry: Entry, event: ProbeOpened) -> None:
    probes = state[Probes]
    probes.open = event.probe
    probes.asked[event.probe] = ProbeStand(entry.seq, entry.at_ms)


def _on_closed(state: State, _entry: Entry, event: ProbeClosed) -> None:
    probes = state[Probes]
    probes.open = ""
    probes.asked[event.probe].closed = True


def _on_answered(state: State, _entry: Entry, event: ProbeAnswered) -> None:
    state[Probes].asked[event.probe].answers[event.seat] = event.answers


ROOM = Room(
    "probes",
    rules={OpenProbe: _open, CloseProbe: _close, AnswerProbe: _answer},
    folds={ProbeOpened: _on_opened, ProbeClosed: _on_closed, ProbeAnswered: _on_answered},
)
