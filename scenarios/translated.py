"""A document in bokmål with its overlays, read as any pydantic model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import BaseModel

from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.locate import Located
from scenarios.overlay import apply_overlay
from scenarios.validate import validate

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Translated(Generic[M]):
    """A model in every language that its files hold, and what is wrong with them."""

    values: dict[str, M]
    findings: list[Finding]
    source: Located

    def value(self, language: str) -> M:
        """The model in ``language``.

        Raises :class:`NotPlayableError` if the bokmål file breaks the model, KeyError if there is
        no such language.
        """
        if not self.values:
            raise NotPlayableError(self.findings)
        return self.values[language]


def read_translated(model: type[M], main: FilePath, overlays: dict[str, FilePath]) -> Translated[M]:
    """Read ``main`` and lay its overlays over it. A missing text stands in bokmål."""
    source, findings = read_document(main)
    if source is None:
        return Translated({}, findings, Located({}))
    value, faults = validate(model, source)
    findings += faults
    if value is None:
        return Translated({}, findings, source)
    values = {"nb": value}
    for language, file in overlays.items():
        overlay, faults = read_document(file) if file.is_file() else (None, [])
        findings += faults
        translated, faults = apply_overlay(model, source, overlay, language)
        findings += faults
        values[language] = translated or value
    return Translated(values, findings, source)
