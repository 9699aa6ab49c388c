"""How fast rehearsals run, beside a bare SimPy that fires as many timeouts.

``python -m benchmarks.rehearse [SLUG] [FORMAT] [RUNS]``. Exits 1 if 100 rehearsals would take more
than 60 s on one core. The last line is a JSON object with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from statistics import median

import simpy

from debrief.summary import summary
from scenarios.loader import load
from simulator.rehearse import Rehearsal, rehearse

MOST_SECONDS = 60
"""For 100 rehearsals on one core (the bar of docs/measured.md)."""


def floor(events: int) -> float:
    """Seconds that a bare SimPy needs to fire ``events`` timeouts."""
    env = simpy.Environment()

    def one(after: int) -> object:
        yield env.timeout(after)

    began = time.perf_counter()
    for number in range(events):
        env.process(one(number))  # type: ignore[arg-type]
    env.run()
    return time.perf_counter() - began


def main() -> int:
    """Measure and print; the exit code says whether the bar holds."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("slug", nargs="?", default="emma")
    words.add_argument("format", nargs="?", default="90")
    words.add_argument("runs", nargs="?", type=int, default=100)
    chosen = words.parse_args()
    loaded = load(chosen.slug)
    rehearse(loaded, chosen.format)
    plays: list[float] = []
    debriefs: list[float] = []
    floors: list[float] = []
    events = 0
    for seed in range(1, chosen.runs + 1):
        began = time.perf_counter()
        played: Rehearsal = rehearse(loaded, chosen.format, seed=seed)
        middle = time.perf_counter()
        summary(played.plan, played.entries)
        plays.append(middle - began)
        debriefs.append(time.perf_counter() - middle)
        floors.append(floor(len(played.entries)))
        events += len(played.entries)
    seconds = sum(plays) + sum(debriefs)
    per_hundred = seconds * 100 / chosen.runs
    figures = {
        "scenario": f"{chosen.slug} {chosen.format}",
        "runs": chosen.runs,
        "seconds_for_100": round(per_hundred, 2),
        "play_ms_median": round(median(plays) * 1000, 1),
        "debrief_ms_median": round(median(debriefs) * 1000, 1),
        "events_per_run": events // chosen.runs,
        "events_per_second": int(events / sum(plays)),
        "simpy_floor_ms_median": round(median(floors) * 1000, 2),
        "play_over_floor": round(sum(plays) / sum(floors), 1),
    }
    for name, value in figures.items():
        print(f"{name:24} {value}")
    held = per_hundred <= MOST_SECONDS
    print(f"100 rehearsals within {MOST_SECONDS} s on one core: {'yes' if held else 'NO'}")
    print(json.dumps(figures))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
