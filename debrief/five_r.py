"""The five R's: rammer, retning, roller, regler, relasjoner. Each for itself; never a total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from debrief.figure import SHOWN_FROM, Figure
from debrief.measures import measure
from debrief.record import Record
from scenarios.indicators import indicators
from scenarios.schema import R

Level = Literal["finnes", "brukes", "merkes"]
Word = Literal["yes", "partly", "little", "too_few"]
"""How far a level was reached, as a code that screens put into words. ``too_few``: for lite
grunnlag, fewer than five observations."""

NAMES: tuple[R, ...] = ("rammer", "retning", "roller", "regler", "relasjoner")
LEVELS: tuple[Level, ...] = ("finnes", "brukes", "merkes")
LEAST_FOR_INDEX = 2


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which turned value (1 is best) the words ``yes`` and ``partly`` hold."""

    yes: float = 0.75
    partly: float = 0.4


THRESHOLDS: Mapping[str, Threshold] = {
    "RE1": Threshold(yes=0.5, partly=0.25),
    "RE5": Threshold(yes=0.6, partly=0.3),
    "RO3": Threshold(yes=0.8, partly=0.4),
    "RL1": Threshold(yes=0.5, partly=0.25),
    "RL5": Threshold(yes=0.7, partly=0.4),
}
"""Where an indicator's words begin elsewhere than is usual; proposals (mark P) to be tuned."""
USUAL = Threshold()


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


def turned(figure: Figure) -> float | None:
    """The figure's value turned so that 1 is best."""
    if figure.value is None or indicators()[figure.id].higher_is_better:
        return figure.value
    return 1 - figure.value


def index(figures: Iterable[Figure]) -> float | None:
    """The unweighted mean of what has a value, 1 best; None under two (decisions 23)."""
    values = [value for each in figures if (value := turned(each)) is not None]
    return fmean(values) if len(values) >= LEAST_FOR_INDEX else None


def word(figures: Iterable[Figure]) -> Word:
    """How far one level of an R was reached, over the indicators that stand for it."""
    known = [each for each in figures if each.value is not None]
    if sum(each.n for each in known) < SHOWN_FROM:
        return "too_few"
    met = fmean(rung(each) for each in known)
    if met >= 1.5:
        return "yes"
    return "partly" if met >= 0.5 else "little"


def rung(figure: Figure) -> int:
    """2 from the figure's ``yes``, 1 from its ``partly``, else 0."""
    threshold, value = THRESHOLDS.get(figure.id, USUAL), turned(figure) or 0.0
    return (value >= threshold.partly) + (value >= threshold.yes)


def _row(name: R, figures: Iterable[Figure], shown: set[str]) -> Row:
    known = indicators()
    own = tuple(each for each in figures if known[each.id].r == name)
    automatic = [each for each in own if known[each.id].automatic]
    declared = [each for each in automatic if each.id in shown]
    words = {
        level: word(each for each in declared if known[each.id].level == level) for level in LEVELS
    }
    return Row(name, index(automatic), words, own, tuple(each.id for each in declared))
