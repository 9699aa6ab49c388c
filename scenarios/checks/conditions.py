"""Conditions that can't come true, in themselves or in any format that plays them."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case
from scenarios.checks.references import nested
from scenarios.checks.terms import MAX_TERMS, Term, clash, terms_of
from scenarios.checks.within_format import why_never
from scenarios.condition import Condition
from scenarios.finding import Finding
from scenarios.plan import Plan
from scenarios.schema import Inject
from scenarios.yaml_text import Path

MAX_DEPTH = 6


def check(case: Case) -> Iterator[Finding]:
    """Every conditional inject can come, in every format that has it."""
    for inject in case.scenario.injects:
        yield from _timing(case, inject)
        if inject.when is None:
            continue
        here: Path = ("injects", inject.id, "when")
        faults = [*_depth(case, here, inject.when, 1), *_bounds(case, here, inject.when)]
        faults += _contradictions(case, here, inject.when)
        yield from faults
        if not faults:
            for plan in case.plans.values():
                if inject.id in plan.injects and inject.scene in plan.leg_of:
                    yield from _in_format(case, here, inject, inject.when, plan)


def _timing(case: Case, inject: Inject) -> Iterator[Finding]:
    if (inject.at is None) == (inject.when is None):
        both = "has both 'at' and 'when'" if inject.at else "has neither 'at' nor 'when'"
        yield case.at(
            ("injects", inject.id),
            both,
            "give it a time, or a condition, and not both",
            "inject.time-or-condition",
        )


def _depth(case: Case, here: Path, condition: Condition, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield case.at(
            here, f"nested more than {MAX_DEPTH} deep", "write it flatter", "condition.depth"
        )
        return
    for path, child in nested(here, condition):
        yield from _depth(case, path, child, depth + 1)


def _bounds(case: Case, here: Path, condition: Condition) -> Iterator[Finding]:
    line = condition.situation
    if line and line.below is None and line.at_least is None:
        yield case.at(
            (*here, "situation"),
            "has neither 'below' nor 'at_least'",
            "say which line the value passes",
            "condition.no-bound",
        )
    for path, child in nested(here, condition):
        yield from _bounds(case, path, child)


def _contradictions(case: Case, here: Path, condition: Condition) -> list[Finding]:
    """The innermost conditions that contradict themselves."""
    below = [
        finding
        for path, child in nested(here, condition)
        for finding in _contradictions(case, path, child)
    ]
    if below:
        return below
    terms = terms_of(condition)
    reason = _first(terms)
    if not reason:
        return []
    return [
        case.at(
            here,
            f"can never come true: {reason}",
            "take one of them out, or put them under 'any'",
            "condition.contradiction",
        )
    ]


def _first(terms: list[Term]) -> str | None:
    """The reason of the first alternative, if none of them can hold."""
    if len(terms) > MAX_TERMS:
        return None
    reasons = [clash(term) for term in terms]
    return reasons[0] if reasons and all(reasons) else None


def _in_format(
    case: Case, here: Path, inject: Inject, condition: Condition, plan: Plan
) -> Iterator[Finding]:
    terms = terms_of(condition)
    if len(terms) > MAX_TERMS:
        return
    reasons = [
        next((why for one in sorted(term, key=str) if (why := why_never(one, inject, plan))), None)
        for term in terms
    ]
    if all(reasons):
        yield case.at(
            here,
            f"can never come true in format '{plan.name}': {reasons[0]}",
            f"change the condition, or take {inject.id} out of formats.{plan.name}.injects",
            "condition.never",
        )
