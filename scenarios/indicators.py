"""What a debrief can measure: the indicators of the five R's, in words. Never the measuring."""

from __future__ import annotations

from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field

from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.schema import Language, Model, R
from scenarios.validate import validate

FILE = FilePath(__file__).parent / "indicators.yaml"

Words = dict[Language, Annotated[str, Field(min_length=1, max_length=600)]]


class Indicator(Model):
    """One indicator. ``name`` and ``formula`` by language; bokmål always."""

    id: Annotated[str, Field(pattern=r"^(RA|RE|RO|RG|RL)\d$")]
    r: R
    level: Literal["finnes", "brukes", "merkes"]
    name: Words
    formula: Words
    higher_is_better: bool
    automatic: bool
    """False: rated by people, shown beside and never in an index."""
    source: str
    """Where its idea comes from, for example ``domain.md 4.1``."""


class IndicatorFile(Model):
    """The whole of ``indicators.yaml``."""

    indicators: list[Indicator]


def indicators() -> dict[str, Indicator]:
    """Every indicator by id, in the file's order; empty while none is written.

    Raises :class:`scenarios.finding.NotPlayableError` if the file breaks the model.
    """
    value, findings = _read(FILE)
    if value is None:
        raise NotPlayableError(findings)
    return {row.id: row for row in value.indicators}


def indicator_findings() -> list[Finding]:
    """Every fault of the file."""
    return _read(FILE)[1]


@cache
def _read(file: FilePath) -> tuple[IndicatorFile | None, list[Finding]]:
    located, findings = read_document(file)
    if located is None:
        return None, findings
    value, faults = validate(IndicatorFile, located)
    return value, findings + faults
