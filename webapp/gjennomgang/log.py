"""The log: what has happened in the opened team, in sentences, and the øvingsleder's own notes."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.record import Record
from debrief.timeline import timeline
from webapp.clock import MINUTE
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.told import line
from webapp.regions.overview import Overview
from webapp.regions.say import _

NEWEST = 40
ENGINE = frozenset({"inject.triggered"})
"""What only says that something is about to be said."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One line. ``minute`` is of play; ``seq`` 0 for a note."""

    seq: int
    minute: str
    text: str
    is_note: bool
    at_ms: int
    by_system: bool = False


@dataclass(frozen=True, slots=True)
class Log:
    """The newest lines, newest first."""

    lines: tuple[Logged, ...]
    number: int
    teams: int


def log(over: Overview, record: Record) -> Log:
    """The newest lines of the opened team and of the notes about it or about all."""
    eyes = Eyes("leader", over.row.id, over.team_id, over.chosen, len(over.teams))
    rows = [row for row in timeline(record, "facilitator")[-4 * NEWEST :] if row.kind not in ENGINE]
    told = [(row.at_ms, line(record, row, eyes)) for row in rows]
    lines = [
        Logged(
            each.seq, minute(at_ms), each.text, is_note=False, at_ms=at_ms, by_system=each.by_system
        )
        for at_ms, each in told
        if not each.quiet and not each.withdrawn
    ]
    lines += [
        Logged(0, minute(note.at_ms), note.text, is_note=True, at_ms=note.at_ms)
        for note in over.notes
        if note.team_number in (0, over.chosen)
    ]
    newest = sorted(lines, key=lambda each: (each.at_ms, each.seq), reverse=True)[:NEWEST]
    return Log(tuple(newest), over.chosen, len(over.teams))


def minute(at_ms: int) -> str:
    """Which minute of play."""
    return _("%(n)s min", n=at_ms // MINUTE)
