"""``samspill rehearse``: whole exercises without people, a line each, then how they spread."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from debrief.summary import distribution, summary, to_json
from scenarios.loader import Loaded, load
from simulator.journal.file import write_journal
from simulator.rehearse import rehearse
from webapp.cli.terminal import complain, parser, say

PLAYED, REFUSED = 0, 2
USUAL_FORMAT = "90"


def run(arguments: list[str]) -> int:
    """Exit 0 when all were played, 2 if scenario, format, profile or seat is not there."""
    asked = _parser().parse_args(arguments)
    loaded = load(asked.scenario)
    if not loaded.languages:
        for finding in loaded.findings:
            complain(str(finding))
        return REFUSED
    try:
        lines = _played(loaded, asked)
    except KeyError as error:
        complain(str(error.args[0]))
        return REFUSED
    for line in lines:
        say(to_json(line) if asked.json else _in_words(line))
    spread = distribution(lines)
    say(to_json({"distribution": spread}) if asked.json else _spread_in_words(spread))
    return PLAYED


def _parser() -> ArgumentParser:
    parsing = parser("rehearse", "Play whole exercises without people.")
    parsing.add_argument("scenario", help="a file, a folder, or a slug of the library")
    parsing.add_argument("--players", default="typical", metavar="PROFILE")
    parsing.add_argument("--manned", default="", metavar="SEATS", help="ke,bup act as people do")
    parsing.add_argument(
        "--seat", action="append", default=[], metavar="SEAT=PROFILE", help="one seat's own profile"
    )
    parsing.add_argument("--format", help=f"default {USUAL_FORMAT}, else the scenario's first")
    parsing.add_argument("--seed", type=int, default=1, help="of the first run; then one more each")
    parsing.add_argument("--runs", type=int, default=1)
    parsing.add_argument("--jobs", type=int, default=1, help="processes to use")
    parsing.add_argument("--journal", type=Path, help="write the journal (numbered if several)")
    parsing.add_argument("--json", action="store_true", help="one JSON object a line")
    return parsing


def _played(loaded: Loaded, asked: Namespace) -> list[dict[str, Any]]:
    formats = loaded.scenario().formats
    name = asked.format or (USUAL_FORMAT if USUAL_FORMAT in formats else next(iter(formats)))
    if name not in formats:
        raise KeyError(f"no format {name!r}; there are {', '.join(formats)}")
    seats = dict(each.split("=", 1) for each in asked.seat if "=" in each)
    if len(seats) != len(asked.seat):
        raise KeyError("--seat takes SEAT=PROFILE, for example --seat ke=silent")
    manned = [seat for seat in asked.manned.split(",") if seat]
    one = partial(_one, asked.scenario, name, asked.players, manned, seats, asked.journal)
    runs = [(run, asked.seed + run - 1, asked.runs) for run in range(1, asked.runs + 1)]
    return list(track(_each(one, runs, asked.jobs), "Øver", len(runs), console=_console(asked)))


def _console(asked: Namespace) -> Console:
    return Console(stderr=True, quiet=asked.runs == 1)


def _each(
    one: partial[dict[str, Any]], runs: list[tuple[int, int, int]], jobs: int
) -> Iterator[dict[str, Any]]:
    if jobs <= 1:
        yield from map(one, runs)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, runs, chunksize=max(len(runs) // (jobs * 8), 1))


def _one(
    where: str,
    name: str,
    players: str,
    manned: list[str],
    seats: dict[str, str],
    journal: Path | None,
    numbers: tuple[int, int, int],
) -> dict[str, Any]:
    run_number, seed, runs = numbers
    played = rehearse(load(where), name, seed=seed, players=players, manned=manned, seats=seats)
    if journal is not None:
        numbered = journal.with_stem(f"{journal.stem}-{run_number}") if runs > 1 else journal
        write_journal(numbered, played.document, played.entries)
    return summary(played.plan, played.entries, run=run_number, players=players)


def _in_words(line: dict[str, Any]) -> str:
    handovers, clarity = line["handovers"], line["clarity"]
    rs = "  ".join(f"{name} {_figure(r['index'])}" for name, r in line["five_r"].items())
    return (
        f"run {line['run']} seed {line['seed']}: {line['events']} events, "
        f"{handovers['accepted']} of {handovers['expected']} handovers taken over, "
        f"unowned {_figure(clarity['unowned_share'])}  |  {rs}"
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _spread_in_words(spread: dict[str, Any]) -> str:
    rows = [name for name in spread if name.endswith(".index")]
    return "\n".join(f"{name:28} median {_figure(spread[name]['median'])}" for name in rows)
