"""Conditions: data over the journal, checked at load and judged by the rules, never evaluated."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenarios.duration import Span


class Condition(BaseModel):
    """Exactly one of these keys; ``all``, ``any`` and ``not`` nest (at most 6 deep).

    done / not_done: an expected action (by id) has or has not been adequately done.
    fact_known: ``{seat, fact}``. unowned: a task (by id) has no owner.
    handover_state: ``{handover, is}`` of an expected handover.
    situation: ``{value, below | at_least}``. inject_state: ``{inject, is}``.
    scene: the scene under way. elapsed: story time since ``{since: inject | scene, is_over}``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    all_of: Annotated[list[Condition] | None, Field(alias="all", min_length=1, max_length=20)] = (
        None
    )
    any_of: Annotated[list[Condition] | None, Field(alias="any", min_length=1, max_length=20)] = (
        None
    )
    none_of: Annotated[Condition | None, Field(alias="not")] = None
    done: str | None = None
    not_done: str | None = None
    fact_known: FactKnown | None = None
    unowned: str | None = None
    handover_state: HandoverState | None = None
    situation: SituationLine | None = None
    inject_state: InjectState | None = None
    scene: str | None = None
    elapsed: Elapsed | None = None

    @model_validator(mode="after")
    def _one_key(self) -> Condition:
        said = [key for key in self.model_fields_set if getattr(self, key) is not None]
        if len(said) != 1 or len(self.model_fields_set) != 1:
            raise ValueError("a condition has exactly one key; nest several under 'all' or 'any'")
        return self

    @property
    def children(self) -> list[Condition]:
        """The conditions nested directly below this one."""
        nested = self.all_of or self.any_of or []
        return [self.none_of] if self.none_of else list(nested)

    def walk(self) -> list[Condition]:
        """This condition and all below it."""
        return [self, *(deep for child in self.children for deep in child.walk())]


class FactKnown(BaseModel):
    """The fact has reached the seat."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    seat: str
    fact: str


class HandoverState(BaseModel):
    """An expected handover stands so (``none``: not offered yet)."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    handover: str
    state: Annotated[
        Literal["none", "offered", "accepted", "declined", "closed"], Field(alias="is")
    ]


class SituationLine(BaseModel):
    """A value of the child's situation is below, or at least, a line."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    value: Literal["trust", "load", "school", "health", "protection", "development"]
    below: int | None = None
    at_least: int | None = None


class InjectState(BaseModel):
    """An inject stands so."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    inject: str
    state: Annotated[Literal["waiting", "delivered", "not_taken", "skipped"], Field(alias="is")]


class Elapsed(BaseModel):
    """Story time since a delivered inject or the start of a scene is over a length."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    since: str
    is_over: Span


Condition.model_rebuild()
