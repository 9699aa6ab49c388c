"""The child's situation: every value starts somewhere and can be told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from scenarios.checks.case import Case
from scenarios.finding import Finding
from scenarios.schema import Rung, Value
from scenarios.yaml_text import Path

VALUES: tuple[Value, ...] = get_args(Value)
MOST = 30
"""Points that one event may move a value: more would be a fate, not a consequence."""


def check(case: Case) -> Iterator[Finding]:
    """Start, words and curve are whole."""
    situation = case.scenario.situation
    for value in VALUES:
        yield from _start(case, value, situation.start.get(value))
        yield from _words(case, value, situation.words.get(value, []))
    for at, row in enumerate(situation.curve):
        yield from _moves(case, ("situation", "curve", at, "add"), row.add)
    for inject in case.scenario.injects:
        yield from _moves(case, ("injects", inject.id, "effect"), inject.effect)


def _start(case: Case, value: Value, start: int | None) -> Iterator[Finding]:
    if start is None:
        yield case.at(
            ("situation", "start"),
            f"'{value}' has no value",
            f"add {value}: 50, for example",
            "situation.start",
        )
    elif not 0 <= start <= 100:
        yield case.at(
            ("situation", "start", value),
            f"{start} is not between 0 and 100",
            "write 0 to 100",
            "situation.start",
        )


def _words(case: Case, value: Value, rungs: list[Rung]) -> Iterator[Finding]:
    least = [rung.least for rung in rungs]
    if not least or least[0] != 0 or sorted(set(least)) != least:
        yield case.at(
            ("situation", "words", value) if rungs else ("situation", "words"),
            f"the words for '{value}' do not cover every value",
            "write them in rising order of 'least', the first with least: 0",
            "situation.words",
        )


def _moves(case: Case, path: Path, moves: Mapping[Value, int]) -> Iterator[Finding]:
    for value, points in moves.items():
        if abs(points) > MOST:
            yield case.at(
                (*path, value),
                f"{points} points at once is more than {MOST}",
                f"write -{MOST} to {MOST}",
                "situation.too-much",
            )
