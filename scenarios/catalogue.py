"""The role catalogue: what a role is there for, its laws and deadlines, what it may share."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field

from scenarios.dated import Dated, holding
from scenarios.duration import Span
from scenarios.finding import Finding
from scenarios.schema import Id, Language, Model, Text
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "roles"

RoleId = Annotated[str, Field(pattern=r"^R\d\d$")]
SharingCode = Literal["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11"]


class Law(Dated):
    """A law that the role's mandate stands on, as a short reference (``oppll § 10-6``)."""

    ref: str = Field(min_length=3, max_length=120)


class Deadline(Dated):
    """A time limit of the role. Shown as a requirement only if ``is_requirement``."""

    id: Id
    text: Text
    trigger: Text
    """What starts it."""
    clock: Literal["calendar", "working", "hours"]
    amount: Span | None = None
    """Left out where the law says 'without undue delay' and no number."""
    law: str | None = None


class Role(Model):
    """One row of the catalogue."""

    id: RoleId
    name: Text
    mandate: Text
    laws: list[Law] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    hands_over_to: list[RoleId] = Field(default_factory=list)
    shares: list[SharingCode] = Field(default_factory=list)
    """Bases on which it may share without consent: rows of the rule pack."""
    can: list[Text] = Field(min_length=3, max_length=3)
    cannot: list[Text] = Field(min_length=2, max_length=2)

    def on(self, day: date | None) -> Role:
        """The role with the laws and deadlines in force on a day."""
        return self.model_copy(
            update={
                "laws": holding(self.laws, day),
                "deadlines": holding(self.deadlines, day),
            }
        )


class RoleFile(Model):
    """The whole of ``roles/nb.yaml``."""

    roles: list[Role]


def catalogue(language: Language = "nb", on: date | None = None) -> dict[str, Role]:
    """The roles by id, in ``language``, with the rows in force ``on`` a day (all if None).

    Raises :class:`scenarios.finding.NotPlayableError` if the files break the model.
    """
    return {role.id: role.on(on) for role in read_roles().value(language).roles}


def catalogue_findings() -> list[Finding]:
    """Every fault of the catalogue's files."""
    return read_roles().findings


@cache
def read_roles(folder: FilePath = FOLDER) -> Translated[RoleFile]:
    """The role files of a folder: ``nb.yaml`` and its overlays."""
    overlays = {language: folder / f"{language}.yaml" for language in ("nn", "en")}
    return read_translated(RoleFile, folder / "nb.yaml", overlays)
