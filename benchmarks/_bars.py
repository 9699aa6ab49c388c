"""The bars of the validity experiments: one question each, its figures, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from benchmarks._teams import Cells, Index, by_observation
from debrief.five_r import NAMES
from scenarios.behaviour.profiles import LADDER, USUAL

OWN_MOST = 80
"""(b) Of a hundred runs, those in which a weakness must lower its own R most."""
OWN_TIMES = 1.5
"""(b) How much more its own R falls than the others do in the mean, with the child frozen."""
MOST_GAIN = 0.02
"""(c) What a cheat may gain on any R."""
LEAST_AUC = 0.95
"""(a) How often an expert team stands above a novice one."""
LEAST_ICC = 0.8
"""(d) How much of what differs in one exercise is the team's skill, not the luck of the draw."""
MOST_DIFFERENCE = 0.02
"""(e), (f) What should make no difference may move an R by, in the median of paired runs."""


@dataclass(frozen=True)
class Verdict:
    """One question put to one R, team or event: what came of it, and whether it holds.

    ``holds`` is None where no bar was set.
    """

    asked: str
    of: str
    figures: Mapping[str, float | None]
    holds: bool | None


def judged(found: Cells) -> list[Verdict]:
    """All six bars, as far as the cells they need were played."""
    return [*ladder(found), *weaknesses(found), *cheats(found), *skills(found), *alike(found)]


def ladder(found: Cells) -> Iterator[Verdict]:
    """(a) Whether each R's median rises with how well a team plays; expert against novice."""
    for r in NAMES:
        steps = {name: _median(run[r] for run in found.get(name, ())) for name in LADDER}
        known = [value for value in steps.values() if value is not None]
        rises = len(known) == len(LADDER) and all(low < high for low, high in pairwise(known))
        above = auc(_known(found, "expert", r), _known(found, "novice", r))
        told = {**steps, "auc": _round(above)}
        yield Verdict("rises", r, told, rises and above is not None and above >= LEAST_AUC)


def weaknesses(found: Cells) -> Iterator[Verdict]:
    """(b) How often each planted weakness lowers its own R most, and how much more than others."""
    for r in NAMES:
        name = f"weak:{r}"
        if name not in found:
            continue
        falls = list(_falls(found[USUAL], found[name]))
        share = sum(fall[r] == max(fall.values()) and fall[r] > 0 for fall in falls) / len(falls)
        told: dict[str, float | None] = {"share": round(100 * share, 1), **_medians(falls)}
        times = _times(found, r)
        told["times"] = _round(times)
        yield Verdict("own_most", r, told, 100 * share >= OWN_MOST and (times or 0) >= OWN_TIMES)


def _times(found: Cells, r: str) -> float | None:
    """Own fall ÷ mean fall of the others, with the child's situation frozen; at most 99."""
    usual, weak = found.get(f"frozen {USUAL}"), found.get(f"frozen weak:{r}")
    if not usual or not weak:
        return None
    falls = _medians(list(_falls(usual, weak)))
    others = fmean(fall for each, fall in falls.items() if each != r)
    return min(falls[r] / others, 99.0) if others > 0 else 99.0 if falls[r] > 0 else 0.0


def cheats(found: Cells) -> Iterator[Verdict]:
    """(c) What each cheat gains on each R over the same team without it."""
    for name in (each for each in found if each.startswith("cheat:")):
        gains = {r: -fall for r, fall in _medians(list(_falls(found[USUAL], found[name]))).items()}
        yield Verdict("gains", name, gains, all(gain <= MOST_GAIN for gain in gains.values()))


def skills(found: Cells) -> Iterator[Verdict]:
    """(d) Whether the same skill gets the same index, whatever the seed."""
    vectors = [runs for name, runs in found.items() if name.startswith("vector ")]
    if vectors:
        for r in NAMES:
            groups = [[run[r] for run in runs] for runs in vectors]
            even = [[run[by_observation(r)] for run in runs] for runs in vectors]
            one = icc(groups)
            told = {
                "icc": _round(one),
                "mean of five": _round(of_mean(one, len(groups[0]))),
                "by observation": _round(icc(even)),
            }
            yield Verdict("icc", r, told, one is not None and one >= LEAST_ICC)


def alike(found: Cells) -> Iterator[Verdict]:
    """(e), (f) What makes no difference."""
    for name in ("nn", "renamed", "pause", "restart", "persons", "late", "absent"):
        if name in found:
            moves = {
                r: -fall for r, fall in _medians(list(_falls(found[USUAL], found[name]))).items()
            }
            holds = all(abs(move) <= MOST_DIFFERENCE for move in moves.values())
            yield Verdict("alike", name, moves, holds)


# -- statistics ------------------------------------------------------------------------------------


def auc(better: Sequence[float], worse: Sequence[float]) -> float | None:
    """How often one of ``better`` stands above one of ``worse``, ties by half (Mann–Whitney)."""
    if not better or not worse:
        return None
    wins = sum((one > other) + (one == other) / 2 for one in better for other in worse)
    return wins / (len(better) * len(worse))


def icc(groups: Sequence[Sequence[float | None]]) -> float | None:
    """ICC(1,1) of equally many runs a group (Shrout and Fleiss 1979, one-way random effects).

    Groups in which a run has no value are left out; None under two groups of two.
    """
    known = [[each for each in group if each is not None] for group in groups]
    whole = [group for group, asked in zip(known, groups, strict=True) if len(group) == len(asked)]
    if len(whole) < 2 or len(whole[0]) < 2:
        return None
    k, grand = len(whole[0]), fmean(each for group in whole for each in group)
    between = k * sum((fmean(group) - grand) ** 2 for group in whole) / (len(whole) - 1)
    spread = sum((each - fmean(group)) ** 2 for group in whole for each in group)
    within = spread / (len(whole) * (k - 1))
    return (between - within) / (between + (k - 1) * within) if between + within else None


def of_mean(one: float | None, k: int) -> float | None:
    """ICC(1,k): how sure the mean of ``k`` exercises is (Spearman and Brown)."""
    return None if one is None else k * one / (1 + (k - 1) * one)


def _falls(usual: Sequence[Index], other: Sequence[Index]) -> Iterator[dict[str, float]]:
    """How much each R lost, by seed; one with too little to go by has lost all it had."""
    for one, two in zip(usual, other, strict=True):
        yield {r: (one[r] or 0.0) - (two[r] or 0.0) for r in NAMES}


def _medians(falls: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {r: round(median(fall[r] for fall in falls), 3) for r in NAMES}


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 3) if known else None


def _known(found: Cells, name: str, r: str) -> list[float]:
    return [value for run in found.get(name, ()) if (value := run[r]) is not None]


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
