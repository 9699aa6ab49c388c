"""The checks hold whatever an author does: they find faults, and never fall over them."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from scenarios.check import check_loaded
from scenarios.loader import from_document, load

ODD: list[object] = [
    *(None, "", "I1", "F9", "host", "bup", 0, -1, 7, 10**9, True, [], {}, ["x"], "3wd"),
    *("2026-09-14 08:00", "9999-12-31 08:00", {"done": "X1"}),
]


def _places(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        below = list(data.items())
    elif isinstance(data, list):
        below = list(enumerate(data))
    return [path, *(deep for key, value in below for deep in _places(value, (*path, key)))]


def _mutate(source: dict[str, Any], chance: random.Random) -> None:
    """Remove, double or replace one thing anywhere."""
    path = chance.choice(_places(source)[1:])
    holder: Any = source
    for part in path[:-1]:
        holder = holder[part]
    kind = chance.random()
    if kind < 0.3:
        del holder[path[-1]]
    elif kind < 0.4 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[-1]))
    elif kind < 0.7:
        donor: Any = source
        for part in chance.choice(_places(source)[1:]):
            donor = donor[part]
        holder[path[-1]] = copy.deepcopy(donor)
    else:
        holder[path[-1]] = copy.deepcopy(chance.choice(ODD))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_an_author_can_write_makes_a_check_fall_over(seed: int) -> None:
    """Random damage to the small scenario ends in findings, never in an exception."""
    chance = random.Random(seed)
    document = load("small").document
    found = 0
    for _ in range(40):
        broken = copy.deepcopy(document)
        for _ in range(chance.choice([1, 1, 1, 2, 4])):
            _mutate(broken["source"], chance)
        findings = check_loaded(from_document(broken))
        assert findings == sorted(set(findings))
        assert all(finding.wrong and finding.remedy for finding in findings)
        found += bool(findings)
    assert found > 20
