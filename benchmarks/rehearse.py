"""How fast rehearsals run, beside a bare SimPy that fires as many timeouts.

``python -m benchmarks.rehearse [SLUG] [FORMAT] [RUNS]``: play and measures apart on one core, the
crew on one and two cores, and what a process weighs after 1,000 more. Exits 1 if 100 rehearsals
would take more than 60 s on one core, or memory grows. The last line is a JSON object with the
figures.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import time
from statistics import median

import simpy

from benchmarks._process import resident_kib
from debrief.summary import summary
from facilitator.rehearsal.reading import read
from facilitator.rehearsal.tally import Tally
from scenarios.loader import Loaded, load
from simulator.rehearse import rehearse
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import batches
from webapp.rehearsing.unit import Order

MOST_SECONDS = 60
"""For 100 rehearsals on one core (the bar of docs/measured.md)."""
AIM_RUNS, AIM_SECONDS = 10_000, 600
"""What two cores should do."""
MANY = 1_000
MOST_GROWTH_KIB = 8 * 1024
"""Memory that a process may gain over ``MANY`` rehearsals: all it keeps is a tally."""


def floor(events: int) -> float:
    """Seconds of one core that a bare SimPy needs to fire ``events`` timeouts."""
    env = simpy.Environment()

    def one(after: int) -> object:
        yield env.timeout(after)

    began = time.process_time()
    for number in range(events):
        env.process(one(number))  # type: ignore[arg-type]
    env.run()
    return time.process_time() - began


def one_by_one(loaded: Loaded, name: str, runs: int) -> dict[str, float]:
    """Play, measures and floor of each run, in seconds of one core, whoever else uses it."""
    plays: list[float] = []
    measures: list[float] = []
    floors: list[float] = []
    events = 0
    for seed in range(1, runs + 1):
        began = time.process_time()
        played = rehearse(loaded, name, seed=seed)
        middle = time.process_time()
        line = summary(played.plan, played.entries)
        indices = {each: r["index"] for each, r in line["five_r"].items()}
        read(played.plan, played.entries, played.state, indices)
        plays.append(middle - began)
        measures.append(time.process_time() - middle)
        floors.append(floor(len(played.entries)))
        events += len(played.entries)
    return {
        "seconds_for_100": round((sum(plays) + sum(measures)) * 100 / runs, 2),
        "play_ms_median": round(median(plays) * 1000, 1),
        "measures_ms_median": round(median(measures) * 1000, 1),
        "plays_per_second": round(runs / sum(plays), 2),
        "measures_per_second": round(runs / sum(measures), 2),
        "events_per_run": events // runs,
        "events_per_second": int(events / sum(plays)),
        "simpy_floor_ms_median": round(median(floors) * 1000, 2),
        "play_over_floor": round(sum(plays) / sum(floors), 1),
    }


def crew(loaded: Loaded, name: str, runs: int, jobs: int) -> float:
    """Rehearsals a second, played and measured, with so many processes; they are warm."""
    order = Order(loaded.document, loaded.digest, name, Cast(), runs=runs)
    for _warm in batches(Order(loaded.document, loaded.digest, name, Cast(), runs=jobs * 2), jobs):
        continue
    began = time.perf_counter()
    whole = Tally()
    for batch in batches(order, jobs):
        whole.merge(batch.tally)
    return round(whole.runs / (time.perf_counter() - began), 2)


def growth(loaded: Loaded, name: str) -> int:
    """KiB that this process gains while it plays, measures and tallies ``MANY`` rehearsals."""
    whole = Tally()
    order = Order(loaded.document, loaded.digest, name, Cast(), runs=MANY)
    before = 0
    for batch in batches(order, jobs=1):
        whole.merge(batch.tally)
        if not before and whole.runs >= MANY // 10:
            gc.collect()
            before = resident_kib(os.getpid())
    gc.collect()
    return resident_kib(os.getpid()) - before


def main() -> int:
    """Measure and print; the exit code says whether the bars hold."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("slug", nargs="?", default="emma")
    words.add_argument("format", nargs="?", default="90")
    words.add_argument("runs", nargs="?", type=int, default=100)
    chosen = words.parse_args()
    loaded = load(chosen.slug)
    rehearse(loaded, chosen.format)
    figures: dict[str, float | str] = {
        "scenario": f"{chosen.slug} {chosen.format}",
        "runs": chosen.runs,
        **one_by_one(loaded, chosen.format, chosen.runs),
        "per_second_1_core": crew(loaded, chosen.format, chosen.runs, 1),
        "per_second_2_cores": crew(loaded, chosen.format, chosen.runs * 2, 2),
        "growth_kib_over_1000": growth(loaded, "demo" if "demo" in loaded.scenario().formats
                                       else chosen.format),
    }  # fmt: skip
    per_hundred, grown = float(figures["seconds_for_100"]), float(figures["growth_kib_over_1000"])
    in_all = AIM_RUNS / float(figures["per_second_2_cores"])
    figures["seconds_for_10000_on_2_cores"] = round(in_all)
    for name, value in figures.items():
        print(f"{name:28} {value}")
    fast, flat = per_hundred <= MOST_SECONDS, grown <= MOST_GROWTH_KIB
    print(f"100 rehearsals within {MOST_SECONDS} s on one core: {'yes' if fast else 'NO'}")
    print(f"{AIM_RUNS} within {AIM_SECONDS} s on two: {'yes' if in_all <= AIM_SECONDS else 'NO'}")
    print(f"memory flat over {MANY} rehearsals: {'yes' if flat else 'NO'}")
    print(json.dumps(figures))
    return 0 if fast and flat else 1


if __name__ == "__main__":
    sys.exit(main())
