"""The role catalogue: what a role is there for, its laws and deadlines, what it may share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path as FilePath

from pydantic import Field

from scenarios.dated import holding
from scenarios.finding import Finding
from scenarios.kinds import Id, Language, Model, Ref, RoleId, Sector, SharingCode, Text
from scenarios.rule_pack import Deadline, RulePackFile, Section, read_rules
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "roles"
PACK = "no-2026"
"""The rule pack that the catalogue's own rows point into."""

__all__ = [
    "PACK",
    "Role",
    "RoleId",
    "SharingCode",
    "catalogue",
    "catalogue_findings",
    "read_roles",
]


class Told(Model):
    """What a role is, in words, and what it may do."""

    id: RoleId
    name: Text
    sector: Sector
    mandate: Text
    hands_over_to: list[RoleId] = Field(default_factory=list)
    shares: list[SharingCode] = Field(default_factory=list)
    """Bases on which it may share without consent: rows of the rule pack."""
    can: list[Text] = Field(min_length=3, max_length=3)
    cannot: list[Text] = Field(min_length=2, max_length=2)


class RoleRow(Told):
    """One row of the catalogue as it is written: laws and deadlines by name."""

    laws: list[Ref] = Field(default_factory=list)
    """The laws the mandate stands on: references of the rule pack."""
    deadlines: list[Id] = Field(default_factory=list)
    """Time limits of the role: rows of the rule pack."""


class Role(Told):
    """One role with the laws and deadlines in force."""

    laws: list[Section]
    deadlines: list[Deadline]


class RoleFile(Model):
    """The whole of ``roles/nb.yaml``."""

    roles: list[RoleRow]


def catalogue(
    language: Language = "nb", on: date | None = None, pack: str = PACK
) -> dict[str, Role]:
    """The roles by id, in ``language``, with the rows in force ``on`` a day (all if None).

    Raises :class:`scenarios.finding.NotPlayableError` if the files break the model.
    """
    rules = read_rules(pack).value(language)
    return {row.id: _role(row, rules, on) for row in read_roles().value(language).roles}


def _role(row: RoleRow, rules: RulePackFile, on: date | None) -> Role:
    laws, limits = holding(rules.laws, on), holding(rules.deadlines, on)
    return Role(
        **row.model_dump(exclude={"laws", "deadlines"}),
        laws=[law for ref in row.laws for law in laws if law.ref == ref],
        deadlines=[limit for name in row.deadlines for limit in limits if limit.id == name],
    )


def catalogue_findings() -> list[Finding]:
    """Every fault of the catalogue's files, and every reference in them that leads nowhere."""
    read, rules = read_roles(), read_rules(PACK)
    if not (read.values and rules.values):
        return read.findings
    return [*read.findings, *_unknown(read, rules.value("nb"))]


def _unknown(read: Translated[RoleFile], rules: RulePackFile) -> Iterator[Finding]:
    roles = read.value("nb").roles
    known: dict[str, set[str]] = {
        "laws": {row.ref for row in rules.laws},
        "deadlines": {row.id for row in rules.deadlines},
        "shares": {row.code for row in rules.sharing},
        "hands_over_to": {row.id for row in roles},
    }
    for row in roles:
        named: dict[str, Iterable[str]] = {key: getattr(row, key) for key in known}
        for key, names in named.items():
            for at, name in enumerate(names):
                if name not in known[key]:
                    yield read.source.finding(
                        ("roles", row.id, key, at),
                        f"there is no '{name}'",
                        f"write it in the rule pack {PACK}, or correct the name",
                        "role.reference",
                    )


@cache
def read_roles(folder: FilePath = FOLDER) -> Translated[RoleFile]:
    """The role files of a folder: ``nb.yaml`` and its overlays."""
    overlays = {language: folder / f"{language}.yaml" for language in ("nn", "en")}
    return read_translated(RoleFile, folder / "nb.yaml", overlays)
