"""The scenario language: what an author writes, as pydantic models.

Every id is the author's own slug. A field typed :data:`Text` is read by people and translated;
all others are structure. Times in a scene are story time from the scene's start.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NaiveDatetime

from scenarios.condition import Condition
from scenarios.duration import Span


class Translatable:
    """Marks a field whose words people read, so that every language must have them."""


Text = Annotated[str, Field(min_length=1, max_length=2_000), Translatable()]
Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9-]{0,39}$")]
Language = Literal["nb", "nn", "en"]
Value = Literal["trust", "load", "school", "health", "protection", "development"]
"""What the child's situation is made of: trust, load and the four rights."""
StoryTime = Annotated[NaiveDatetime, Field(ge=datetime(2000, 1, 1), lt=datetime(2100, 1, 1))]
"""A moment of the story, as its people's clocks show it."""
R = Literal["rammer", "retning", "roller", "regler", "relasjoner"]
Right = Literal["school", "health", "protection", "development"]
Sector = Literal["education", "health", "welfare", "specialist", "state", "family", "leadership"]
SourceMark = Literal["V", "G", "L", "S", "P", "U"]
"""V law read in consolidated text, G national guidance, L one municipality's practice,
S stated in a source, P a proposal, U unsure (domain.md, confidence marks)."""


class Model(BaseModel):
    """Strict base: unknown fields are the author's typing errors and are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Child(Model):
    """The child the drill is about. Fictional; spoken of by name, never as a case."""

    name: Text
    age: int = Field(ge=0, le=25)
    about: Text


class Assumption(Model):
    """A question the story leaves open, with the fictional answer this scenario plays by."""

    id: Id
    question: Text
    answer: Text


class Objective(Model):
    """What the drill trains, and the indicators that show it."""

    id: Id
    text: Text
    r: list[R] = Field(min_length=1)
    indicators: list[str] = Field(default_factory=list)


class Card(Model):
    """The role card: three things this seat can do and two it can't, in this story."""

    mandate: Text
    can: list[Text] = Field(min_length=3, max_length=3)
    cannot: list[Text] = Field(min_length=2, max_length=2)


class Seat(Model):
    """One role in a team. ``roles`` are rows of the catalogue (R08 …)."""

    id: Id
    name: Text
    service: Text
    sector: Sector
    roles: list[Annotated[str, Field(pattern=r"^R\d\d$")]] = Field(min_length=1)
    leader: Id | None = None
    """The seat that answers when this one escalates."""
    card: Card


class Question(Model):
    """A question about a fact that only somebody who understood it can answer."""

    ask: Text
    options: list[Text] = Field(min_length=3, max_length=4)
    answer: int = Field(ge=0)
    """Index of the right option. Screens shuffle the options."""


class Reach(Model):
    """Seats that a fact may reach without asking again, and the basis for it."""

    seats: list[Id] = Field(min_length=1)
    basis: Literal["consent", "duty", "health", "task", "danger", "parents"]
    """consent given · duty to report (D1) · cooperating health staff (D6) · the giver's own
    task (D4, D5) · danger to life or health (D7) · parents' right to know (D9)."""


class Need(Model):
    """A seat that needs a fact, and by when (story time from the start of ``scene``)."""

    seat: Id
    scene: Id
    within: Span


class Fact(Model):
    """One piece of information that somebody knows and somebody else may need."""

    id: Id
    text: Text
    """At most 25 words."""
    about: Literal["child", "family", "school", "services"]
    sensitivity: Literal["low", "medium", "high"]
    rule: Literal["free", "consent", "report", "never"]
    """What governs passing it on. ``free`` may reach any seat; else only ``reach``."""
    reach: list[Reach] = Field(default_factory=list)
    known_by: list[Id] = Field(default_factory=list)
    """Seats that know it when play begins."""
    needed: list[Need] = Field(default_factory=list)
    question: Question


class Task(Model):
    """A responsibility that should have exactly one named owner while it is open."""

    id: Id
    text: Text
    scene: Id
    """It opens with this scene, or with ``opened_by`` if that comes later."""
    opened_by: Id | None = None
    until: Id | None = None
    """Last scene in which it is open; the story's end if left out."""
    right: Right
    fit: list[Id] = Field(min_length=1)
    """Seats whose mandate covers it."""


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
    ]
    to: list[Id] = Field(default_factory=list)
    """Any one of these seats is a right addressee. Empty: no addressee needed."""
    facts: list[Id] = Field(default_factory=list)
    """Cards that the act must carry."""
    task: Id | None = None
    basis: Literal["consent", "duty", "health", "task", "danger", "parents"] | None = None
    within: Span
    """Story time from delivery."""
    severity: Literal[1, 2, 3] = 1
    gate: bool = False
    """A safety act: shown held or not held, in no index."""
    text: Text
    """What was expected, in words for the gjennomgang."""
    line: Text | None = None
    """What a simulated colleague says when it does this."""


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
    seats: list[Id] = Field(min_length=2)
    """In the order in which they are given to people; the rest of the team is simulated."""
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
    situation: Situation
    formats: dict[Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")], Format]
    sources: list[Source] = Field(default_factory=list)
