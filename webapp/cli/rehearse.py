"""``samspill rehearse``: whole exercises without people, how they spread, and what to change."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Generator, Mapping
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from debrief.summary import distribution, to_json
from facilitator.rehearsal.finding import Finding, findings
from facilitator.rehearsal.tally import Tally
from scenarios.behaviour.profiles import own_profiles
from scenarios.finding import NotPlayableError
from scenarios.loader import Loaded, load
from scenarios.plan import plan_for
from webapp.cli.terminal import complain, parser, say
from webapp.regions.say import speaking_in
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import ClusterUnavailable, batches, in_order
from webapp.rehearsing.unit import Order
from webapp.rehearsing.words import advice

PLAYED, FAILED, REFUSED, STOPPED = 0, 1, 2, 130
USUAL_FORMAT = "90"
MOST_PERCENT = 100
LANGUAGES = ("en", "nb", "nn")


def run(arguments: list[str]) -> int:
    """Exit 0 when all were played, 1 if some failed, 2 if scenario, format, profile, seat or
    cluster is not there, 130 when stopped by Ctrl-C."""
    asked = _parser().parse_args(arguments)
    loaded = load(asked.scenario)
    if not loaded.languages:
        for finding in loaded.findings:
            complain(str(finding))
        return REFUSED
    try:
        order = _order(loaded, asked)
        tally, spread = _played(order, asked)
    except NotPlayableError as error:
        complain(str(error))
        return REFUSED
    except (KeyError, ClusterUnavailable) as error:
        complain(str(error.args[0]))
        return REFUSED
    except KeyboardInterrupt:
        complain("Stopped.")
        return STOPPED
    for failure in tally.failures:
        complain(f"seed {failure.seed} {failure.code}: {failure.said}")
    found = findings(plan_for(loaded.scenario(), order.format), tally, order.cast.manned)
    if asked.json:
        data = [{"code": e.code, "about": e.about, "figures": e.figures} for e in found]
        say(to_json({"distribution": spread, "findings": data}))
    else:
        say(_spread_in_words(spread))
        _say_findings(loaded, order, found, asked.language)
    return FAILED if tally.failed else PLAYED


def _parser() -> ArgumentParser:
    parsing = parser("rehearse", "Play whole exercises without people.")
    parsing.add_argument("scenario", help="a file, a folder, or a slug of the library")
    parsing.add_argument("--players", default="typical", metavar="PROFILE")
    parsing.add_argument("--manned", default="", metavar="SEATS", help="ke,bup act as people do")
    parsing.add_argument(
        "--seat", action="append", default=[], metavar="SEAT=PROFILE", help="one seat's own profile"
    )
    parsing.add_argument(
        "--profiles",
        type=Path,
        metavar="FILE",
        help="profiles of your own",
    )
    parsing.add_argument("--kommune", default="", metavar="KIND", help="small or large")
    parsing.add_argument(
        "--barrier", action="append", default=[], metavar="ID=PERCENT", help="B18=80 turns one up"
    )
    parsing.add_argument("--format", help=f"default {USUAL_FORMAT}, else the scenario's first")
    parsing.add_argument("--seed", type=int, default=1, help="of the first run; then one more each")
    parsing.add_argument("--runs", type=int, default=1)
    parsing.add_argument("--jobs", type=int, default=0, help="processes to use; default all cores")
    parsing.add_argument(
        "--cluster", default="", metavar="ADDRESS", help="a Dask scheduler to use instead"
    )
    parsing.add_argument("--journal", type=Path, help="write the journal (numbered if several)")
    parsing.add_argument("--json", action="store_true", help="one JSON object a line")
    parsing.add_argument("--language", choices=LANGUAGES, default="en", help="of what to change")
    return parsing


def _order(loaded: Loaded, asked: Namespace) -> Order:
    """What was asked for. KeyError, in words, if something of it does not exist."""
    formats = loaded.scenario().formats
    name = asked.format or (USUAL_FORMAT if USUAL_FORMAT in formats else next(iter(formats)))
    if asked.runs < 1 or asked.jobs < 0:
        raise KeyError("--runs is at least 1, and --jobs at least 0 (all cores).")
    cast = _cast(asked)
    cast.check(loaded, name)
    journal = asked.journal.absolute() if asked.journal else None
    return Order(loaded.document, loaded.digest, name, cast, asked.seed, asked.runs, journal)


def _cast(asked: Namespace) -> Cast:
    seats = dict(each.split("=", 1) for each in asked.seat if "=" in each)
    if len(seats) != len(asked.seat):
        raise KeyError("--seat takes SEAT=PROFILE, for example --seat ke=silent")
    manned = tuple(seat for seat in asked.manned.split(",") if seat)
    own = own_profiles(asked.profiles).traits if asked.profiles else {}
    barriers = tuple(_barrier(each) for each in asked.barrier)
    seats_of = tuple(seats.items())
    return Cast(asked.players, manned, seats_of, asked.kommune, barriers, tuple(own.items()))


def _barrier(said: str) -> tuple[str, int]:
    name, _, percent = said.partition("=")
    if not percent.isdecimal() or not 0 <= int(percent) <= MOST_PERCENT:
        raise KeyError("--barrier takes ID=PERCENT, for example --barrier B18=80")
    return name, int(percent)


def _played(order: Order, asked: Namespace) -> tuple[Tally, dict[str, Any]]:
    """Every run, told as it comes; what all of them tally to, and how their figures spread."""
    tally = Tally()
    jobs = 1 if order.runs == 1 and not asked.cluster else asked.jobs
    with closing(_lines(order, jobs, asked.cluster, tally)) as lines:
        return tally, distribution(_said(line, as_json=asked.json) for line in lines)


def _lines(order: Order, jobs: int, cluster: str, tally: Tally) -> Generator[dict[str, Any]]:
    with _progress(order.runs) as progress:
        task = progress.add_task("Rehearsing", total=order.runs) if progress else None
        for batch in in_order(batches(order, jobs, cluster)):
            tally.merge(batch.tally)
            if progress and task is not None:
                progress.advance(task, batch.size)
            yield from batch.lines


def _progress(runs: int) -> Progress | nullcontext[None]:
    """A bar for whoever sits there; nothing for one run, or where stderr is kept in a file."""
    if runs == 1 or not sys.stderr.isatty():
        return nullcontext()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True))


def _said(line: dict[str, Any], *, as_json: bool) -> dict[str, Any]:
    say(to_json(line) if as_json else _in_words(line))
    return line


def _in_words(line: Mapping[str, Any]) -> str:
    handovers, clarity = line["handovers"], line["clarity"]
    rs = "  ".join(f"{name} {_figure(r['index'])}" for name, r in line["five_r"].items())
    return (
        f"run {line['run']} seed {line['seed']}: {line['events']} events, "
        f"{handovers['accepted']} of {handovers['expected']} handovers taken over, "
        f"unowned {_figure(clarity['unowned_share'])}  |  {rs}"
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _spread_in_words(spread: Mapping[str, Any]) -> str:
    rows = [name for name in spread if name.endswith(".index")]
    return "\n".join(f"{name:28} median {_figure(spread[name]['median'])}" for name in rows)


def _say_findings(loaded: Loaded, order: Order, found: list[Finding], language: str) -> None:
    """What to change, in the language asked for (names in the scenario's, if it has it not)."""
    worded = language if language in loaded.languages else loaded.languages[0]
    plan = plan_for(loaded.scenario(worded), order.format)
    with speaking_in(language):
        for each in advice(plan, found):
            say()
            for seen in each.seen:
                say(f"• {seen}")
            say(f"  → {each.remedy}")
