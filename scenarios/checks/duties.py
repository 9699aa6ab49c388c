"""Duties without a source, and roles and rules that the house does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scenarios.catalogue import Role, catalogue
from scenarios.checks.case import Case, suggest
from scenarios.finding import Finding, NotPlayableError
from scenarios.rule_pack import rule_packs
from scenarios.schema import Scenario


def check(case: Case) -> Iterator[Finding]:
    """Whoever is told of a duty can see where it comes from, and how sure we are."""
    story = case.scenario
    yield from _roles(case)
    if story.rule_pack not in rule_packs():
        yield case.at(
            ("rule_pack",),
            f"there is no rule pack '{story.rule_pack}'",
            suggest(story.rule_pack, rule_packs()),
            "rules.unknown",
        )
    if not any(source.mark in {"V", "G"} for source in story.sources):
        for path, what in _duties(story):
            yield case.at(
                path,
                f"{what} rests on a duty, but no source is marked V or G",
                "add the law or guidance under 'sources', with its mark and the day it was read",
                "duty.no-source",
            )


def _roles(case: Case) -> Iterator[Finding]:
    roles = _catalogue()
    day = case.scenario.story_start.date()
    now = _catalogue(day)
    for seat in case.scenario.seats if roles else []:
        for at, name in enumerate(seat.roles):
            if name not in roles:
                yield case.at(
                    ("seats", seat.id, "roles", at),
                    f"the catalogue has no role '{name}'",
                    suggest(name, roles),
                    "role.unknown",
                )
            elif roles[name].laws and not now[name].laws:
                yield case.at(
                    ("seats", seat.id, "roles", at),
                    f"no law of role '{name}' holds on the story's first day, {day}",
                    "move story_start, or add the row that holds then to the catalogue",
                    "role.out-of-date",
                )


def _catalogue(on: date | None = None) -> dict[str, Role]:
    """The roles; none if their files have faults, which the house's own findings tell."""
    try:
        return catalogue(on=on)
    except NotPlayableError:
        return {}


def _duties(story: Scenario) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for fact in story.facts:
        if fact.rule == "report":
            yield ("facts", fact.id, "rule"), "passing this fact on"
        for at, reach in enumerate(fact.reach):
            if reach.basis == "duty":
                yield ("facts", fact.id, "reach", at), "this reach"
    for inject in story.injects:
        for act in inject.expects:
            if act.basis == "duty":
                yield ("injects", inject.id, "expects", act.id, "basis"), "this expected action"
