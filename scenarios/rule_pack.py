"""Rule packs: on what basis something may be shared, and from which age a child decides."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path as FilePath

from pydantic import Field

from scenarios.catalogue import SharingCode
from scenarios.dated import Dated, holding
from scenarios.finding import Finding
from scenarios.schema import Id, Language, Model, Text
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "rules"


class Sharing(Dated):
    """One basis for sharing without consent (domain.md 2.0), as it holds for some time."""

    id: Id
    code: SharingCode
    name: Text
    basis: Text
    limits: Text
    laws: list[str] = Field(min_length=1)


class Age(Dated):
    """An age from which a young person decides something alone."""

    id: Id
    age: int = Field(ge=0, le=25)
    text: Text
    laws: list[str] = Field(min_length=1)


class RulePackFile(Model):
    """The whole of ``rules/<id>.yaml``: every row, whenever it holds."""

    id: str
    title: Text
    valid_from: date
    sharing: list[Sharing]
    ages: list[Age] = Field(default_factory=list)


class RulePack(Model):
    """The rules that hold on one day. ``sharing`` is by code, ``ages`` from youngest."""

    id: str
    title: str
    valid_from: date
    on: date
    sharing: dict[SharingCode, Sharing]
    ages: list[Age]


def rule_packs() -> list[str]:
    """The ids of the packs there are, sorted."""
    return sorted(file.stem for file in FOLDER.glob("*.yaml") if "." not in file.stem)


def rule_pack(pack: str, language: Language, on: date) -> RulePack:
    """The rows of a pack that hold ``on`` a day, in ``language``.

    Raises KeyError if there is no such pack, and
    :class:`scenarios.finding.NotPlayableError` if its files break the model.
    """
    if pack not in rule_packs():
        raise KeyError(pack)
    rules = read_rules(pack).value(language)
    return RulePack(
        id=rules.id,
        title=rules.title,
        valid_from=rules.valid_from,
        on=on,
        sharing={row.code: row for row in holding(rules.sharing, on)},
        ages=sorted(holding(rules.ages, on), key=lambda row: row.age),
    )


def rule_pack_findings(pack: str) -> list[Finding]:
    """Every fault of a pack's files."""
    return read_rules(pack).findings


@cache
def read_rules(pack: str, folder: FilePath = FOLDER) -> Translated[RulePackFile]:
    """A pack's file and its overlays, with every row."""
    overlays = {language: folder / f"{pack}.{language}.yaml" for language in ("nn", "en")}
    return read_translated(RulePackFile, folder / f"{pack}.yaml", overlays)
