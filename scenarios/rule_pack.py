"""Rule packs: what the law says, its time limits, on what basis something may be shared, from
which age a child decides, what has to be answered by when, who may decide what, and what each
level of effort asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Literal

from pydantic import Field

from scenarios.dated import Dated, holding
from scenarios.duration import Span
from scenarios.finding import Finding
from scenarios.kinds import Id, Language, Model, Ref, RoleId, SharingCode, Text
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "rules"


class Section(Dated):
    """A section of the law, or a guide, and what it says in plain words."""

    id: Id
    ref: Ref
    text: Text


class Deadline(Dated):
    """A time limit. Shown as a requirement only if ``is_requirement``."""

    id: Id
    text: Text
    trigger: Text
    """What starts it."""
    clock: Literal["calendar", "working", "hours"]
    amount: Span | None = None
    """Left out where the source says 'without undue delay' and no number."""
    laws: list[Ref] = Field(default_factory=list)


class Sharing(Dated):
    """One basis for sharing without consent (domain.md 2.0), as it holds for some time."""

    id: Id
    code: SharingCode
    name: Text
    basis: Text
    limits: Text
    laws: list[Ref] = Field(min_length=1)


class Age(Dated):
    """An age from which a young person decides something alone."""

    id: Id
    age: int = Field(ge=0, le=25)
    text: Text
    laws: list[Ref] = Field(min_length=1)


Starts = Literal[
    "notification",
    "referral",
    "samordning",
    "level-0",
    "coordinator-need",
    "coordinator-named",
    "coordinator-time",
    "coordinator-family",
]
"""What starts a clock."""


class Clock(Dated):
    """How long an answer may take once something has come. ``ends`` is what stops it: that the
    receiver has looked into it, or that the one who wrote has been told."""

    id: Id
    starts: Starts
    ends: Literal["answer", "feedback"] = "answer"
    acute: bool = False
    """For what has to be settled at once."""
    text: Text
    within: Span
    roles: list[RoleId] = Field(default_factory=list)
    """Whom it binds; everybody if empty."""
    laws: list[Ref] = Field(default_factory=list)


class Mandate(Dated):
    """A kind of decision, the law it stands on, and the roles that may make it."""

    id: Id
    text: Text
    roles: list[RoleId] = Field(min_length=1)
    laws: list[Ref] = Field(min_length=1)


class Criterion(Model):
    """One thing that should be so before a level is right."""

    id: Id
    text: Text


class Step(Dated):
    """A level of effort (BTI) and what should be so before it is entered."""

    id: Id
    level: Literal[0, 1, 2, 3]
    text: Text
    criteria: list[Criterion] = Field(min_length=1)


class PlanField(Dated):
    """One thing that an individuell plan holds."""

    id: Id
    text: Text
    laws: list[str] = Field(min_length=1)


class RulePackFile(Model):
    """The whole of ``rules/<id>.yaml``: every row, whenever it holds."""

    id: str
    title: Text
    valid_from: date
    laws: list[Section] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    sharing: list[Sharing]
    ages: list[Age] = Field(default_factory=list)
    clocks: list[Clock] = Field(default_factory=list)
    mandates: list[Mandate] = Field(default_factory=list)
    levels: list[Step] = Field(default_factory=list)
    plan_fields: list[PlanField] = Field(default_factory=list)


class RulePack(Model):
    """The rules that hold on one day. ``laws`` is by reference, ``sharing`` by code, ``ages`` from
    youngest, ``levels`` from the lowest, ``deadlines`` and ``mandates`` by id."""

    id: str
    title: str
    valid_from: date
    on: date
    laws: dict[str, Section]
    deadlines: dict[str, Deadline]
    sharing: dict[SharingCode, Sharing]
    ages: list[Age]
    clocks: list[Clock]
    mandates: dict[str, Mandate]
    levels: list[Step]
    plan_fields: list[PlanField]
    """In the order of the regulation."""

    def clock(
        self, starts: Starts, roles: list[str], *, acute: bool = False, ends: str = "answer"
    ) -> Clock | None:
        """The clock that binds one of ``roles``: the first that fits, by name before by default;
        None if nothing binds them."""
        fitting = [
            row for row in self.clocks if (row.starts, row.acute, row.ends) == (starts, acute, ends)
        ]
        named = (row for row in fitting if set(row.roles) & set(roles))
        return next(named, next((row for row in fitting if not row.roles), None))

    def binds(self, starts: Starts, roles: list[str]) -> bool:
        """Whether a clock of that sort names one of ``roles``: it takes such letters."""
        return any(row.starts == starts and set(row.roles) & set(roles) for row in self.clocks)


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
        laws={row.ref: row for row in holding(rules.laws, on)},
        deadlines={row.id: row for row in holding(rules.deadlines, on)},
        sharing={row.code: row for row in holding(rules.sharing, on)},
        ages=sorted(holding(rules.ages, on), key=lambda row: row.age),
        clocks=holding(rules.clocks, on),
        mandates={row.id: row for row in holding(rules.mandates, on)},
        levels=sorted(holding(rules.levels, on), key=lambda row: row.level),
        plan_fields=holding(rules.plan_fields, on),
    )


def rule_pack_findings(pack: str) -> list[Finding]:
    """Every fault of a pack's files, and every reference in it that leads nowhere."""
    read = read_rules(pack)
    return [*read.findings, *(_unknown(read) if read.values else ())]


def _unknown(read: Translated[RulePackFile]) -> Iterator[Finding]:
    rules = read.value("nb")
    known = {row.ref for row in rules.laws}
    lists: dict[str, Iterable[Deadline | Sharing | Age | Clock | Mandate]] = {
        "deadlines": rules.deadlines,
        "sharing": rules.sharing,
        "ages": rules.ages,
        "clocks": rules.clocks,
        "mandates": rules.mandates,
    }
    for name, rows in lists.items():
        for row in rows:
            for at, ref in enumerate(row.laws):
                if ref not in known:
                    yield read.source.finding(
                        (name, row.id, "laws", at),
                        f"the pack has no law '{ref}'",
                        "write it under 'laws', with its mark and dates",
                        "rules.law-unknown",
                    )


@cache
def read_rules(pack: str, folder: FilePath = FOLDER) -> Translated[RulePackFile]:
    """A pack's file and its overlays, with every row."""
    overlays = {language: folder / f"{pack}.{language}.yaml" for language in ("nn", "en")}
    return read_translated(RulePackFile, folder / f"{pack}.yaml", overlays)
