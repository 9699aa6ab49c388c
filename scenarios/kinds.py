"""The kinds of field that a scenario is made of, and its strict base model."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NaiveDatetime


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

RoleId = Annotated[str, Field(pattern=r"^R\d\d$")]
"""A role of the catalogue."""
SharingCode = Literal["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11"]
"""A basis for sharing without consent (domain.md 2.0)."""
Ref = Annotated[str, Field(min_length=2, max_length=120)]
"""A short reference to a law or a guide: ``oppll § 10-6``."""


class Model(BaseModel):
    """Strict base: unknown fields are the author's typing errors and are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
