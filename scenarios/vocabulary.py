"""Words that are easily mixed up: samordning and samarbeid, koordinator and barnekoordinator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Literal

from pydantic import Field

from scenarios.catalogue import PACK, read_roles
from scenarios.dated import Dated, holding
from scenarios.finding import Finding
from scenarios.kinds import Id, Language, Model, Ref, RoleId, Text
from scenarios.rule_pack import read_rules
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "words"

Group = Literal["together", "holders", "plans"]
"""Ways of working together, those who hold something, and plans."""


class Term(Dated):
    """A word of the field, and what it is not."""

    id: Id
    group: Group
    name: Text
    meaning: Text
    unlike: Text
    """What it is taken for, and how it differs."""
    laws: list[Ref] = Field(default_factory=list)
    """References of the rule pack; none for a word that no law uses so."""
    roles: list[RoleId] = Field(default_factory=list)


class TermFile(Model):
    """The whole of ``words/nb.yaml``."""

    terms: list[Term]


def vocabulary(language: Language = "nb", on: date | None = None) -> list[Term]:
    """The words in ``language`` that mean so ``on`` a day (all if None), in the file's order.

    Raises :class:`scenarios.finding.NotPlayableError` if the files break the model.
    """
    return holding(read_terms().value(language).terms, on)


def vocabulary_findings() -> list[Finding]:
    """Every fault of the files, and every law or role in them that is not there."""
    read = read_terms()
    sound = read.values and read_roles().values and read_rules(PACK).values
    return [*read.findings, *(_unknown(read) if sound else ())]


def _unknown(read: Translated[TermFile]) -> Iterator[Finding]:
    laws = {row.ref for row in read_rules(PACK).value("nb").laws}
    roles = {row.id for row in read_roles().value("nb").roles}
    for term in read.value("nb").terms:
        for key, names, known in (("laws", term.laws, laws), ("roles", term.roles, roles)):
            for at, name in enumerate(names):
                if name not in known:
                    yield read.source.finding(
                        ("terms", term.id, key, at),
                        f"there is no '{name}'",
                        f"write it in the catalogue or the rule pack {PACK}, or correct the name",
                        "word.reference",
                    )


@cache
def read_terms(folder: FilePath = FOLDER) -> Translated[TermFile]:
    """The words of a folder: ``nb.yaml`` and its overlays."""
    overlays = {language: folder / f"{language}.yaml" for language in ("nn", "en")}
    return read_translated(TermFile, folder / "nb.yaml", overlays)
