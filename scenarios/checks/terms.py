"""Conditions taken apart: the sets of plain statements of which one whole set must hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from scenarios.condition import Condition

MAX_TERMS = 256
"""Conditions that come apart into more are left to the rehearsal."""

MAX_STATEMENTS = 64


@dataclass(frozen=True, slots=True)
class Statement:
    """One key of a condition, said or denied.

    ``not_done: X`` says that X became due and was not done in time: while it may still be done,
    both ``done`` and ``not_done`` are false.
    """

    kind: str
    about: tuple[str, ...]
    value: str | int
    holds: bool = True

    def denied(self) -> Statement:
        """The opposite statement."""
        if self.kind == "at least":
            return Statement("below", self.about, self.value)
        if self.kind == "below":
            return Statement("at least", self.about, self.value)
        return Statement(self.kind, self.about, self.value, not self.holds)

    def __str__(self) -> str:
        no = "" if self.holds else "not "
        words = " ".join(self.about)
        return f"{no}{self.kind} {words} {self.value}".rstrip()


Term = frozenset[Statement]


def terms_of(condition: Condition, *, said: bool = True) -> list[Term]:
    """The condition as alternatives (denied if not ``said``), each of which is enough."""
    if condition.none_of:
        return terms_of(condition.none_of, said=not said)
    if condition.all_of or condition.any_of:
        below = [terms_of(child, said=said) for child in condition.children]
        if bool(condition.any_of) == said:
            return [term for terms in below for term in terms][: MAX_TERMS + 1]
        return _joined(below)
    statements = _statements(condition)
    if said:
        return [frozenset(statements)]
    return [frozenset({statement.denied()}) for statement in statements]


def clash(term: Term) -> str | None:
    """Why the statements of ``term`` can't hold at the same moment, or None."""
    if len(term) > MAX_STATEMENTS:
        return None
    for statement in sorted(term, key=str):
        if statement.kind == "below" and int(statement.value) <= 0:
            return f"'{statement.about[0]}' is never below 0"
        if statement.kind == "at least" and int(statement.value) > 100:
            return f"'{statement.about[0]}' is never above 100"
    for one, other in combinations(sorted(term, key=str), 2):
        if _exclude(one, other) or _exclude(other, one):
            return f"'{one}' and '{other}' exclude each other"
    return None


def _joined(below: Iterable[list[Term]]) -> list[Term]:
    joined: list[Term] = [frozenset()]
    for terms in below:
        joined = [one | other for one, other in product(joined, terms)]
        if len(joined) > MAX_TERMS:
            return joined
    return joined


def _exclude(one: Statement, other: Statement) -> bool:
    if one.about != other.about:
        return False
    if one.kind == "below" and other.kind == "at least":
        return int(other.value) >= int(one.value)
    if {one.kind, other.kind} == {"done", "not_done"}:
        return one.holds and other.holds
    if one.kind != other.kind:
        return False
    if one.value == other.value:
        return one.holds != other.holds
    return one.holds and other.holds and one.kind in {"handover", "inject", "scene"}


def _statements(condition: Condition) -> list[Statement]:
    if condition.done:
        return [Statement("done", (condition.done,), "")]
    if condition.not_done:
        return [Statement("not_done", (condition.not_done,), "")]
    if known := condition.fact_known:
        return [Statement("fact_known", (known.seat, known.fact), "")]
    if condition.unowned:
        return [Statement("unowned", (condition.unowned,), "")]
    if handover := condition.handover_state:
        return [Statement("handover", (handover.handover,), handover.state)]
    if inject := condition.inject_state:
        return [Statement("inject", (inject.inject,), inject.state)]
    if condition.scene:
        return [Statement("scene", (), condition.scene)]
    return _bounds(condition)


def _bounds(condition: Condition) -> list[Statement]:
    if elapsed := condition.elapsed:
        return [Statement("elapsed", (elapsed.since,), str(elapsed.is_over))]
    line = condition.situation
    if line is None:
        return []
    bounds = []
    if line.below is not None:
        bounds.append(Statement("below", (line.value,), line.below))
    if line.at_least is not None:
        bounds.append(Statement("at least", (line.value,), line.at_least))
    return bounds
