"""The five R's: rammer, retning, roller, regler, relasjoner. Each for itself; never a total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from debrief.figure import SHOWN_FROM, Figure
from debrief.measures import measure
from debrief.record import Record
from scenarios.schema import R

Level = Literal["finnes", "brukes", "merkes"]
Word = Literal["yes", "partly", "little", "too_few"]
"""How far a level was reached, as a code that screens put into words. ``too_few``: for lite
grunnlag, fewer than five observations."""

NAMES: tuple[R, ...] = ("rammer", "retning", "roller", "regler", "relasjoner")
LEVELS: tuple[Level, ...] = ("finnes", "brukes", "merkes")
LEAST_FOR_INDEX = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """How an indicator is read: its R, its level, and from where its words hold.

    ``yes`` and ``partly`` are the least turned value (1 is best) for these words.
    """

    r: R
    level: Level
    higher_is_better: bool = True
    yes: float = 0.75
    partly: float = 0.4

    def turned(self, value: float) -> float:
        """``value`` turned so that 1 is best."""
        return value if self.higher_is_better else 1 - value


SCALES: Mapping[str, Scale] = {
    "RA2": Scale("rammer", "finnes"),
    "RA3": Scale("rammer", "merkes"),
    "RA7": Scale("rammer", "brukes"),
    "RE1": Scale("retning", "finnes", yes=0.5, partly=0.25),
    "RE5": Scale("retning", "brukes", yes=0.6, partly=0.3),
    "RE7": Scale("retning", "merkes"),
    "RO1": Scale("roller", "finnes"),
    "RO2": Scale("roller", "brukes"),
    "RO3": Scale("roller", "merkes", yes=0.8, partly=0.4),
    "RO4": Scale("roller", "brukes", higher_is_better=False),
    "RO5": Scale("roller", "finnes", higher_is_better=False),
    "RO6": Scale("roller", "finnes"),
    "RG1": Scale("regler", "brukes"),
    "RG3": Scale("regler", "merkes"),
    "RG7": Scale("regler", "finnes"),
    "RL1": Scale("relasjoner", "merkes", yes=0.5, partly=0.25),
    "RL2": Scale("relasjoner", "brukes"),
    "RL3": Scale("relasjoner", "merkes"),
    "RL5": Scale("relasjoner", "finnes", yes=0.7),
}
"""How each automatic indicator is read; its words stand in ``scenarios/indicators.yaml``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One R: its index (for experiments only), its three words, and its indicators.

    ``declared`` are the indicators that the format's screens show; the words rest on these.
    """

    r: R
    index: float | None
    words: Mapping[Level, Word]
    figures: tuple[Figure, ...]
    declared: tuple[str, ...]


def five_r(record: Record) -> dict[R, Row]:
    """The five rows, in their order."""
    figures = record.once(measure)
    shown = set(record.plan.format.indicators)
    return {name: _row(name, figures.values(), shown) for name in NAMES}


def index(figures: Iterable[Figure]) -> float | None:
    """The unweighted mean of what has a value, 1 best; None under two (decisions 23)."""
    values = [SCALES[each.id].turned(each.value) for each in figures if each.value is not None]
    return fmean(values) if len(values) >= LEAST_FOR_INDEX else None


def word(figures: Iterable[Figure]) -> Word:
    """How far one level of an R was reached, over the indicators that stand for it."""
    known = [each for each in figures if each.value is not None]
    if sum(each.n for each in known) < SHOWN_FROM:
        return "too_few"
    met = fmean(_rung(each) for each in known)
    if met >= 1.5:
        return "yes"
    return "partly" if met >= 0.5 else "little"


def _rung(figure: Figure) -> int:
    scale, value = SCALES[figure.id], figure.value or 0.0
    turned = scale.turned(value)
    return (turned >= scale.partly) + (turned >= scale.yes)


def _row(name: R, figures: Iterable[Figure], shown: set[str]) -> Row:
    own = tuple(each for each in figures if SCALES[each.id].r == name)
    declared = [each for each in own if each.id in shown]
    words = {
        level: word(each for each in declared if SCALES[each.id].level == level) for level in LEVELS
    }
    return Row(name, index(own), words, own, tuple(each.id for each in declared))
