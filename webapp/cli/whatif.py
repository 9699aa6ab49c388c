"""``samspill whatif``: one act done otherwise, and what comes of it in pairs of simulated runs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from debrief.pairs import Compared, as_json, compare
from debrief.summary import summary, to_json
from scenarios.finding import NotPlayableError
from scenarios.loader import from_document
from scenarios.plan import Plan
from simulator.journal.file import JournalError, JournalFile, read_journal
from simulator.moments import NotForkableError
from simulator.play.codec import line_of
from simulator.play.kernel import Entry, Refusal
from simulator.play.rooms import EVENTS
from simulator.whatif import Change, Pair, Step, change_at, first_different, whatif
from webapp.cli.command_file import CommandFileError, steps_of
from webapp.cli.debrief import plan_of
from webapp.cli.terminal import complain, parser, say

TOLD, REFUSED, UNREADABLE = 0, 1, 2
NONE = "none"
PROFILE = "typical"
ONLY_SIMULATED = (
    "This is a simulation of typical colleagues in every seat, with and without the change. "
    "It does not tell what the people of this exercise would have done."
)


def run(arguments: list[str]) -> int:
    """Exit 0 when told, 1 if the rules refuse the change, 2 for a file or entry that won't do."""
    asked = _parser().parse_args(arguments)
    try:
        journal = read_journal(asked.journal, EVENTS)
        plan = plan_of(journal)
        change = _change(journal, asked)
        pairs, refused = _played(journal, change, asked)
    except (JournalError, CommandFileError, NotPlayableError) as error:
        complain(str(error))
        return UNREADABLE
    except NotForkableError as error:
        complain(f"{asked.journal}:{asked.at}: {error}.")
        return UNREADABLE
    if refused is not None:
        about = ", ".join(f"{key} {value}" for key, value in refused.about.items())
        why = f"{refused.code}{f' ({about})' if about else ''}"
        complain(
            f"{asked.instead}:1: the rules refuse it at entry {asked.at}: {why}. "
            "Choose another command or entry; docs/actions.md names each rule."
        )
        return REFUSED
    _tell(plan, asked, change, pairs)
    return TOLD


def _parser() -> ArgumentParser:
    parsing = parser("whatif", f"Do one thing otherwise, and compare. {ONLY_SIMULATED}")
    parsing.add_argument("journal", type=Path, help="a journal file (JSON Lines)")
    parsing.add_argument("--at", type=int, required=True, metavar="SEQ", help="the entry")
    parsing.add_argument(
        "--instead",
        required=True,
        metavar="COMMAND.json",
        help=f"what is done instead of the act at SEQ, or there; '{NONE}' leaves the act out",
    )
    parsing.add_argument("--again", metavar="COMMAND.json", help="the act itself, as a command")
    parsing.add_argument("--runs", type=int, default=20, help="pairs to play, default 20")
    parsing.add_argument(
        "--seed", type=int, default=1, help="of the first pair; then one more each"
    )
    parsing.add_argument("--progress", action="store_true", help="a line on stderr for each pair")
    parsing.add_argument("--json", action="store_true", help="one JSON object")
    return parsing


def _change(journal: JournalFile, asked: Namespace) -> Change:
    instead: Sequence[Step] = ()
    if asked.instead != NONE:
        instead = steps_of(Path(asked.instead))
    again = steps_of(Path(asked.again))[0] if asked.again else None
    change = change_at(journal.entries, asked.at, instead, again)
    if not change.told and not change.instead:
        raise NotForkableError("there is no act at this entry that could be left out; choose one")
    return change


def _played(
    journal: JournalFile, change: Change, asked: Namespace
) -> tuple[list[Pair], Refusal | None]:
    """The pairs; the refusal if the first run meets one at the very moment."""
    if asked.runs < 1:
        raise NotForkableError("--runs takes at least one pair; write for example --runs 20")
    loaded = from_document(journal.document)
    playing = whatif(
        loaded, journal.entries, change, runs=asked.runs, seed=asked.seed, profile=PROFILE
    )
    pairs: list[Pair] = []
    console = Console(stderr=True, quiet=asked.progress)
    for pair in track(playing, "Prøver", asked.runs, console=console):
        if asked.progress:
            complain(f"{len(pairs) + 1}/{asked.runs}")
        if pair.refused is not None and all(s.at_ms <= change.at_ms for s in change.instead):
            return [], pair.refused
        pairs.append(pair)
    return pairs, None


def _tell(plan: Plan, asked: Namespace, change: Change, pairs: Sequence[Pair]) -> None:
    without = [summary(plan, p.without, run=p.seed, players=PROFILE) for p in pairs]
    changed = [summary(plan, p.changed, run=p.seed, players=PROFILE) for p in pairs]
    compared = compare(without, changed)
    first = first_different(pairs[0], change.head)
    if asked.json:
        say(to_json(_as_json(asked, change, pairs, compared, first)))
        return
    say(ONLY_SIMULATED)
    say(f"{len(pairs)} pairs, all seats {PROFILE} from {change.at_ms / 1000:.0f} s of play on")
    if refused := sum(pair.refused is not None for pair in pairs):
        say(f"in {refused} of them the rules did not allow the change when its time came")
    say("What first differed, in the first pair:")
    for name, entries in zip(("without", "with"), first, strict=True):
        for entry in entries:
            say(f"  {name:8} {entry.at_ms / 1000:8.1f} s  {_actor(entry)} {entry.kind}")
    for each in compared:
        say(_in_words(each))


def _actor(entry: Entry) -> str:
    return entry.actor.seat or entry.actor.kind


def _in_words(each: Compared) -> str:
    low, high = _figure(each.difference["q1"], "+"), _figure(each.difference["q3"], "+")
    return (
        f"{each.path:32} {_figure(each.without['median']):>6} → "
        f"{_figure(each.changed['median']):>6}   difference "
        f"{_figure(each.difference['median'], '+'):>6} ({low} to {high})"
    )


def _figure(value: float | None, sign: str = "") -> str:
    return "–" if value is None else f"{value:{sign}.2f}"


def _as_json(
    asked: Namespace,
    change: Change,
    pairs: Sequence[Pair],
    compared: Sequence[Compared],
    first: tuple[tuple[Entry, ...], tuple[Entry, ...]],
) -> dict[str, Any]:
    return {
        "simulation": ONLY_SIMULATED,
        "at": asked.at,
        "head": change.head,
        "players": PROFILE,
        "seed": asked.seed,
        "pairs": len(pairs),
        "refused": sum(pair.refused is not None for pair in pairs),
        "figures": as_json(compared),
        "first_different": {
            "without": [line_of(entry) for entry in first[0]],
            "changed": [line_of(entry) for entry in first[1]],
        },
    }
