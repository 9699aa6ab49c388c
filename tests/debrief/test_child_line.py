"""The child's line: what moved her is told by the row of the curve that did."""

from __future__ import annotations

import pytest

from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.situation import cause_of

EMMA = plan_for(load("emma").scenario(), "90")


@pytest.mark.parametrize("right", ["school", "health", "protection", "development"])
def test_a_task_nobody_held_is_told_of_its_own_right(right: str) -> None:
    """Four rows have the same trigger; the one that moves this right gives the words."""
    rows = EMMA.scenario.situation.curve
    (wanted,) = [row.cause for row in rows if row.on == "task_unheld" and right in row.add]
    assert cause_of(EMMA, "task_unheld", {right: 40}) == wanted


def test_what_the_curve_does_not_know_has_no_words() -> None:
    """An event of the story itself is told by its own name."""
    assert cause_of(EMMA, "inject", {"trust": 40}) == ""
