"""A figure: what one indicator came to, what it counted, and the entries it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SHOWN_FROM = 5
"""Screens show a ratio from this many observations on; counts always (decisions 22)."""


@dataclass(frozen=True)
class Figure:
    """One indicator of one journal.

    ``value`` is 0–1, or None where there was no opportunity. ``n`` is how many opportunities and
    acts it counts, ``counts`` the raw numbers behind. ``evidence`` holds seqs of entries, rising,
    each of one of ``kinds``: the events that the indicator reads. Some of those are never cited,
    since they are for those concerned alone.
    """

    id: str
    value: float | None
    n: int
    counts: Mapping[str, float]
    evidence: tuple[int, ...]
    kinds: tuple[str, ...]

    @property
    def shown_ratio(self) -> float | None:
        """The ratio as screens may show it: None below five observations."""
        return self.value if self.n >= SHOWN_FROM else None


@dataclass
class Tally:
    """Collects scores with what they rest on, and makes the figure of them.

    A score without weight counts like any other; ``mean`` is None where nothing was added.
    """

    scores: list[tuple[float, float]] = field(default_factory=list)
    evidence: set[int] = field(default_factory=set)
    counts: dict[str, float] = field(default_factory=dict)

    def add(self, score: float, seqs: Iterable[int], weight: float = 1) -> None:
        """One opportunity or act, and the entries that show it."""
        self.scores.append((score, weight))
        self.cite(seqs)

    def cite(self, seqs: Iterable[int]) -> None:
        """Rest on these entries too; 0 stands for no entry."""
        self.evidence.update(seq for seq in seqs if seq)

    def count(self, name: str, more: float = 1) -> None:
        """Raise one of the raw counts."""
        self.counts[name] = self.counts.get(name, 0) + more

    @property
    def mean(self) -> float | None:
        """The weighted mean of the scores."""
        weight = sum(each for _, each in self.scores)
        return sum(score * each for score, each in self.scores) / weight if weight else None

    def figure(self, indicator: str, kinds: tuple[str, ...]) -> Figure:
        """The mean as the figure of ``indicator``."""
        return self.figure_of(indicator, self.mean, len(self.scores), kinds)

    def figure_of(
        self, indicator: str, value: float | None, n: int, kinds: tuple[str, ...]
    ) -> Figure:
        """A value worked out otherwise, with what was collected."""
        seqs = tuple(sorted(self.evidence))
        return Figure(indicator, value, n, dict(self.counts), seqs, kinds)
