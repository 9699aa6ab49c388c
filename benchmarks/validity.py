"""Whether the measures tell better teams from worse: simulated ones, of known behaviour.

``python -m benchmarks.validity [SLUG:FORMAT …]`` plays 200 exercises a cell on two cores, of Emma's
90 minutes and Avslaget's 45, and asks six things of the five R's; what each bar is stands in
``benchmarks/_bars.py``, what is played in ``benchmarks/_teams.py``. ``--page FILE`` also writes the
page of results. Exits 1 if anything does not hold. The last line is a JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._bars import Verdict, judged
from benchmarks._teams import SEEDS, alike_teams, cells, skill_teams, usual_teams
from benchmarks._validity_page import page
from debrief.five_r import NAMES
from scenarios.behaviour.profiles import USUAL
from simulator import ENGINE, MEASURES

USUAL_PLAY = ("emma:90", "avslaget:45")


def of_scenario(play: str, asked: argparse.Namespace) -> dict[str, Any]:
    """Play every cell of one scenario (``slug:format``), and judge."""
    slug, _, format_name = play.partition(":")
    teams = [*usual_teams(), *alike_teams(slug)]
    wanted = [each for each in teams if not asked.only or each.name in (*asked.only, USUAL)]
    vectors = [] if asked.only else skill_teams()
    found = {}
    for batch, runs in ((wanted, asked.runs), (vectors, SEEDS)):
        for name, lines in cells(slug, format_name, batch, runs, asked.jobs):
            found[name] = lines
            print(f"{slug} {format_name}  {name:22} {_medians(lines)}", flush=True)
    verdicts = judged(found)
    for each in verdicts:
        print(f"{each.asked:9} {each.of:20} {dict(each.figures)} {_word(each)}")
    return {
        "scenario": f"{slug} {format_name}",
        "held": sum(each.holds for each in verdicts),
        "of": len(verdicts),
        "verdicts": [asdict(each) for each in verdicts],
    }


def _medians(lines: list[dict[str, float | None]]) -> str:
    return "  ".join(f"{r} {_median(each[r] for each in lines)}" for r in NAMES)


def _median(values: Iterator[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 3) if known else None


def _word(verdict: Verdict) -> str:
    return "holds" if verdict.holds else "DOES NOT HOLD"


def main() -> int:
    """Play, judge and print; the exit code says whether everything holds."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("play", nargs="*", default=list(USUAL_PLAY), metavar="SLUG:FORMAT")
    words.add_argument("--runs", type=int, default=200, help="runs a cell")
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--only", nargs="*", default=[], help="only these cells, and typical")
    words.add_argument("--page", type=Path, help="write the page of results here")
    asked = words.parse_args()
    played = [of_scenario(each, asked) for each in asked.play]
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
    print(json.dumps(figures))
    return 0 if figures["held"] == figures["of"] else 1


if __name__ == "__main__":
    sys.exit(main())
