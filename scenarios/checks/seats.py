"""Seats, handovers and acts that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case
from scenarios.finding import Finding
from scenarios.schema import Expected, ProbeQuestion
from scenarios.yaml_text import Path

CARRYING = {"share", "handover"}
"""Acts that need somebody to go to and something to carry."""


def check(case: Case) -> Iterator[Finding]:
    """Leaders lead somebody else, handovers have two ends, acts and questions are whole."""
    for inject in case.scenario.injects:
        for act in inject.expects:
            yield from _act(case, ("injects", inject.id, "expects", act.id), act)
    for fact in case.scenario.facts:
        here: Path = ("facts", fact.id, "question", "answer")
        yield from _answer(case, here, fact.question.answer, len(fact.question.options))
    for probe in case.scenario.probes:
        for question in probe.questions:
            yield from _question(case, ("probes", probe.id, "questions", question.id), question)
    yield from _ends(case)


def _ends(case: Case) -> Iterator[Finding]:
    for seat in case.scenario.seats:
        if seat.leader == seat.id:
            yield case.at(
                ("seats", seat.id, "leader"),
                "is its own leader",
                "name the seat that answers when this one escalates, or leave it out",
                "seat.own-leader",
            )
        if seat.absence and seat.absence.instead == seat.id:
            yield case.at(
                ("seats", seat.id, "absence", "instead"),
                "stands in for itself",
                "name the seat that one can turn to where this service does not exist",
                "seat.own-stand-in",
            )
    for handover in case.scenario.handovers:
        if handover.sender == handover.receiver:
            yield case.at(
                ("handovers", handover.id, "receiver"),
                f"'{handover.sender}' is both sender and receiver",
                "name another seat at one end",
                "handover.same-seat",
            )


def _act(case: Case, here: Path, act: Expected) -> Iterator[Finding]:
    if act.act in CARRYING and not act.to:
        yield case.at(
            here,
            f"'{act.act}' has no addressee",
            "name at least one seat under 'to'",
            "expected.no-addressee",
        )
    if act.act in CARRYING and not act.facts and not act.task:
        yield case.at(
            here,
            f"'{act.act}' carries nothing",
            "name the facts it must carry, or a task",
            "expected.no-content",
        )
    if act.act == "claim" and not act.task:
        yield case.at(
            here,
            "'claim' names no task",
            "name the task it takes under 'task'",
            "expected.no-task",
        )
    if act.seat in act.to:
        yield case.at(
            (*here, "to"),
            f"'{act.seat}' would do it to itself",
            "name another seat",
            "expected.same-seat",
        )


def _answer(case: Case, here: Path, answer: int | None, options: int) -> Iterator[Finding]:
    if answer is not None and not 0 <= answer < options:
        yield case.at(
            here,
            f"{answer} is none of the {options} options",
            f"count from 0: write 0 to {options - 1}",
            "question.answer",
        )


def _question(case: Case, here: Path, question: ProbeQuestion) -> Iterator[Finding]:
    if question.kind == "owner" and question.seat is None:
        yield case.at(
            here,
            "asks whose duty it is, but has no key",
            "name the seat under 'seat'",
            "question.no-key",
        )
    if question.kind == "choice" and question.answer is None:
        yield case.at(
            here,
            "is a choice without a key",
            "give the index of the right option as 'answer'",
            "question.no-key",
        )
    if question.kind in {"choice", "goals"} and len(question.options) < 2:
        yield case.at(
            here,
            f"'{question.kind}' has {len(question.options)} options",
            "give at least two",
            "question.options",
        )
    if question.kind == "choice":
        yield from _answer(case, (*here, "answer"), question.answer, len(question.options))
