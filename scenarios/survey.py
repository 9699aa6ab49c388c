"""The short self-report: nine statements in three themes, in words. Never the counting."""

from __future__ import annotations

from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field

from scenarios.files import read_document
from scenarios.finding import NotPlayableError
from scenarios.schema import Language, Model
from scenarios.validate import validate

FILE = FilePath(__file__).parent / "survey.yaml"
LEAST, MOST = 1, 4
"""Four steps: from *stemmer ikke* to *stemmer helt*."""

Theme = Literal["clarity", "cooperation", "safety"]


class Item(Model):
    """One statement, by language; bokmål always."""

    id: Annotated[str, Field(pattern=r"^Q\d$")]
    theme: Theme
    text: dict[Language, Annotated[str, Field(min_length=1, max_length=120)]]


class SurveyFile(Model):
    """The whole of ``survey.yaml``."""

    items: list[Item]


@cache
def items() -> tuple[Item, ...]:
    """The statements in their order. NotPlayableError if the file breaks the model."""
    located, findings = read_document(FILE)
    value = None
    if located is not None:
        value, faults = validate(SurveyFile, located)
        findings = findings + faults
    if value is None:
        raise NotPlayableError(findings)
    return tuple(value.items)
