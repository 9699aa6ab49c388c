"""What child and parents answer when somebody asks their leave."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scenarios.duration import Span
from scenarios.kinds import Id, Model, Text

Giver = Literal["child", "parent"]
ConsentAbout = Literal["share", "coordinator", "plan", "meeting"]


class Consent(Model):
    """One answer of child or parents, from the start of ``scene`` on.

    When a seat asks, the row of the latest scene that covers most of what was asked is what they
    answer; what no row covers is no. A row that is not asked for moves nothing: the leave that the
    story itself has given stands under a fact's ``reach``.
    """

    id: Id
    giver: Giver
    about: ConsentAbout = "share"
    """What the leave is for: cards to be shared, a barnekoordinator, a plan, a meeting."""
    scene: Id
    facts: list[Id] = Field(default_factory=list)
    """Cards it covers (``share``)."""
    seats: list[Id] = Field(default_factory=list)
    """Seats that may receive them; any seat if empty."""
    answer: Literal["full", "limited", "refused"]
    allows: list[Id] = Field(default_factory=list)
    """``limited``: the cards that may go, of those it covers."""
    after: Span | None = None
    """Story time they think about it first; they answer at once if left out."""
    trust: int = Field(default=0, ge=0, le=100)
    """Below this trust the answer is no."""
    age: str | None = None
    """Row of the rule pack's ages by which this giver, and not the other, is asked (A16-health)."""
    text: Text
    """Their own words."""
    refusal: Text | None = None
    """Their words when trust is too low, or when they have taken it back."""
    formats: list[str] = Field(default_factory=list)
    """Only in these formats; in every format that plays its scene if empty."""
