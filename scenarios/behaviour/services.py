"""Services, kommuner and barriers: what colleagues share, and what may be turned up.

All values are proposals (mark P); a service may write its own. Shapes: hands are people who can
have something in hand at once; hours and weekdays are the story's; shifts are points on a trait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from scenarios.behaviour.traits import TRAITS, most
from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.kinds import Id, Language, Model, RoleId
from scenarios.locate import Located
from scenarios.validate import validate

FOLDER = FilePath(__file__).parent
TURNED = 50
"""Per cent from which a barrier changes how a service works."""
Words = dict[Language, Annotated[str, Field(min_length=1, max_length=400)]]
BarrierId = Annotated[str, Field(pattern=r"^B\d\d$")]

_SHIFTS: dict[str, Any] = {
    name: (int, Field(default=0, ge=-most(name), le=most(name))) for name in TRAITS
}
Shifts: type[Model] = create_model("Shifts", __base__=Model, **_SHIFTS)
"""Points by which traits are moved up or down; a name that is no trait is a fault."""


class Work(Model):
    """How a service works. What is left out stays as it was."""

    hands: int | None = Field(default=None, ge=1, le=20)
    """People of the service who can have something in hand at once, for all its seats."""
    takes_s: int | None = Field(default=None, ge=1, le=600)
    """Real seconds that one act keeps a pair of hands."""
    hours: tuple[int, int] | None = None
    """Opening hours of a working day; ``[0, 24]`` is round the clock, every day."""
    reads: list[Annotated[int, Field(ge=1, le=7)]] | None = None
    """Weekdays (1 is Monday) on which what comes in writing is read."""


class Service(Model):
    """One service: the seats whose first role is one of its."""

    id: Id
    roles: list[RoleId] = Field(min_length=1)
    name: Words
    work: Work
    shifts: Shifts = Field(default_factory=Shifts)
    """What its colleagues do more or less than people at large."""


class Kommune(Model):
    """A kind of kommune: what it changes for some services, and for everybody."""

    id: Id
    name: Words
    about: Words
    work: dict[Id, Work] = Field(default_factory=dict)
    shifts: Shifts = Field(default_factory=Shifts)


class Detector(Model):
    """What moves when a barrier is turned up: an indicator, another figure of a rehearsal's line
    (docs/json.md), or how often an event is written. One of the three."""

    indicator: str | None = None
    figure: str | None = None
    count: str | None = None
    """Kind of event."""
    where: dict[str, str | bool] = Field(default_factory=dict)
    """Fields the event must have, as text or yes/no."""
    moves: Literal["up", "down"]


class Barrier(Model):
    """One barrier of domain.md 1E: a knob with its detector, an inject, or why it is neither."""

    id: BarrierId
    name: Words
    how: Literal["knob", "inject", "none"]
    services: list[Id] = Field(default_factory=list)
    """Services it turns; every one if empty."""
    shifts: Shifts = Field(default_factory=Shifts)
    """At a hundred per cent."""
    work: Work = Field(default_factory=Work)
    """From fifty per cent on."""
    inject: str | None = None
    """Where the story brings it: inject, fact or scene of Emma."""
    detector: Detector | None = None
    why: str | None = None


class ServiceFile(Model):
    """The whole of ``services.yaml``."""

    services: list[Service] = Field(min_length=1)


class KommuneFile(Model):
    """The whole of ``kommuner.yaml``."""

    kommuner: list[Kommune] = Field(min_length=1)


class BarrierFile(Model):
    """The whole of ``barriers.yaml``."""

    barriers: list[Barrier] = Field(min_length=1)


@dataclass(frozen=True)
class Behaviour:
    """All three, by id, in the files' order."""

    services: Mapping[str, Service]
    kommuner: Mapping[str, Kommune]
    barriers: Mapping[str, Barrier]
    by_role: Mapping[str, Service]

    def service_for(self, roles: Iterable[str]) -> Service | None:
        """The service of a seat with these roles: that of the first one that has any."""
        return next((self.by_role[role] for role in roles if role in self.by_role), None)

    def work_of(self, service: str, kommune: str, barriers: Mapping[str, int]) -> Work:
        """How ``service`` works: its own way, its kommune's ('' for none), its barriers' (barrier →
        per cent)."""
        work = self.services[service].work
        layers = [self.kommuner[kommune].work.get(service)] if kommune else []
        for name, percent in barriers.items():
            barrier = self.barriers[name]
            if percent >= TURNED and (not barrier.services or service in barrier.services):
                layers.append(barrier.work)
        for layer in layers:
            if layer is not None:
                work = work.model_copy(update=layer.model_dump(exclude_none=True))
        return work


@cache
def behaviour() -> Behaviour:
    """The house's own. Raises :class:`scenarios.finding.NotPlayableError` if a file is broken."""
    services = _read("services.yaml", ServiceFile)[0].services
    kommuner = _read("kommuner.yaml", KommuneFile)[0].kommuner
    barriers, located = _read("barriers.yaml", BarrierFile)
    known = {service.id for service in services}
    findings = [*_unknown(known, kommuner, barriers.barriers, located)]
    if findings:
        raise NotPlayableError(findings)
    return Behaviour(
        {service.id: service for service in services},
        {kommune.id: kommune for kommune in kommuner},
        {barrier.id: barrier for barrier in barriers.barriers},
        {role: service for service in services for role in service.roles},
    )


def _read(name: str, shape: type[Any]) -> tuple[Any, Located]:
    located, findings = read_document(FOLDER / name)
    if located is None:
        raise NotPlayableError(findings)
    value, faults = validate(shape, located)
    if value is None or faults or findings:
        raise NotPlayableError([*findings, *faults])
    return value, located


def _unknown(
    known: set[str], kommuner: list[Kommune], barriers: list[Barrier], located: Located
) -> Iterator[Finding]:
    """Services that are named and not there."""
    named = [(("kommuner",), each) for kommune in kommuner for each in kommune.work]
    named += [(("barriers",), each) for barrier in barriers for each in barrier.services]
    for path, service in named:
        if service not in known:
            yield located.finding(
                path,
                f"there is no service {service!r}",
                f"write one of {', '.join(sorted(known))}",
                "behaviour.service",
            )


def points(shifts: Model, percent: int = 100) -> dict[str, int]:
    """Shifts as trait → points, scaled to ``percent`` (towards zero), without those that are 0."""
    scaled = {name: int(value * percent / 100) for name, value in shifts.model_dump().items()}
    return {name: value for name, value in scaled.items() if value}
