"""Conditions come apart into alternatives that mean the same."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scenarios.checks.terms import MAX_TERMS, Statement, clash, terms_of
from scenarios.condition import Condition

ATOMS = ["A", "B", "C"]

World = dict[str, str]
"""How each action stands: open, done, or not done in time."""

WORLDS: list[World] = [
    dict(zip(ATOMS, stands, strict=True))
    for stands in product(["open", "done", "not_done"], repeat=len(ATOMS))
]

leaves = st.sampled_from(
    [{"done": name} for name in ATOMS] + [{"not_done": name} for name in ATOMS]
)
conditions = st.recursive(
    leaves,
    lambda below: st.one_of(
        st.lists(below, min_size=1, max_size=3).map(lambda rows: {"all": rows}),
        st.lists(below, min_size=1, max_size=3).map(lambda rows: {"any": rows}),
        below.map(lambda row: {"not": row}),
    ),
    max_leaves=8,
)


def _true(written: dict[str, Any], world: World) -> bool:
    ((key, value),) = written.items()
    if key == "all":
        return all(_true(row, world) for row in value)
    if key == "any":
        return any(_true(row, world) for row in value)
    if key == "not":
        return not _true(value, world)
    return world[value] == key


def _holds(statement: Statement, world: World) -> bool:
    return (world[statement.about[0]] == statement.kind) is statement.holds


@given(conditions)
def test_alternatives_are_true_when_the_condition_is(written: dict[str, Any]) -> None:
    """In every world the condition and its alternatives agree."""
    terms = terms_of(Condition.model_validate(written))
    if len(terms) > MAX_TERMS:
        return
    for world in WORLDS:
        said = any(all(_holds(one, world) for one in term) for term in terms)
        assert said is _true(written, world)


@given(conditions)
def test_a_contradiction_is_found_exactly_when_no_world_makes_it_true(
    written: dict[str, Any],
) -> None:
    """Neither a false alarm nor a silent dead condition, for statements about what was done."""
    terms = terms_of(Condition.model_validate(written))
    if len(terms) > MAX_TERMS:
        return
    possible = any(_true(written, world) for world in WORLDS)
    assert possible is any(clash(term) is None for term in terms)


@given(st.integers(1, 100), st.integers(0, 100))
def test_bounds_exclude_each_other_when_nothing_lies_between(below: int, least: int) -> None:
    """``below`` and ``at_least`` of one value clash exactly when no number satisfies both."""
    line = {
        "all": [
            {"situation": {"value": "trust", "below": below}},
            {"situation": {"value": "trust", "at_least": least}},
        ]
    }
    (term,) = terms_of(Condition.model_validate(line))
    between = any(least <= number < below for number in range(101))
    assert between is (clash(term) is None)


@pytest.mark.parametrize(
    "written", [{}, {"done": "A", "unowned": "T"}, {"all": []}, {"when": "A"}, {"done": None}]
)
def test_a_condition_is_exactly_one_thing(written: dict[str, Any]) -> None:
    """No key, two keys, an empty list, an unknown key and nothing at all are refused."""
    with pytest.raises(ValidationError):
        Condition.model_validate(written)
