"""Ids that point at nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenarios.checks.case import Case, suggest
from scenarios.condition import Condition
from scenarios.finding import Finding
from scenarios.schema import Expected, Inject, Scenario
from scenarios.yaml_text import Path

Reference = tuple[Path, str, str]
"""Where it stands, which kind of id it must be ('inject or scene' may be either), the id."""


def check(case: Case) -> Iterator[Finding]:
    """Every reference resolves."""
    known = {**case.known, "inject or scene": (*case.known["inject"], *case.known["scene"])}
    for path, kind, name in references(case.scenario):
        if name not in known[kind]:
            yield case.at(
                path,
                f"there is no {kind} '{name}'",
                suggest(name, known[kind]),
                "reference.unknown",
            )


def references(story: Scenario) -> Iterator[Reference]:
    """Every reference the scenario makes."""
    yield from _people(story)
    yield from _facts(story)
    yield from _scenes(story)
    for inject in story.injects:
        yield from _inject(inject)
    yield from _between(story)
    yield from _formats(story)


def _many(path: Path, kind: str, names: Iterable[str]) -> Iterator[Reference]:
    for at, name in enumerate(names):
        yield (*path, at), kind, name


def _one(path: Path, kind: str, name: str | None) -> Iterator[Reference]:
    if name is not None:
        yield path, kind, name


def _people(story: Scenario) -> Iterator[Reference]:
    for seat in story.seats:
        yield from _one(("seats", seat.id, "leader"), "seat", seat.leader)
        if seat.absence:
            yield ("seats", seat.id, "absence", "instead"), "seat", seat.absence.instead
    for voice in story.voices:
        here: Path = ("voices", voice.id)
        yield from _one((*here, "scene"), "scene", voice.scene)
        yield from _many((*here, "seats"), "seat", voice.seats)
        yield from _many((*here, "facts"), "fact", voice.facts)
    for consent in story.consents:
        here = ("consents", consent.id)
        yield from _one((*here, "scene"), "scene", consent.scene)
        yield from _many((*here, "seats"), "seat", consent.seats)
        yield from _many((*here, "facts"), "fact", consent.facts)
        yield from _many((*here, "allows"), "fact", consent.allows)
        yield from _many((*here, "formats"), "format", consent.formats)


def _facts(story: Scenario) -> Iterator[Reference]:
    for fact in story.facts:
        here: Path = ("facts", fact.id)
        yield from _many((*here, "known_by"), "seat", fact.known_by)
        for at, reach in enumerate(fact.reach):
            yield from _many((*here, "reach", at, "seats"), "seat", reach.seats)
        for at, need in enumerate(fact.needed):
            yield from _one((*here, "needed", at, "seat"), "seat", need.seat)
            yield from _one((*here, "needed", at, "scene"), "scene", need.scene)


def _scenes(story: Scenario) -> Iterator[Reference]:
    for task in story.tasks:
        here: Path = ("tasks", task.id)
        yield from _one((*here, "scene"), "scene", task.scene)
        yield from _one((*here, "opened_by"), "inject", task.opened_by)
        yield from _one((*here, "until"), "scene", task.until)
        yield from _many((*here, "fit"), "seat", task.fit)
        yield from _many((*here, "pulls_against"), "task", task.pulls_against)
    for scene in story.scenes:
        yield from _many(("scenes", scene.id, "present"), "seat", scene.present)
        for decision in scene.decisions:
            here = ("scenes", scene.id, "decisions", decision.id)
            yield from _one((*here, "task"), "task", decision.task)


def _inject(inject: Inject) -> Iterator[Reference]:
    here: Path = ("injects", inject.id)
    yield from _one((*here, "scene"), "scene", inject.scene)
    yield from _many((*here, "to"), "seat", inject.to)
    yield from _many((*here, "facts"), "fact", inject.facts)
    yield from _many((*here, "withdraws"), "consent", inject.withdraws)
    for act in inject.expects:
        yield from _expected((*here, "expects", act.id), act)
    if inject.when:
        yield from condition_references((*here, "when"), inject.when)


def _expected(here: Path, act: Expected) -> Iterator[Reference]:
    yield from _one((*here, "seat"), "seat", act.seat)
    yield from _many((*here, "to"), "seat", act.to)
    yield from _many((*here, "facts"), "fact", act.facts)
    yield from _one((*here, "task"), "task", act.task)
    yield from _many((*here, "formats"), "format", act.formats)


def condition_references(here: Path, condition: Condition) -> Iterator[Reference]:
    """Every reference in a condition and below it."""
    yield from _one((*here, "done"), "expected action", condition.done)
    yield from _one((*here, "not_done"), "expected action", condition.not_done)
    yield from _one((*here, "unowned"), "task", condition.unowned)
    yield from _one((*here, "scene"), "scene", condition.scene)
    if known := condition.fact_known:
        yield (*here, "fact_known", "seat"), "seat", known.seat
        yield (*here, "fact_known", "fact"), "fact", known.fact
    if handover := condition.handover_state:
        yield (*here, "handover_state", "handover"), "handover", handover.handover
    if inject := condition.inject_state:
        yield (*here, "inject_state", "inject"), "inject", inject.inject
    if elapsed := condition.elapsed:
        yield (*here, "elapsed", "since"), "inject or scene", elapsed.since
    for path, child in nested(here, condition):
        yield from condition_references(path, child)


def nested(here: Path, condition: Condition) -> Iterator[tuple[Path, Condition]]:
    """The conditions directly below, each with its path."""
    for at, child in enumerate(condition.all_of or []):
        yield (*here, "all", at), child
    for at, child in enumerate(condition.any_of or []):
        yield (*here, "any", at), child
    if condition.none_of:
        yield (*here, "not"), condition.none_of


def _between(story: Scenario) -> Iterator[Reference]:
    for handover in story.handovers:
        here: Path = ("handovers", handover.id)
        yield from _one((*here, "sender"), "seat", handover.sender)
        yield from _one((*here, "receiver"), "seat", handover.receiver)
        yield from _one((*here, "scene"), "scene", handover.scene)
        yield from _one((*here, "after"), "inject", handover.after)
        yield from _many((*here, "needs"), "fact", handover.needs)
        yield from _many((*here, "tasks"), "task", handover.tasks)
    for probe in story.probes:
        yield from _one(("probes", probe.id, "scene"), "scene", probe.scene)
        for question in probe.questions:
            here = ("probes", probe.id, "questions", question.id, "seat")
            yield from _one(here, "seat", question.seat)


def _formats(story: Scenario) -> Iterator[Reference]:
    for name, chosen in story.formats.items():
        here: Path = ("formats", name)
        for at, leg in enumerate(chosen.legs):
            yield (*here, "legs", at, "scene"), "scene", leg.scene
        yield from _many((*here, "injects"), "inject", chosen.injects)
        yield from _many((*here, "handovers"), "handover", chosen.handovers)
        yield from _many((*here, "tasks"), "task", chosen.tasks)
        yield from _many((*here, "probes"), "probe", chosen.probes)
        yield from _many((*here, "facts"), "fact", chosen.facts)
        yield from _many((*here, "seats"), "seat", chosen.seats)
        for people, seats in chosen.seats_for.items():
            yield from _many((*here, "seats_for", str(people)), "seat", seats)
