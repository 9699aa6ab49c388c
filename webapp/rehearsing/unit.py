"""One unit of work: a few rehearsals of one order, played and measured wherever it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from debrief.summary import rounded, summary
from facilitator.rehearsal.reading import read
from facilitator.rehearsal.tally import Failure, Tally
from scenarios.loader import Loaded, from_document
from simulator.journal.file import write_journal
from simulator.rehearse import RehearsalHung
from webapp.rehearsing.cast import Cast

SAID_CHARS = 300
"""So much is kept of what a run that failed said."""


@dataclass(frozen=True)
class Order:
    """What to rehearse. ``document`` is the scenario in all its languages, ``digest`` its own.

    Runs are numbered from 1 and have seeds from ``seed`` on. Journals are written to ``journal``
    if it is given, with the run's number in the name when there are several.
    """

    document: dict[str, Any] = field(repr=False)
    digest: str
    format: str
    cast: Cast
    seed: int = 1
    runs: int = 1
    journal: Path | None = None


@dataclass(frozen=True)
class Batch:
    """What came of one unit: its first run's number, how many it had, a line of each that ended,
    and the tally of all."""

    first: int
    size: int
    lines: tuple[dict[str, Any], ...]
    tally: Tally


def play(order: Order, runs: Sequence[int]) -> Batch:
    """Rehearse these runs of ``order``. One that fails is told in the tally; the others go on."""
    loaded = _loaded(order)
    tally = Tally()
    lines: list[dict[str, Any]] = []
    for run in runs:
        seed = order.seed + run - 1
        try:
            line, told = _one(order, loaded, run, seed)
        except RehearsalHung as error:
            tally.fail(Failure(seed, "hung", str(error)[:SAID_CHARS]))
        except Exception as error:  # noqa: BLE001 - one bad run must not lose the others
            said = f"{type(error).__name__}: {error}"
            tally.fail(Failure(seed, "error", said[:SAID_CHARS]))
        else:
            lines.append(line)
            tally.merge(told)
    return Batch(runs[0], len(runs), tuple(lines), tally)


def _one(order: Order, loaded: Loaded, run: int, seed: int) -> tuple[dict[str, Any], Tally]:
    played = order.cast.play(loaded, order.format, seed)
    if order.journal is not None:
        write_journal(_numbered(order.journal, run, order.runs), played.document, played.entries)
    line = summary(played.plan, played.entries, run=run, players=order.cast.players)
    indices = {name: r["index"] for name, r in line["five_r"].items()}
    # Rounded as it is printed: the last digits of a sum are not the same in every process.
    return rounded(line), read(played.plan, played.entries, played.state, indices)


def _numbered(journal: Path, run: int, runs: int) -> Path:
    return journal.with_stem(f"{journal.stem}-{run}") if runs > 1 else journal


_known: dict[str, Loaded] = {}


def _loaded(order: Order) -> Loaded:
    """The order's scenario, read once in each process; another one takes its place."""
    if order.digest not in _known:
        _known.clear()
        _known[order.digest] = from_document(order.document)
    return _known[order.digest]
