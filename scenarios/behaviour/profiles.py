"""Profiles: named sets of traits. The house's own, and a user's from a file of the same form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Any

from pydantic import Field, create_model

from scenarios.behaviour.traits import TRAITS, Traits, most, with_values
from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.kinds import Language, Model
from scenarios.locate import Located
from scenarios.validate import validate

FILE = FilePath(__file__).parent / "profiles.yaml"
USUAL = "typical"
LADDER = ("silent", "novice", "typical", "expert")
"""From the one who does least to the one who does most."""

ProfileId = Annotated[str, Field(pattern=r"^[^\W_][\w.-]{0,39}(:[^\W_][\w.-]{0,39})?$")]
"""A name without blanks, with at most one colon: ``typical``, ``weak:roller``, ``vår-bup``."""
Words = dict[Language, Annotated[str, Field(min_length=1, max_length=400)]]

_FIELDS: dict[str, Any] = {
    name: (int | None, Field(default=None, ge=0, le=most(name))) for name in TRAITS
}
TraitValues: type[Model] = create_model("TraitValues", __base__=Model, **_FIELDS)
"""Some traits with their values; a name that is no trait is a fault."""


class ProfileRow(Model):
    """One profile as it is written: ``like`` another, with these traits set."""

    id: ProfileId
    like: ProfileId | None = None
    name: Words = Field(default_factory=dict)
    """What a screen calls it."""
    traits: TraitValues = Field(default_factory=TraitValues)


class ProfileFile(Model):
    """The whole of a file of profiles."""

    profiles: list[ProfileRow] = Field(min_length=1, max_length=100)


@dataclass(frozen=True)
class Profiles:
    """Profiles as read: rows in the file's order, and what each comes to."""

    rows: Mapping[str, ProfileRow]
    traits: Mapping[str, Traits]

    def name(self, profile: str, language: Language) -> str:
        """What a screen calls ``profile``: in that language, else in bokmål, else its id."""
        words = self.rows[profile].name
        return words.get(language) or words.get("nb") or profile


def profiles() -> Profiles:
    """The house's own. Raises :class:`scenarios.finding.NotPlayableError` if the file is broken."""
    return _sound(*_read(FILE))


def profile(name: str) -> Traits:
    """The traits of the house's profile ``name``. KeyError names those there are."""
    known = profiles().traits
    if name not in known:
        raise KeyError(f"no profile {name!r}; there are {', '.join(known)}")
    return known[name]


def own_profiles(file: str | FilePath) -> Profiles:
    """A user's profiles; they may be ``like`` the house's, and may not take their names.

    Raises :class:`scenarios.finding.NotPlayableError` with every fault as file:line and remedy.
    """
    return _sound(*_read(FilePath(file), profiles()))


def profile_findings(file: str | FilePath | None = None) -> list[Finding]:
    """Every fault of a user's file of profiles, or of the house's own."""
    if file is None:
        return _read(FILE)[1]
    return _read(FilePath(file), profiles())[1]


def _sound(read: Profiles | None, findings: list[Finding]) -> Profiles:
    if read is None or findings:
        raise NotPlayableError(findings)
    return read


def _read(file: FilePath, house: Profiles | None = None) -> tuple[Profiles | None, list[Finding]]:
    return _read_house(file) if house is None else _read_from(file, house)


@cache
def _read_house(file: FilePath) -> tuple[Profiles | None, list[Finding]]:
    return _read_from(file, None)


def _read_from(file: FilePath, house: Profiles | None) -> tuple[Profiles | None, list[Finding]]:
    located, findings = read_document(file)
    if located is None:
        return None, findings
    value, faults = validate(ProfileFile, located)
    findings += faults
    if value is None:
        return None, findings
    base: Mapping[str, Traits] = house.traits if house else {}
    findings += _faults(value.profiles, base, located)
    if findings:
        return None, findings
    rows = {row.id: row for row in value.profiles}
    return Profiles(rows, {name: _composed(name, rows, base) for name in rows}), []


def _composed(name: str, rows: Mapping[str, ProfileRow], base: Mapping[str, Traits]) -> Traits:
    row = rows.get(name)
    if row is None:
        return base[name]
    first = _composed(row.like, rows, base) if row.like else Traits()
    return with_values(first, row.traits.model_dump(exclude_none=True))


def _faults(
    rows: list[ProfileRow], base: Mapping[str, Traits], located: Located
) -> Iterator[Finding]:
    """Names taken twice, likenesses that are not there or go in a circle."""
    written = [row.id for row in rows]
    like = {row.id: row.like for row in rows}
    for at, row in enumerate(rows):
        if row.id in base or row.id in written[:at]:
            yield located.finding(
                ("profiles", at, "id"),
                f"there is a profile {row.id!r} already",
                "give it a name of its own",
                "profile.twice",
            )
        if row.like and row.like not in like and row.like not in base:
            known = ", ".join([*base, *written])
            yield located.finding(
                ("profiles", at, "like"),
                f"there is no profile {row.like!r}",
                f"write one of {known}",
                "profile.unknown",
            )
        if _circles(row.id, like):
            yield located.finding(
                ("profiles", at, "like"),
                f"{row.id!r} is in the end like itself",
                "let the first of them stand for itself",
                "profile.circle",
            )


def _circles(name: str, like: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    here: str | None = name
    while here is not None and here in like and here not in seen:
        seen.add(here)
        here = like[here]
    return here == name and like.get(name) is not None
