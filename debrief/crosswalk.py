"""Crosswalk: the indicators sorted by what others have found cooperation to rest on.

The seven factors of success are Fafo's, as domain.md 4.9 reads them. The same figures as in the
five R's: nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from debrief.figure import Figure
from debrief.five_r import Word, word
from debrief.measures import measure
from debrief.record import Record
from simulator.play.minutes import MeetingOpened

Factor = Literal[
    "leadership", "resources", "routines", "coordinator", "respect", "arenas", "participation"
]

FACTORS: Mapping[Factor, tuple[str, ...]] = {
    "leadership": ("RA1", "RA7", "RO7"),
    "resources": ("RA3", "RA4"),
    "routines": ("RA2", "RA5", "RG4"),
    "coordinator": ("RO2", "RO3", "RA6"),
    "respect": ("RL5", "RL6", "RO6"),
    "arenas": ("RA5",),
    "participation": ("RL3", "RE2", "RO8"),
}
"""Domain 4.9. Common arenas also rest on who met whom (:func:`who_met`)."""


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor: the declared indicators that have ground, and how far they reached."""

    factor: Factor
    word: Word
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class WhoMet:
    """Pairs of the seats that count, and how many of them sat in one meeting at least once."""

    pairs: int
    met: int
    seqs: tuple[int, ...]


def factors(record: Record) -> tuple[FactorRow, ...]:
    """The seven factors, in their order."""
    figures, declared = record.once(measure), set(record.plan.format.indicators)
    rows = []
    for factor, ids in FACTORS.items():
        own = (figures[each] for each in ids if each in declared and each in figures)
        ground = tuple(figure for figure in own if figure.value is not None)
        rows.append(FactorRow(factor, word(ground), ground))
    return tuple(rows)


def who_met(record: Record) -> WhoMet:
    """How many pairs of seats met in a meeting."""
    pairs = set(combinations(sorted(record.counted), 2))
    met: set[tuple[str, str]] = set()
    seqs = []
    for entry, opened in record.of(MeetingOpened):
        fresh = pairs & set(combinations(sorted(opened.present), 2)) - met
        if fresh:
            met |= fresh
            seqs.append(entry.seq)
    return WhoMet(len(pairs), len(met), tuple(seqs))
