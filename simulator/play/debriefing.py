"""The gjennomgang's phases: people first, numbers when the facilitator opens the analysis.

After PEARLS (reactions, description, analysis, application). The clock log keeps them, so that
every team and screen of an exercise is in the same phase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.clock import Clock
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire

Stage = Literal["reactions", "description", "analysis", "application"]
STAGES: tuple[Stage, ...] = ("reactions", "description", "analysis", "application")


@wire("debrief.open")
class OpenStage(Command):
    """Go to a phase of the gjennomgang; back and forth is allowed."""

    stage: Stage


@wire("debrief.opened")
class StageOpened(Event):
    """The gjennomgang is in this phase from now."""

    stage: Stage


@dataclass
class Debriefing:
    """The phase under way ('' before the gjennomgang), and those that have been opened."""

    stage: Stage | Literal[""] = ""
    opened: list[Stage] = field(default_factory=list)

    @property
    def numbers(self) -> bool:
        """Whether figures may be shown: from the moment the analysis was first opened (B2)."""
        return "analysis" in self.opened


def _open(state: State, _by: Actor, command: OpenStage) -> Sequence[Event] | Refusal:
    if state[Clock].phase != "over":
        return Refusal("play_goes_on")
    return [StageOpened(command.stage)]


def _on_opened(state: State, _entry: Entry, event: StageOpened) -> None:
    debriefing = state[Debriefing]
    debriefing.stage = event.stage
    if event.stage not in debriefing.opened:
        debriefing.opened.append(event.stage)


ROOM = Room("debriefing", rules={OpenStage: _open}, folds={StageOpened: _on_opened})
