"""Everything a scenario is checked for, all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path as FilePath

from scenarios.catalogue import catalogue_findings
from scenarios.checks import (
    conditions,
    consents,
    cycles,
    duties,
    formats,
    ids,
    knowing,
    letters,
    load,
    method,
    objectives,
    privacy,
    references,
    seats,
    situation,
    times,
    wording,
)
from scenarios.checks.case import Case
from scenarios.finding import Finding
from scenarios.indicators import indicator_findings
from scenarios.loader import Loaded
from scenarios.loader import load as load_scenario
from scenarios.phrases import phrase_findings
from scenarios.rule_pack import rule_pack_findings, rule_packs
from scenarios.vocabulary import vocabulary_findings

Check = Callable[[Case], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    references.check,
    conditions.check,
    cycles.check,
    objectives.check,
    duties.check,
    method.check,
    privacy.check,
    wording.check,
    formats.check,
    times.check,
    load.check,
    knowing.check,
    letters.check,
    seats.check,
    situation.check,
    consents.check,
)


def check(where: str | FilePath) -> list[Finding]:
    """Every fault of the scenario in a file, folder or library slug, in reading order.

    Faults of the house's own files (role catalogue, rule packs, indicators) come with it, since a
    scenario stands on them. Empty means clean; see :attr:`Finding.unreadable` for files that could
    not be read at all.
    """
    return sorted({*check_loaded(load_scenario(where)), *check_house()})


def check_loaded(loaded: Loaded) -> list[Finding]:
    """Every fault of a loaded scenario, sorted by file, line and path."""
    findings = set(loaded.findings)
    if loaded.languages:
        case = Case(loaded)
        findings |= {finding for run in CHECKS for finding in run(case)}
    return sorted(findings)


def check_house() -> list[Finding]:
    """Every fault of the role catalogue, rule packs, words, phrases and indicators."""
    packs = [finding for pack in rule_packs() for finding in rule_pack_findings(pack)]
    words = {*vocabulary_findings(), *phrase_findings()}
    return sorted({*catalogue_findings(), *words, *indicator_findings(), *packs})
