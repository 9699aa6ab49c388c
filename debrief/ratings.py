"""The other two columns: what evaluators rated, and what people said of themselves.

Never summed with what was measured, and never guessed: what nobody rated is not rated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from debrief.record import Record
from scenarios.kinds import R
from scenarios.survey import LEAST, MOST, Theme, items
from simulator.play.rating import STEPS, RatingGiven, Ratings, Scale
from simulator.play.survey import Survey, When
from simulator.play.wonder import WonderNoted

FROM_PEOPLE = 5
"""A mean of what people said is shown from so many on (decisions 22)."""
FROM_PAIRS = 5
"""Agreement of two raters is told from so many things that both have rated."""
THEMES: tuple[Theme, ...] = ("clarity", "cooperation", "safety")
THEMES_OF: Mapping[R, tuple[Theme, ...]] = {
    "roller": ("clarity",),
    "relasjoner": ("cooperation", "safety"),
}
"""What people are asked about an R; of the others they are not asked."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One thing on one scale: each rater's step, and the entries they stand at."""

    about: str
    steps: Mapping[str, RatingGiven]
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two raters agree on a scale, over ``n`` things that both rated.

    ``share`` gave the same step. ``kappa`` is Cohen's with linear weights (1968): 1 for all alike,
    0 for no more than chance; None where chance alone would make all alike.
    """

    n: int
    share: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme of the self-report: people who answered it and their mean step (1–4), before and
    after. A mean is None under five people."""

    theme: Theme
    people: Mapping[When, int]
    mean: Mapping[When, float | None]


def rated(record: Record, scale: Scale) -> tuple[Rated, ...]:
    """Everything that was rated on a scale, in the order first rated."""
    found: dict[str, dict[str, tuple[int, RatingGiven]]] = {}
    for (of, about, rater), given in record.state[Ratings].given.items():
        if of == scale:
            found.setdefault(about, {})[rater] = given
    return tuple(
        Rated(
            about,
            {rater: event for rater, (_, event) in by.items()},
            tuple(sorted(seq for seq, _ in by.values())),
        )
        for about, by in found.items()
    )


def agreement(record: Record, scale: Scale) -> Agreement | None:
    """How far the two raters agree; None under five things that both rated."""
    places = {step: place for place, step in enumerate(STEPS[scale])}
    pairs = [
        (places[each.steps["1"].step], places[each.steps["2"].step])
        for each in rated(record, scale)
        if len(each.steps) > 1
    ]
    if len(pairs) < FROM_PAIRS:
        return None
    share = sum(one == two for one, two in pairs) / len(pairs)
    return Agreement(len(pairs), share, kappa(pairs))


def kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's kappa with linear weights: 1 − observed ÷ expected distance of the two raters."""
    ones, twos = [one for one, _ in pairs], [two for _, two in pairs]
    observed = fmean(abs(one - two) for one, two in pairs)
    expected = fmean(abs(one - two) for one in ones for two in twos)
    return 1 - observed / expected if expected else None


def themes(record: Record) -> tuple[ThemeRow, ...]:
    """The self-report by theme."""
    return tuple(_theme(record, theme) for theme in THEMES)


def _theme(record: Record, theme: Theme) -> ThemeRow:
    people: dict[When, int] = {}
    mean: dict[When, float | None] = {}
    when: When
    for when in ("before", "after"):
        said = persons(record, theme, when)
        people[when] = len(said)
        mean[when] = fmean(said) if len(said) >= FROM_PEOPLE else None
    return ThemeRow(theme, people, mean)


def persons(record: Record, theme: Theme, when: When) -> list[float]:
    """Each person's mean step (1–4) over the statements of a theme they answered."""
    own = {item.id for item in items() if item.theme == theme}
    said = [
        [step for item, step in given.answers.items() if item in own]
        for given in record.state[Survey].given
        if given.when == when
    ]
    return [fmean(steps) for steps in said if steps]


def not_known(record: Record) -> int:
    """How many wonderings say what somebody did not know; they stand beside RL4 (domain 4.5).

    Whether such words were met well no entry tells, so that is no figure.
    """
    return sum(bool(event.unknown.strip()) for _, event in record.of(WonderNoted))


def share(step: float) -> float:
    """A step of 1–4 as 0–1."""
    return (step - LEAST) / (MOST - LEAST)
