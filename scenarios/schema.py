"""The scenario language: what an author writes, as pydantic models.

Every id is the author's own slug. A field typed :data:`Text` is read by people and translated;
all others are structure. Times in a scene are story time from the scene's start.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scenarios.cast import (
    Assumption,
    Basis,
    Card,
    Child,
    Fact,
    Need,
    Objective,
    Question,
    Reach,
    Seat,
    Task,
)
from scenarios.duration import Span
from scenarios.family import Consent
from scenarios.kinds import (
    Id,
    Language,
    Model,
    R,
    Right,
    Sector,
    SourceMark,
    StoryTime,
    Text,
    Translatable,
    Value,
)
from scenarios.script import (
    Decision,
    Expected,
    Handover,
    Inject,
    Probe,
    ProbeQuestion,
    Scene,
    Voice,
)

__all__ = [
    "Assumption",
    "Basis",
    "Card",
    "Child",
    "Consent",
    "Decision",
    "Expected",
    "Fact",
    "Format",
    "Handover",
    "Id",
    "Inject",
    "Language",
    "Leg",
    "LoadBudget",
    "Model",
    "Need",
    "Objective",
    "Probe",
    "ProbeQuestion",
    "Question",
    "R",
    "Reach",
    "Response",
    "Right",
    "Rung",
    "Scenario",
    "Scene",
    "Seat",
    "Sector",
    "Situation",
    "Source",
    "SourceMark",
    "StoryTime",
    "Task",
    "Text",
    "Translatable",
    "Trigger",
    "Value",
    "Voice",
]


class Leg(Model):
    """A scene as one format plays it."""

    scene: Id
    length: int | None = None
    """Units played, at most the scene's own; the scene's own if left out."""
    pace: Span | None = None
    """Real time a unit (play scenes)."""
    lasts: Span | None = None
    """Real time in all (told and meeting scenes)."""
    jump: bool = False
    """Weeks pass before it: 'Hvem har hva i ventetiden?' comes first."""


class LoadBudget(Model):
    """Items a person gets at the most (mechanics.md 2)."""

    first_15_min: int = 3
    per_10_min: int = 4
    per_10_min_acute: int = 5
    open_at_once: int = 2
    over_jumps: bool = True
    """Whether what a jump passed over still counts as open. In a long format it should not: one
    evening that was missed would keep back the injects of months."""
    tasks: int | None = Field(default=None, ge=1)
    """Tasks that one seat should own at once; whoever takes more is warned, never stopped, and it
    is measured. Left out where the format has no such cap."""


class Format(Model):
    """A selection from the scenario that fits a session."""

    minutes: int = Field(ge=10, le=240)
    title: Text
    legs: list[Leg] = Field(min_length=1)
    injects: list[Id] = Field(min_length=1)
    handovers: list[Id] = Field(default_factory=list)
    tasks: list[Id] = Field(default_factory=list)
    probes: list[Id] = Field(default_factory=list)
    facts: list[Id] = Field(default_factory=list)
    """Declared so that their number is visible; must cover what its injects reveal."""
    seats: list[Id] = Field(min_length=1)
    """In the order in which they are given to people; the rest of the team is simulated."""
    solo: bool = False
    """For one person alone, in its only seat: always with advice, and they lead their own clock."""
    seats_for: dict[int, list[Id]] = Field(default_factory=dict)
    """Another order for a room of that size."""
    indicators: list[str] = Field(min_length=1)
    actions: list[str] = Field(default_factory=list)
    """Actions beyond Svar, Spør, Del and Overlever that its screens offer."""
    load: LoadBudget = LoadBudget()
    content_class: Literal[0, 1, 2, 3] = 3
    """The highest class played as written; above it the summary twin is shown."""


Trigger = Literal[
    "listened",
    "told_back",
    "retold",
    "new_helper",
    "handover_closed",
    "handover_open",
    "task_held",
    "task_unheld",
    "expected_done",
    "expected_missed",
    "shared_without_basis",
    "met_with_family",
    "coordinator_named",
    "without_coordinator",
]


class Response(Model):
    """One row of the published response curve: what moves when something happens."""

    on: Trigger
    add: dict[Value, int]
    """Points at mid-scale; the engine bends them towards the ends (docs/situation.md).
    For ``task_held`` and ``task_unheld`` the key ``school`` etc. counts only for tasks of that
    right."""
    cause: Text
    """Told as the reason: 'Emma måtte fortelle det samme på nytt.'"""


class Rung(Model):
    """Words for a value of the situation at or above ``least``."""

    least: int = Field(ge=0, le=100)
    text: Text


class Situation(Model):
    """The child's situation: integers 0–100, told in words, never as a gauge."""

    start: dict[Value, int]
    curve: list[Response]
    words: dict[Value, list[Rung]]
    silence: Text
    """What a seat that listens is told when she does not want to say more."""


class Source(Model):
    """Where the scenario's duties come from, and when that was last read."""

    id: Id
    text: Text
    mark: SourceMark
    read: date


class Scenario(Model):
    """One drill, in one language."""

    samspill: Literal[1]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: str
    languages: list[Language] = Field(min_length=1)
    title: Text
    summary: Text
    disclaimer: Text
    child: Child
    story_start: StoryTime
    holidays: list[date] = Field(default_factory=list)
    rule_pack: str
    assumptions: list[Assumption] = Field(default_factory=list)
    objectives: list[Objective] = Field(min_length=1)
    seats: list[Seat] = Field(min_length=2)
    facts: list[Fact] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    scenes: list[Scene] = Field(min_length=1)
    injects: list[Inject] = Field(min_length=1)
    handovers: list[Handover] = Field(default_factory=list)
    probes: list[Probe] = Field(default_factory=list)
    voices: list[Voice] = Field(default_factory=list)
    consents: list[Consent] = Field(default_factory=list)
    situation: Situation
    formats: dict[Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")], Format]
    sources: list[Source] = Field(default_factory=list)
