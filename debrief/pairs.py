"""Pairs: runs with and without a change, each pair on the same seed, and how they differ.

Published in docs/json.md. A difference is the changed run less the other; only pairs in which both
have the figure count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from debrief.five_r import NAMES
from debrief.summary import RIGHTS, numbers, spread

Spread = dict[str, float | None]

ASKED = (
    *(f"five_r.{name}.index" for name in NAMES),
    "handovers.accepted",
    "handovers.closed",
    "clarity.unowned_share",
    "response.median_ratio",
    "situation.trust",
    "situation.load",
    *(f"situation.rights.{right}" for right in RIGHTS),
)
"""The figures that a what-if is told in, by their paths in a rehearsal line."""
LESS_IS_BETTER = frozenset({"clarity.unowned_share", "response.median_ratio", "situation.load"})
"""Figures in which a fall is a gain for the child."""
EPSILON = 1e-9
"""Differences nearer to nothing than this are none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure over all pairs: how it spreads on each side, and how the pairs differ.

    ``more``, ``less`` and ``same`` are in how many pairs the changed run has more, less, as much.
    """

    path: str
    without: Spread
    changed: Spread
    difference: Spread
    more: int
    less: int
    same: int


def compare(
    without: Sequence[Mapping[str, Any]], changed: Sequence[Mapping[str, Any]]
) -> tuple[Compared, ...]:
    """:data:`ASKED` over rehearsal lines that stand in pairs. ValueError if they do not."""
    both = [
        (dict(numbers(one)), dict(numbers(other)))
        for one, other in zip(without, changed, strict=True)
    ]
    return tuple(_compared(path, both) for path in ASKED)


def _compared(
    path: str, both: Sequence[tuple[Mapping[str, float | None], Mapping[str, float | None]]]
) -> Compared:
    found = [(one.get(path), other.get(path)) for one, other in both]
    whole = [(one, other) for one, other in found if one is not None and other is not None]
    apart = [other - one for one, other in whole]
    more = sum(each > EPSILON for each in apart)
    less = sum(each < -EPSILON for each in apart)
    return Compared(
        path,
        spread([one for one, _ in whole]),
        spread([other for _, other in whole]),
        spread(apart),
        more,
        less,
        len(apart) - more - less,
    )


def as_json(compared: Sequence[Compared]) -> dict[str, Any]:
    """The figures of ``samspill whatif --json``, by path."""
    return {
        each.path: {
            "without": each.without,
            "changed": each.changed,
            "difference": each.difference,
            "more": each.more,
            "less": each.less,
            "same": each.same,
        }
        for each in compared
    }
