"""A spread: how often each whole number was seen. It merges, and its quantiles are exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Spread:
    """Whole numbers and how often each was seen. What is added is rounded by the caller, so that
    no spread holds more different numbers than a scene has seconds."""

    seen: Counter[int] = field(default_factory=Counter)

    def add(self, value: int) -> None:
        """See a number once more."""
        self.seen[value] += 1

    def merge(self, other: Spread) -> None:
        """Take in what another saw."""
        self.seen.update(other.seen)

    @property
    def n(self) -> int:
        """How many numbers were seen."""
        return self.seen.total()

    @property
    def total(self) -> int:
        """Their sum."""
        return sum(value * times for value, times in self.seen.items())

    @property
    def most(self) -> int:
        """The greatest; 0 of none."""
        return max(self.seen, default=0)

    @property
    def least(self) -> int:
        """The smallest; 0 of none."""
        return min(self.seen, default=0)

    @property
    def median(self) -> int:
        """The middle one, the lower of two."""
        return self.at(50)

    def at(self, percent: int) -> int:
        """The smallest number that ``percent`` of those seen do not exceed; 0 of none."""
        wanted, reached = self.n * percent, 0
        for value in sorted(self.seen):
            reached += self.seen[value] * 100
            if reached >= wanted:
                return value
        return 0

    def above(self, line: int) -> int:
        """How many are greater than ``line``."""
        return sum(times for value, times in self.seen.items() if value > line)

    def data(self) -> list[tuple[int, int]]:
        """As plain data: each number with its times, rising."""
        return sorted(self.seen.items())

    @classmethod
    def of(cls, data: Iterable[tuple[int, int]]) -> Spread:
        """A spread from its plain data."""
        return cls(Counter({int(value): int(times) for value, times in data}))
