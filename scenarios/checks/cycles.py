"""Injects that wait on each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scenarios.checks.case import Case
from scenarios.checks.terms import terms_of
from scenarios.finding import Finding
from scenarios.schema import Inject


def check(case: Case) -> Iterator[Finding]:
    """From the timed injects on, every conditional inject can be reached."""
    ways = {inject.id: list(_ways(case, inject)) for inject in case.scenario.injects}
    reached = {name for name, needs in ways.items() if not needs}
    while new := {
        name
        for name, needs in ways.items()
        if name not in reached and any(need <= reached for need in needs)
    }:
        reached |= new
    stuck = {name: ways[name] for name in ways if name not in reached}
    for name in stuck:
        circle = _circle(name, stuck)
        if circle and circle[0] == name:
            chain = ", which waits on ".join((*circle, name))
            yield case.at(
                ("injects", name, "when"),
                f"never comes: {chain}",
                "give one of them a time, or another condition",
                "condition.cycle",
            )


def _ways(case: Case, inject: Inject) -> Iterator[frozenset[str]]:
    """The sets of injects of which one whole set must have come first; none for timed ones."""
    if inject.when is None:
        return
    answers = {act.id: row.id for row in case.scenario.injects for act in row.expects}
    ids = set(case.known["inject"])
    for term in terms_of(inject.when):
        needs: set[str] = set()
        for one in term:
            name = one.about[0] if one.about else ""
            if one.holds and one.kind in {"done", "not_done"} and name in answers:
                needs.add(answers[name])
            came = one.kind == "elapsed" or (one.kind == "inject" and one.value == "delivered")
            if one.holds and came and name in ids:
                needs.add(name)
        yield frozenset(needs)


def _circle(name: str, stuck: Mapping[str, list[frozenset[str]]]) -> list[str]:
    """The circle that following the first unmet need from ``name`` runs into."""
    path: list[str] = []
    here = name
    while here not in path:
        path.append(here)
        here = min(need for way in stuck[here] for need in way if need in stuck)
    return path[path.index(here) :]
