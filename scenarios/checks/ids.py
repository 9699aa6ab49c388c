"""Ids that stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenarios.checks.case import Case
from scenarios.finding import Finding
from scenarios.yaml_text import Path


def check(case: Case) -> Iterator[Finding]:
    """Every id once among its kind; injects and scenes share one space, for ``elapsed: since``."""
    story = case.scenario
    for kind in (
        "assumptions",
        "objectives",
        "seats",
        "facts",
        "tasks",
        "handovers",
        "probes",
        "voices",
        "consents",
        "sources",
    ):
        yield from _once(
            case, [((kind, at), row.id) for at, row in enumerate(getattr(story, kind))]
        )
    yield from _once(
        case,
        [(("scenes", at), row.id) for at, row in enumerate(story.scenes)]
        + [(("injects", at), row.id) for at, row in enumerate(story.injects)],
    )
    yield from _once(
        case,
        [
            (("injects", at, "expects", nth), act.id)
            for at, inject in enumerate(story.injects)
            for nth, act in enumerate(inject.expects)
        ],
    )
    yield from _once(
        case,
        [
            (("scenes", at, "decisions", nth), decision.id)
            for at, scene in enumerate(story.scenes)
            for nth, decision in enumerate(scene.decisions)
        ],
    )
    for at, probe in enumerate(story.probes):
        yield from _once(
            case,
            [(("probes", at, "questions", nth), row.id) for nth, row in enumerate(probe.questions)],
        )


def _once(case: Case, rows: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    seen: dict[str, Path] = {}
    for path, name in rows:
        if name in seen:
            first = case.loaded.source.mark((*seen[name], "id"))
            yield case.at(
                (*path, "id"),
                f"the id '{name}' is already used at {first.file}:{first.line}",
                "give one of them another id, and mend what refers to it",
                "id.twice",
            )
        seen.setdefault(name, path)
