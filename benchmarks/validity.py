"""Whether the measures tell better teams from worse: simulated ones, of known behaviour.

``python -m benchmarks.validity [SLUG] [FORMAT] [RUNS]`` plays RUNS exercises for each profile, all
seats alike, on two cores, and asks three things of the five R's. (a) The median of each rises from
silent over novice and typical to expert. (b) A planted weakness lowers its own R most, against a
typical team of the same seed, in at least 80 of 100 runs. (c) No cheat raises any R by more than
0.02 over a typical team, in the median of runs of the same seed.

``--page FILE`` also writes the page of results. Exits 1 if anything does not hold. The last line
is a JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache, partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._validity_page import page
from debrief.five_r import NAMES
from debrief.summary import summary
from scenarios.behaviour.profiles import LADDER, USUAL, profiles
from scenarios.loader import Loaded, load
from simulator import ENGINE, MEASURES
from simulator.rehearse import rehearse

OWN_MOST = 80
"""Of a hundred runs, those in which a weakness must lower its own R most."""
MOST_GAIN = 0.02
"""What a cheat may gain on any R."""

Index = Mapping[str, float | None]
"""R → index of one run."""
Cells = Mapping[str, Sequence[Index]]
"""Profile → its runs, by seed."""


@dataclass(frozen=True)
class Verdict:
    """One question put to one R: what came of it, and whether it holds."""

    asked: str
    r: str
    figures: Mapping[str, float | None]
    holds: bool


@cache
def _loaded(slug: str) -> Loaded:
    return load(slug)


def play(slug: str, format_name: str, players: str, seed: int) -> dict[str, Any]:
    """The five R's of one exercise in which every seat plays by ``players``."""
    played = rehearse(_loaded(slug), format_name, seed=seed, players=players)
    line: dict[str, Any] = summary(played.plan, played.entries)["five_r"]
    return line


def cells(
    slug: str, format_name: str, names: Sequence[str], runs: int, jobs: int
) -> dict[str, Any]:
    """Profile → the five R's of each of its runs; seeds 1 to ``runs``."""
    found: dict[str, Any] = {}
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        asked = {
            name: pool.map(partial(play, slug, format_name, name), range(1, runs + 1), chunksize=5)
            for name in names
        }
        for name, lines in asked.items():
            found[name] = list(lines)
            print(f"{name:22} {_medians(found[name])}", flush=True)
    return found


def _medians(lines: Sequence[Mapping[str, Any]]) -> str:
    return "  ".join(f"{r} {_median(each[r]['index'] for each in lines)}" for r in NAMES)


def _median(values: Iterator[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 3) if known else None


def indices(lines: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The bare indices of what was played."""
    return {
        name: [{r: line[r]["index"] for r in NAMES} for line in played]
        for name, played in lines.items()
    }


def ladder(found: Cells) -> Iterator[Verdict]:
    """(a) Whether each R's median rises with how well a team plays."""
    for r in NAMES:
        steps = {name: _median(run[r] for run in found[name]) for name in LADDER if name in found}
        known = [value for value in steps.values() if value is not None]
        rises = all(low < high for low, high in pairwise(known))
        yield Verdict("rises", r, steps, rises and len(known) == len(steps))


def weaknesses(found: Cells) -> Iterator[Verdict]:
    """(b) How often each planted weakness lowers its own R most."""
    for r in NAMES:
        name = f"weak:{r}"
        if name not in found:
            continue
        falls: list[dict[str, float]] = [
            {each: _fall(usual[each], weak[each]) for each in NAMES}
            for usual, weak in zip(found[USUAL], found[name], strict=True)
        ]
        own = sum(fall[r] == max(fall.values()) and fall[r] > 0 for fall in falls)
        share = round(100 * own / len(falls), 1)
        lost: dict[str, float | None] = {
            each: round(median(fall[each] for fall in falls), 3) for each in NAMES
        }
        yield Verdict("own_most", r, {"share": share, **lost}, share >= OWN_MOST)


def _fall(usual: float | None, weak: float | None) -> float:
    """How much was lost; an R for which there is too little to go by has lost all it had."""
    return (usual or 0.0) - (weak or 0.0)


def cheats(found: Cells) -> Iterator[Verdict]:
    """(c) What each cheat gains on each R."""
    for name in (each for each in found if each.startswith("cheat:")):
        gains: dict[str, float] = {
            r: round(
                median(
                    -_fall(usual[r], cheat[r])
                    for usual, cheat in zip(found[USUAL], found[name], strict=True)
                ),
                3,
            )
            for r in NAMES
        }
        yield Verdict("gains", name, gains, all(gain <= MOST_GAIN for gain in gains.values()))


def judged(found: Cells) -> list[Verdict]:
    """All three questions."""
    return [*ladder(found), *weaknesses(found), *cheats(found)]


def main() -> int:
    """Play, judge and print; the exit code says whether everything holds."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("slug", nargs="?", default="emma")
    words.add_argument("format", nargs="?", default="90")
    words.add_argument("runs", nargs="?", type=int, default=100)
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--only", nargs="*", default=[], help="only these profiles, and typical")
    words.add_argument("--page", type=Path, help="write the page of results here")
    words.add_argument("--keep", type=Path, help="write every run's indicators here")
    asked = words.parse_args()
    names = [name for name in profiles().traits if name != "absent"]
    names = [name for name in names if not asked.only or name in (*asked.only, USUAL)]
    lines = cells(asked.slug, asked.format, names, asked.runs, asked.jobs)
    if asked.keep:
        asked.keep.write_text(json.dumps(lines), encoding="utf-8")
    found = judged(indices(lines))
    for each in found:
        word = "holds" if each.holds else "DOES NOT HOLD"
        print(f"{each.asked:9} {each.r:20} {dict(each.figures)} {word}")
    figures = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "engine": ENGINE,
        "measures": MEASURES,
        "scenario": f"{asked.slug} {asked.format}",
        "words": f"{asked.slug} {asked.format} {asked.runs}",
        "runs": asked.runs,
        "held": sum(each.holds for each in found),
        "of": len(found),
        "verdicts": [asdict(each) for each in found],
    }
    if asked.page:
        asked.page.write_text(page(figures), encoding="utf-8")
    print(json.dumps(figures))
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
