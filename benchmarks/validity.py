"""Whether the measures tell better teams from worse: simulated ones, of known behaviour.

``python -m benchmarks.validity [SLUG:FORMAT …]`` plays 200 exercises a cell on two cores, of Emma's
90 minutes and Avslaget's 45, and asks six things of the five R's; what each bar is stands in
``benchmarks/_bars.py``, what is played in ``benchmarks/_teams.py``. ``--page FILE`` also writes the
page of results. Exits 1 if anything holds or not otherwise than ``benchmarks/_validity_page.py``
tells with its cause. The last line is a JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._bars import Verdict, judged, skills
from benchmarks._teams import SEEDS, Index, Team, alike_teams, cells, skill_teams, usual_teams
from benchmarks._validity_page import page, unlike_known
from debrief.five_r import NAMES
from scenarios.behaviour.profiles import USUAL
from simulator import ENGINE, MEASURES

USUAL_PLAY = ("emma:90", "avslaget:45")
LONGER = "emma:180"
"""Played by the skill vectors alone, to see what length does; no bar was set for it."""


def of_scenario(play: str, asked: argparse.Namespace) -> dict[str, Any]:
    """Play every cell of one scenario (``slug:format``), and judge."""
    slug = play.partition(":")[0]
    teams = [*usual_teams(), *alike_teams(slug)]
    wanted = [each for each in teams if not asked.only or each.name in (*asked.only, USUAL)]
    vectors = [] if asked.only else skill_teams()
    found = _played(play, wanted, asked.runs, asked.jobs)
    found |= _played(play, vectors, SEEDS, asked.jobs)
    return _judged(play, judged(found))


def of_longer(asked: argparse.Namespace) -> dict[str, Any]:
    """(d) in the longest format."""
    found = _played(LONGER, skill_teams(), SEEDS, asked.jobs)
    return _judged(LONGER, [replace(each, holds=None) for each in skills(found)])


def _played(play: str, teams: Sequence[Team], runs: int, jobs: int) -> dict[str, Sequence[Index]]:
    slug, _, format_name = play.partition(":")
    found: dict[str, Sequence[Index]] = {}
    for name, lines in cells(slug, format_name, teams, runs, jobs):
        found[name] = lines
        print(f"{slug} {format_name}  {name:22} {_medians(lines)}", flush=True)
    return found


def _judged(play: str, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    for each in verdicts:
        print(f"{each.asked:9} {each.of:20} {dict(each.figures)} {_word(each)}")
    bars = [each for each in verdicts if each.holds is not None]
    return {
        "scenario": play.replace(":", " "),
        "held": sum(bool(each.holds) for each in bars),
        "of": len(bars),
        "verdicts": [asdict(each) for each in verdicts],
    }


def _medians(lines: Sequence[Index]) -> str:
    return "  ".join(f"{r} {_median(each[r] for each in lines)}" for r in NAMES)


def _median(values: Iterator[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 3) if known else None


def _word(verdict: Verdict) -> str:
    return {True: "holds", False: "DOES NOT HOLD", None: ""}[verdict.holds]


def main() -> int:
    """Play, judge and print; the exit code says whether all is as the page tells it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("play", nargs="*", default=list(USUAL_PLAY), metavar="SLUG:FORMAT")
    words.add_argument("--runs", type=int, default=200, help="runs a cell")
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--only", nargs="*", default=[], help="only these cells, and typical")
    words.add_argument("--page", type=Path, help="write the page of results here")
    asked = words.parse_args()
    played = [of_scenario(each, asked) for each in asked.play]
    if not asked.only:
        played.append(of_longer(asked))
    unlike = unlike_known(played)
    figures = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "engine": ENGINE,
        "measures": MEASURES,
        "runs": asked.runs,
        "held": sum(each["held"] for each in played),
        "of": sum(each["of"] for each in played),
        "played": played,
    }
    if asked.page:
        asked.page.write_text(page(figures), encoding="utf-8")
    for line in unlike:
        print(f"not as told: {line}")
    print(json.dumps(figures))
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
