"""Who takes part and what they know: the child, seats, facts and tasks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.duration import Span
from scenarios.kinds import Id, Model, R, Right, Sector, Text

Basis = Literal["consent", "duty", "health", "task", "danger", "parents"]
"""consent given · duty to report (D1) · cooperating health staff (D6) · the giver's own task
(D4, D5) · danger to life or health (D7) · parents' right to know (D9)."""


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


class Absence(Model):
    """What a kommune without this service answers, and which seat one can turn to instead."""

    line: Text
    instead: Id


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
    absence: Absence | None = None
    """For a service that not every kommune has: whoever makes the exercise may leave it out."""


class Question(Model):
    """A question about a fact that only somebody who understood it can answer."""

    ask: Text
    options: list[Text] = Field(min_length=3, max_length=4)
    answer: int = Field(ge=0)
    """Index of the right option. Screens shuffle the options."""


class Reach(Model):
    """Seats that a fact may reach without asking again, and the basis for it."""

    seats: list[Id] = Field(min_length=1)
    basis: Basis


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
    pulls_against: list[Id] = Field(default_factory=list)
    """Tasks that lead the child another way, unless whoever holds the two has agreed how (RE6)."""
