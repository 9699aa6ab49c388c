"""How the live server does with 10, 100 and 750 people, beside a socket server that does nothing.

``python -m benchmarks.live [PEOPLE ...]``. Teams of ten play Emma's 45-minute format on a demo
server (SQLite) in a process of its own, on loopback. Measured: lateness from when an inject is due
until a phone of that team has it; from sending an act until it is acknowledged, which means stored;
memory for each participant. The floor stands in the same run: the same socket server broadcasting a
fixed string of the same size, and acknowledging after a bare commit. No bar: the figures are for
docs/measured.md. The last line is a JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._process import Helper, at, resident_kib
from scenarios.loader import load
from scenarios.plan import plan_for
from tests.live import LiveServer
from tests.reliability.ledger import Ledger
from tests.reliability.phone import Leader

PEOPLE = (10, 100, 750)
TEAM = 10
SCENARIO, FORMAT = "emma", "45"
PACE_MS = 30_000
"""A working day in 30 s: the first scene's timed injects fall due within 15 s."""
LISTEN_S = 17.0
LISTEN_MORE_S = 5.0
LISTEN_MORE_TIMES = 5
ACT_S = 10.0
ACT_EVERY_S = 20.0
"""Everybody acts three times a minute, more than people do; few people act oftener, to be seen."""
FEW_ACTS_A_SECOND = 5
SHARES = (0.50, 0.95, 0.99)
MEASURED = {"lateness_ms": "due to received, ms", "ack_ms": "act to stored, ms"}

Heard = dict[str, list[list[float]]]
"""Participant → pushes, each (received, due, seq, characters) as the crowd notes them."""
Lateness = list[float | None]
"""In ms, for every inject and every phone of its team; None where no push had it."""


@dataclass
class Figures:
    """One server under one crowd. Times in ms, memory in KiB."""

    lateness: list[float]
    acks: list[float]
    trouble: dict[str, int]
    """Acts not done by why; pushes that never came; sockets that were lost."""
    kib_each: float
    size: int
    """Characters of HTML in a push, on average."""
    joins_s: float = 0.0


def product(people: int, folder: Path) -> Figures:
    """The product under a crowd of ``people``."""
    server = LiveServer(folder, scenario=SCENARIO, format_name=FORMAT, teams=max(people // TEAM, 1))
    server.start()
    try:
        with Helper("benchmarks._crowd") as crowd:
            return _played(server, crowd, people)
    finally:
        server.kill()


def _played(server: LiveServer, crowd: Helper, people: int) -> Figures:
    leader = Leader(server.address, server.facilitator, server.exercise)
    # The first to come pays for what is made once.
    crowd.ask("come", address=server.address, pin=server.pin, people=1)
    empty = resident_kib(server.pid)
    came = crowd.ask("come", address=server.address, pin=server.pin, people=people - 1)
    leader.starts()
    leader.steer("leg.end")
    leader.steer("clock.pace", pace_ms=PACE_MS)
    heard, lateness = _heard(crowd, Ledger(server.folder))
    seats = list(plan_for(load(SCENARIO).scenario(), FORMAT).seats)
    # Nobody of the crowd sits in the last ones, so no line goes to its own sender.
    acted = crowd.ask("act", seconds=ACT_S, every_s=_pause(people), to=seats[TEAM:])
    kib = (resident_kib(server.pid) - empty) / max(people - 1, 1)
    sizes = [int(size) for pushes in heard.values() for *_stamps, size in pushes]
    return Figures(
        lateness=[late for late in lateness if late is not None],
        acks=acted["acks"],
        trouble={
            **acted["wrong"],
            "pushes that never came": lateness.count(None),
            "sockets lost": acted["lost"],
        },
        kib_each=kib,
        size=sum(sizes) // max(len(sizes), 1),
        joins_s=came["seconds"],
    )


def _pause(people: int) -> float:
    """Seconds between two acts of one person."""
    return min(ACT_EVERY_S, people / FEW_ACTS_A_SECOND)


def _heard(crowd: Helper, ledger: Ledger) -> tuple[Heard, Lateness]:
    """Every push of the scene's first hours, and how late it was.

    A slow server is given time to catch up. What falls due later, while people act, is not waited
    for, and so not counted.
    """
    heard: Heard = {}
    for seconds in (LISTEN_S, *[LISTEN_MORE_S] * LISTEN_MORE_TIMES):
        for guest, pushes in crowd.ask("hear", seconds=seconds)["heard"].items():
            heard.setdefault(guest, []).extend(pushes)
        lateness = list(_lateness(ledger, heard))
        if None not in lateness:
            break
    return heard, lateness


def _lateness(ledger: Ledger, heard: Heard) -> Iterator[float | None]:
    """For every inject and every phone of its team: from due until a push had it, if one had."""
    anchor_wall, anchor_at = ledger.anchor()
    seats = ledger.seats()
    due: dict[str, list[tuple[int, float]]] = {}
    for team in ledger.teams():
        due[team] = [
            (line.seq, anchor_wall + line.at_ms - anchor_at)
            for line in ledger.lines(team)
            if line.kind == "inject.delivered"
        ]
    for participant, pushes in heard.items():
        for seq, fell_due in due[seats[participant][0]]:
            received = next((push[0] for push in pushes if push[2] >= seq), None)
            yield None if received is None else received - fell_due


def floor(people: int, folder: Path, size: int) -> Figures:
    """The floor under a crowd of ``people``, with pushes of ``size`` characters."""
    with Helper("benchmarks._floor", str(folder / "floor.sqlite")) as server:
        address = server.read()["address"]
        with Helper("benchmarks._crowd") as crowd:
            crowd.ask("come", address=address, pin="", people=1)
            empty = resident_kib(server.pid)
            came = crowd.ask("come", address=address, pin="", people=people - 1)
            server.send({"times": 12, "every_s": 0.3, "size": size})
            heard = crowd.ask("hear", seconds=5.0)["heard"]
            acted = crowd.ask("act", seconds=ACT_S, every_s=_pause(people), to=["ke"])
            kib = (resident_kib(server.pid) - empty) / max(people - 1, 1)
    late = [push[0] - push[1] for pushes in heard.values() for push in pushes]
    return Figures(late, acted["acks"], acted["wrong"], kib, size, came["seconds"])


def compared(mine: Figures, bare: Figures) -> dict[str, Any]:
    """The figures of one size, each beside its floor."""
    told: dict[str, Any] = {"joins_s": round(mine.joins_s, 1), "push_characters": mine.size}
    for name, own, least in (
        ("lateness_ms", mine.lateness, bare.lateness),
        ("ack_ms", mine.acks, bare.acks),
    ):
        told[f"{name}_samples"] = len(own)
        for share in SHARES:
            one, other = at(own, share), at(least, share)
            here = f"{name}_p{share * 100:.0f}"
            told[here] = None if one is None else round(one, 1)
            told[f"{here}_floor"] = None if other is None else round(other, 1)
            told[f"{here}_ratio"] = round(one / other, 1) if one and other else None
    told["kib_each"] = round(mine.kib_each, 1)
    told["kib_each_floor"] = round(bare.kib_each, 1)
    told["kib_each_ratio"] = round(mine.kib_each / max(bare.kib_each, 0.1), 1)
    told["trouble"] = {what: number for what, number in mine.trouble.items() if number}
    return told


def table(results: dict[str, dict[str, Any]]) -> str:
    """The same as a table in Markdown."""
    rows = ["| people | | p50 | p95 | p99 | floor p50 | p95 | p99 | ratio p50 | p95 | p99 |"]
    rows.append("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for people, told in results.items():
        for name, words in (
            ("lateness_ms", "due to received, ms"),
            ("ack_ms", "act to stored, ms"),
        ):
            cells = [
                str(told[f"{name}_p{share * 100:.0f}{end}"])
                for end in ("", "_floor", "_ratio")
                for share in SHARES
            ]
            rows.append(f"| {people} | {words} | {' | '.join(cells)} |")
        kib = [str(told[f"kib_each{end}"]) for end in ("", "_floor", "_ratio")]
        blank = " | | | "
        rows.append(f"| {people} | memory each, KiB | {blank.join(kib)} | | |")
    return "\n".join(rows)


def main() -> int:
    """Measure and print."""
    sizes = [int(word) for word in sys.argv[1:]] or list(PEOPLE)
    results: dict[str, dict[str, Any]] = {}
    began = time.monotonic()
    for people in sizes:
        with tempfile.TemporaryDirectory() as made:
            mine = product(people, Path(made) / "product")
            bare = floor(people, Path(made), mine.size)
        results[str(people)] = compared(mine, bare)
        print(f"{people} people, after {time.monotonic() - began:.0f} s", flush=True)
    print(table(results))
    # Others at work on the machine make every figure worse, the floor's too.
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"scenario": f"{SCENARIO} {FORMAT}", "load": load, "people": results}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
