"""How fast a debrief is, beside merely reading the journal.

``python -m benchmarks.debrief``: the whole of ``samspill debrief --json`` on one journal of 5,000
events or more, in this process and as the command itself, and on the journals of 75 teams. The
floor is reading the same files, in the same run; seconds are those of one core. Exits 1 if the
command takes more than one on the long journal, or this process more than ten on the 75. The last
line is a JSON object with the figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from debrief.summary import full, to_json
from scenarios.loader import load
from simulator.journal.file import read_journal, write_journal
from simulator.play.rooms import EVENTS
from simulator.rehearse import rehearse
from webapp.cli.debrief import plan_of

LEAST_EVENTS = 5_000
MOST_SECONDS, MOST_SECONDS_75 = 1.0, 10.0
TEAMS = 75
TIMES = 5
BUSY = "cheat:type-a-lot"
"""A team that writes a line to all that reaches it: the longest journals there are."""


def long_journal(folder: Path) -> tuple[Path, int]:
    """A journal of Emma's three hours with 5,000 events or more, and how many it has."""
    loaded = load("emma")
    for seed in range(1, 50):
        played = rehearse(loaded, "180", seed=seed, players=BUSY)
        if len(played.entries) >= LEAST_EVENTS:
            path = folder / "long.jsonl"
            write_journal(path, played.document, played.entries)
            return path, len(played.entries)
    raise RuntimeError(f"no rehearsal had {LEAST_EVENTS} events")


def team_journals(folder: Path) -> list[Path]:
    """A journal of Emma's ninety minutes for each of 75 teams."""
    loaded, paths = load("emma"), []
    for seed in range(1, TEAMS + 1):
        played = rehearse(loaded, "90", seed=seed)
        paths.append(folder / f"team-{seed}.jsonl")
        write_journal(paths[-1], played.document, played.entries)
    return paths


def debriefed(path: Path) -> str:
    """The debrief of a file as JSON, as the command prints it."""
    found = read_journal(path, EVENTS)
    return to_json(full(plan_of(found), found.entries))


def timed(do: Callable[[], object], times: int = TIMES) -> float:
    """Median seconds of one core, those of processes it starts among them, whoever else uses it."""
    taken = []
    for _ in range(times):
        began = os.times()
        do()
        ended = os.times()
        taken.append(sum(ended[:4]) - sum(began[:4]))
    return median(taken)


def command(path: Path) -> None:
    """``samspill debrief --json`` in a process of its own."""
    asked = [sys.executable, "-m", "webapp", "debrief", str(path), "--json"]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Measure and print; the exit code says whether the bars hold."""
    with tempfile.TemporaryDirectory() as kept:
        path, events = long_journal(Path(kept))
        reading = timed(lambda: read_journal(path, EVENTS))
        one, whole = timed(lambda: debriefed(path)), timed(lambda: command(path))
        paths = team_journals(Path(kept))
        reading_75 = timed(lambda: [read_journal(each, EVENTS) for each in paths], 1)
        all_75 = timed(lambda: [debriefed(each) for each in paths], 1)
    figures = {
        "events": events,
        "debrief_s": round(one, 3),
        "read_s": round(reading, 3),
        "ratio": round(one / reading, 1),
        "command_s": round(whole, 3),
        "teams": TEAMS,
        "debrief_75_s": round(all_75, 2),
        "read_75_s": round(reading_75, 2),
        "ratio_75": round(all_75 / reading_75, 1),
    }
    for name, value in figures.items():
        print(f"{name:14} {value}")
    print(json.dumps(figures))
    return 0 if whole <= MOST_SECONDS and all_75 <= MOST_SECONDS_75 else 1


if __name__ == "__main__":
    sys.exit(main())
