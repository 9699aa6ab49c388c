"""The tally of many rehearsals: bounded however many there were, and the same in any order.

Made in any process from one journal at a time (:mod:`facilitator.rehearsal.reading`), merged, sent
and kept as plain data. Nothing in it is anybody's: there were no people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from facilitator.rehearsal.spread import Spread

Figure = Literal[
    "play", "scene", "hold", "scripted", "items", "crowd", "idle", "wait", "index"
]  # fmt: skip
"""Kinds of numbers, by what they are about.

play ''         real seconds of a whole rehearsal
scene <scene>   real seconds of a scene; ``hold`` those of them in which it waited for somebody
scripted <seat>:<n>   injects in a seat's n-th ten minutes (from 0); ``items`` whatever came then
crowd <seat>    most injects within the budget's window in a run, less what the budget allows
idle <seat>     longest time without anything to do in a scene, in real seconds
wait <inject>   real seconds from when it should come to when the load budget let it
index <r>       the index of an R in thousandths
"""
Outcome = Literal["inject", "handover", "act", "index"]
"""Kinds of what became of something, counted.

inject <inject>      delivered, condition, load, held, skipped, waiting
handover <handover>  not_due, none, or the step it reached
act <expected>       not_asked, in_time, late, never, postponed
index <r>            none, if it had too little ground
"""
MOST_FAILURES = 20
"""Failed runs told one by one; the others are counted."""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A run that did not come to its end: its seed, ``hung`` or ``error``, and what was said."""

    seed: int
    code: str
    said: str


@dataclass
class Tally:
    """Figures and outcomes of ``runs`` rehearsals that ended, and the ``failed`` that did not."""

    runs: int = 0
    failed: int = 0
    figures: dict[tuple[str, str], Spread] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def add(self, kind: Figure, about: str, value: int) -> None:
        """See a figure once."""
        self.figures.setdefault((kind, about), Spread()).add(value)

    def count(self, kind: Outcome, about: str, outcome: str) -> None:
        """Count what became of something."""
        self.outcomes.setdefault((kind, about), Counter())[outcome] += 1

    def fail(self, failure: Failure) -> None:
        """A run did not come to its end."""
        self.failed += 1
        self.failures = sorted([*self.failures, failure])[:MOST_FAILURES]

    def merge(self, other: Tally) -> None:
        """Take in another tally of the same scenario, format and casting."""
        self.runs += other.runs
        self.failed += other.failed
        for figure, spread in other.figures.items():
            self.figures.setdefault(figure, Spread()).merge(spread)
        for outcome, counted in other.outcomes.items():
            self.outcomes.setdefault(outcome, Counter()).update(counted)
        self.failures = sorted([*self.failures, *other.failures])[:MOST_FAILURES]

    def spread(self, kind: Figure, about: str = "") -> Spread:
        """A figure's spread; an empty one if it was never seen."""
        return self.figures.get((kind, about), Spread())

    def outcome(self, kind: Outcome, about: str) -> Counter[str]:
        """What became of something; nothing if it was never looked at."""
        return self.outcomes.get((kind, about), Counter())

    @property
    def indices(self) -> list[str]:
        """The R's whose index was asked for, by name."""
        return sorted({about for kind, about in (*self.figures, *self.outcomes) if kind == "index"})

    def load(self, kind: Figure, seat: str) -> Iterator[Spread]:
        """A seat's ``scripted`` or ``items``, ten minutes by ten minutes."""
        number = 0
        while (kind, f"{seat}:{number}") in self.figures:
            yield self.figures[kind, f"{seat}:{number}"]
            number += 1

    def data(self) -> dict[str, Any]:
        """As plain data, the same for the same runs in whatever order they came."""
        return {
            "runs": self.runs,
            "failed": self.failed,
            "figures": [[*key, self.figures[key].data()] for key in sorted(self.figures)],
            "outcomes": [
                [*key, dict(sorted(self.outcomes[key].items()))] for key in sorted(self.outcomes)
            ],
            "failures": [[each.seed, each.code, each.said] for each in self.failures],
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Tally:
        """A tally from its plain data."""
        return cls(
            data["runs"],
            data["failed"],
            {(kind, about): Spread.of(seen) for kind, about, seen in data["figures"]},
            {(kind, about): Counter(counted) for kind, about, counted in data["outcomes"]},
            [Failure(*each) for each in data["failures"]],
        )
