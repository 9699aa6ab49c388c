"""Objectives that nothing measures, and indicators that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case, suggest
from scenarios.finding import Finding
from scenarios.indicators import indicators
from scenarios.yaml_text import Path


def check(case: Case) -> Iterator[Finding]:
    """Every objective is shown by an indicator that some format declares."""
    shown = {name for chosen in case.scenario.formats.values() for name in chosen.indicators}
    for objective in case.scenario.objectives:
        here: Path = ("objectives", objective.id)
        yield from _known(case, (*here, "indicators"), objective.indicators)
        if not objective.indicators:
            yield case.at(
                here,
                "nothing measures this objective",
                "name at least one indicator under 'indicators'",
                "objective.unmeasured",
            )
        elif not shown & set(objective.indicators):
            yield case.at(
                (*here, "indicators"),
                f"no format shows {', '.join(objective.indicators)}, so nothing measures it",
                "add one of them to the indicators of a format",
                "objective.unmeasured",
            )
    for name, chosen in case.scenario.formats.items():
        yield from _known(case, ("formats", name, "indicators"), chosen.indicators)


def _known(case: Case, here: Path, names: list[str]) -> Iterator[Finding]:
    known = indicators()
    for at, name in enumerate(names):
        if known and name not in known:
            yield case.at(
                (*here, at),
                f"there is no indicator '{name}'",
                suggest(name, known),
                "reference.unknown",
            )
