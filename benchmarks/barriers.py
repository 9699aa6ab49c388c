"""Whether turning a barrier up moves what is to detect it: each of the knobs, alone, at 100.

``python -m benchmarks.barriers [SLUG] [FORMAT] [RUNS]`` plays RUNS exercises as usual and RUNS with
each barrier, of the same seeds, on two cores, and compares the mean of the barrier's detector.
``--page FILE`` also writes the page of results. Exits 1 if fewer than 40 knobs move their detector
the way they say. The last line is a JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any

from debrief.summary import summary
from scenarios.behaviour.services import Barrier, Detector, behaviour
from scenarios.loader import Loaded, load
from simulator import ENGINE, MEASURES
from simulator.rehearse import Rehearsal, rehearse

LEAST = 40
"""Knobs that must move their detector (issue: of the 59 barriers)."""
TURNED = 100


HEAD = """\
# Barriers: what turns each, and what sees it

Made by `{command}` on {made}:
{runs} exercises as usual, {runs} with each knob at a hundred per cent, of the same seeds.
**{held} of {knobs} knobs move their detector the way they say.**

The barriers are those of research and practice on cross-sector work (B01–B59). A *knob* is
behaviour: it moves the traits of the seats of some services, or of all, and how a service works
(`scenarios/behaviour/barriers.yaml`). An *inject* is where Emma's story brings it. The rest say why
they are neither. Values are proposals (mark P), and no service is meant to be as it is here.

| id | barrier | how | turns | detector | as usual | turned up | |
|---|---|---|---|---|--:|--:|---|"""
FOOT = """
A detector that moves shows that the measure sees this when it is the only thing that changes. It
does not show that the measure sees nothing else, nor that people who meet the barrier behave so.
"""


@dataclass(frozen=True)
class Verdict:
    """One knob: its detector's mean as usual and turned up, and whether it moved as it says."""

    barrier: str
    usual: float | None
    turned: float | None
    holds: bool


@cache
def _loaded(slug: str) -> Loaded:
    return load(slug)


def reading(detector: Detector, played: Rehearsal, line: Mapping[str, Any]) -> float | None:
    """What ``detector`` shows of one exercise. ``line`` is its summary (docs/json.md)."""
    if detector.indicator:
        rows = (row for r in line["five_r"].values() for row in r["indicators"])
        found = next((row for row in rows if row["id"] == detector.indicator), None)
        return found["value"] if found else None
    if detector.figure:
        value: Any = line
        for key in detector.figure.split("."):
            value = value[key]
        return None if value is None else float(value)
    return float(
        sum(
            entry.kind == detector.count
            and all(getattr(entry.event, key) == value for key, value in detector.where.items())
            for entry in played.entries
        )
    )


def play(slug: str, format_name: str, seed: int, barrier: str = "") -> dict[str, float | None]:
    """One exercise, with ``barrier`` turned up if it names one: what each detector shows."""
    turned = {barrier: TURNED} if barrier else {}
    played = rehearse(_loaded(slug), format_name, seed=seed, barriers=turned)
    line = summary(played.plan, played.entries)
    return {
        each.id: reading(each.detector, played, line)
        for each in ([behaviour().barriers[barrier]] if barrier else knobs())
        if each.detector
    }


def _play(slug: str, format_name: str, work: tuple[int, str]) -> dict[str, float | None]:
    return play(slug, format_name, *work)


def knobs() -> list[Barrier]:
    """The barriers that are behaviour."""
    return [each for each in behaviour().barriers.values() if each.how == "knob"]


def verdicts(
    slug: str, format_name: str, runs: int, jobs: int, only: Sequence[str] = ()
) -> list[Verdict]:
    """Each knob's verdict, in the file's order; of ``only`` those, if any are named."""
    asked = [each.id for each in knobs() if not only or each.id in only]
    seeds = range(1, runs + 1)
    work = [(seed, name) for name in ("", *asked) for seed in seeds]
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        done = pool.map(partial(_play, slug, format_name), work, chunksize=4)
        shown = dict(zip(work, done, strict=True))
    return [
        judge(name, [(shown[seed, ""][name], shown[seed, name][name]) for seed in seeds])
        for name in asked
    ]


def judge(name: str, pairs: Sequence[tuple[float | None, float | None]]) -> Verdict:
    """Whether the mean moved the way the detector says; runs without ground are left out."""
    known = [(usual, turned) for usual, turned in pairs if usual is not None and turned is not None]
    if not known:
        return Verdict(name, None, None, holds=False)
    usual, turned = mean(pair[0] for pair in known), mean(pair[1] for pair in known)
    detector = behaviour().barriers[name].detector
    up = detector is not None and detector.moves == "up"
    return Verdict(name, usual, turned, turned > usual if up else turned < usual)


def page(told: Sequence[Verdict], command: str, runs: int) -> str:
    """The page of results: all 59, what turns each, what moves, and what it moved."""
    rows = {verdict.barrier: verdict for verdict in told}
    held = sum(verdict.holds for verdict in told)
    made = f"{datetime.now(UTC):%Y-%m-%d}, with engine {ENGINE} and measures {MEASURES}"
    lines = [
        HEAD.format(command=command, made=made, runs=runs, held=held, knobs=len(told)),
    ]
    lines += [_row(each, rows.get(each.id)) for each in behaviour().barriers.values()]
    lines += [FOOT]
    return "\n".join(lines)


def _row(barrier: Barrier, verdict: Verdict | None) -> str:
    turns = barrier.inject or barrier.why or _turns(barrier)
    detector = "–"
    if barrier.detector:
        each = barrier.detector
        what = each.indicator or each.figure or f"number of `{each.count}`"
        kind = "".join(f", {key} {value}" for key, value in each.where.items())
        detector = f"{what}{kind}, {each.moves}"
    usual, turned, word = "", "", ""
    if verdict is not None:
        usual, turned = _figure(verdict.usual), _figure(verdict.turned)
        word = "moves" if verdict.holds else "**does not**"
    cells = [barrier.id, barrier.name["en"], barrier.how, turns, detector, usual, turned, word]
    return f"| {' | '.join(cells)} |"


def _turns(barrier: Barrier) -> str:
    moved = [f"{name} {value:+d}" for name, value in barrier.shifts.model_dump().items() if value]
    moved += [
        f"{name} {value}" for name, value in barrier.work.model_dump(exclude_none=True).items()
    ]
    where = f" ({', '.join(barrier.services)})" if barrier.services else ""
    return ", ".join(moved) + where


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main() -> int:
    """Play, judge and print; the exit code says whether enough of them move."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("slug", nargs="?", default="emma")
    words.add_argument("format", nargs="?", default="90")
    words.add_argument("runs", nargs="?", type=int, default=20)
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--page", type=Path)
    chosen = words.parse_args()
    told = verdicts(chosen.slug, chosen.format, chosen.runs, chosen.jobs)
    for verdict in told:
        word = "moves" if verdict.holds else "DOES NOT MOVE"
        print(f"{verdict.barrier} {_figure(verdict.usual)} → {_figure(verdict.turned)}  {word}")
    held = sum(verdict.holds for verdict in told)
    print(f"{held} of {len(told)} knobs move their detector; {LEAST} asked")
    if chosen.page:
        command = f"python -m benchmarks.barriers {chosen.slug} {chosen.format} {chosen.runs}"
        text = page(told, f"{command} --page {chosen.page}", chosen.runs)
        chosen.page.write_text(text, encoding="utf-8")
    figures = {"runs": chosen.runs, "knobs": len(told), "moved": held}
    print(json.dumps(figures))
    return 0 if held >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
