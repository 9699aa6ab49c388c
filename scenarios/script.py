"""What happens: injects and what is expected of them, handovers, probes, voices, scenes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.cast import Basis
from scenarios.condition import Condition
from scenarios.duration import Span
from scenarios.family import ConsentAbout
from scenarios.kinds import Id, Model, R, StoryTime, Text, Value


class Expected(Model):
    """What a seat that knows its duty would do about an inject (HSEEP: expected action)."""

    id: Id
    seat: Id
    act: Literal[
        "answer",
        "ask",
        "share",
        "handover",
        "claim",
        "meet",
        "listen",
        "wonder",
        "escalate",
        "coordinate",
        "tell",
        "plan",
        "evaluate",
        "consent",
        "notify",
        "refer",
        "decide",
        "level",
        "order",
        "need",
        "appoint",
        "release",
        "control",
        "sign",
        "talk",
        "disagree",
    ]
    to: list[Id] = Field(default_factory=list)
    """Any one of these seats is a right addressee. Empty: no addressee needed."""
    facts: list[Id] = Field(default_factory=list)
    """Cards that the act must carry."""
    task: Id | None = None
    basis: Basis | None = None
    level: Literal[0, 1, 2, 3] | None = None
    """Act ``level``: the level it should become."""
    about: ConsentAbout | None = None
    """Act ``consent``: what the leave should be for; anything if left out."""
    within: Span
    """Story time from delivery."""
    severity: Literal[1, 2, 3] = 1
    gate: bool = False
    """A safety act: shown held or not held, in no index."""
    text: Text
    """What was expected, in words for the gjennomgang."""
    line: Text | None = None
    """What a simulated colleague says when it does this."""
    formats: list[str] = Field(default_factory=list)
    """Only in these formats; in every format that plays its inject if empty."""


class Inject(Model):
    """A scripted input. Timed (``at``) or conditional (``when``), to one or more seats."""

    id: Id
    code: Annotated[str, Field(pattern=r"^[A-Z]\d\d$")]
    """Row of the story's time line (E07)."""
    scene: Id
    at: Span | None = None
    when: Condition | None = None
    window: Span | None = None
    """Story time after which it is not taken; the scene's end if left out."""
    to: list[Id] = Field(min_length=1)
    sender: Text
    channel: Literal["phone", "message", "letter", "talk", "observation", "record", "meeting"]
    text: Text
    """At most 60 words in formats of 90 minutes and less."""
    content_class: Literal[0, 1, 2, 3] = 0
    """0 neutral, 1 worrying, 2 serious, 3 acute (domain.md 6.1)."""
    summary: Text | None = None
    """A gentler twin with the same information; required from class 2."""
    acute: bool = False
    facts: list[Id] = Field(default_factory=list)
    signal: bool = False
    """A weak signal that should be acted on before the next escalation (RE7)."""
    contact: bool = False
    """The recipient meets the child here (RL1)."""
    effect: dict[Value, int] = Field(default_factory=dict)
    tests_absence: bool = False
    """It takes somebody away; what it expects of others shows whether the work went on (RA6)."""
    tests_pact: R | None = None
    """The sentence of Avtalen (5R) that this puts to the test: kept if what it expects is done."""
    withdraws: list[Id] = Field(default_factory=list)
    """Consents that child or parents take back here, given or not yet asked for."""
    headline: Text | None = None
    """One line for the projector when it is known to all; left out if it is not public."""
    expects: list[Expected] = Field(default_factory=list)


class Handover(Model):
    """A handover that should happen, with the cards its receiver needs."""

    id: Id
    sender: Id
    receiver: Id
    scene: Id
    after: Id | None = None
    """It becomes due when this inject is delivered; else when the scene starts."""
    within: Span
    needs: list[Id] = Field(min_length=1)
    tasks: list[Id] = Field(default_factory=list)
    text: Text


class ProbeQuestion(Model):
    """One private question.

    ``holder``: who coordinates now (options: seats and nobody; key: the journal).
    ``owner``: whose duty is this (options: seats; key: ``seat``).
    ``choice``: one of ``options`` (key: ``answer``). ``goals``: up to three of ``options``, no key.
    """

    id: Id
    ask: Text
    kind: Literal["holder", "owner", "choice", "goals"]
    seat: Id | None = None
    options: list[Text] = Field(default_factory=list)
    answer: int | None = None


class Probe(Model):
    """A moment of 1–5 private questions to every seat."""

    id: Id
    scene: Id
    at: Span
    questions: list[ProbeQuestion] = Field(min_length=1, max_length=5)


class Voice(Model):
    """Something the child or a parent tells a seat that listens, if trust allows."""

    id: Id
    speaker: Literal["child", "parent"]
    scene: Id
    seats: list[Id] = Field(default_factory=list)
    """Seats she would tell this; any seat if empty."""
    trust: int = Field(default=0, ge=0, le=100)
    """The least trust at which it is told."""
    text: Text
    facts: list[Id] = Field(default_factory=list)


class Decision(Model):
    """A decision a meeting should make, with the task it gives an owner."""

    id: Id
    text: Text
    task: Id | None = None
    about_child: bool = True
    """It concerns her so much that her voice belongs in it (RL3)."""


class Scene(Model):
    """A stretch of story at its own pace. ``told`` is read on the projector; ``meeting`` stops
    the story clock."""

    id: Id
    title: Text
    kind: Literal["play", "meeting", "told"]
    form: Literal["spill", "diskusjon"] = "spill"
    starts: StoryTime
    unit: Literal["workday", "hour"] = "workday"
    length: int = Field(default=0, ge=0, le=60)
    """In units, for a play scene."""
    acute: bool = False
    told: Text
    """What the room is told as it begins (projector and phones)."""
    present: list[Id] = Field(default_factory=list)
    """Meeting: seats invited. Empty: all."""
    family: bool = False
    """Meeting: the child or a parent has a seat."""
    decisions: list[Decision] = Field(default_factory=list)
