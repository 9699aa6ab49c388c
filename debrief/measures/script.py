"""RE7: weak signals acted on before it got worse."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.record import Record
from debrief.responses import ResponseRow, response_rows
from scenarios.duration import MINUTE
from simulator.play.kernel import Entry
from simulator.play.script import InjectDelivered

PROTECTED_MS = 5 * MINUTE // 2
"""What comes sooner than this after a signal is no escalation anybody could forestall."""

KINDS = ("inject.delivered", "expectation.met", "expectation.lapsed")


def early_enough(record: Record) -> Figure:
    """RE7: signals with an adequate act before the next escalation ÷ signals.

    The next escalation is the first inject of the same scene that comes after the protected time,
    else the scene's end. A signal that the scene's end cut short counts only if it was met.
    """
    tally = Tally()
    rows: dict[str, list[ResponseRow]] = {}
    for row in record.once(response_rows):
        if row.due and not row.gate:
            rows.setdefault(row.inject, []).append(row)
    for entry, event in record.of(InjectDelivered):
        own = rows.get(event.inject, [])
        if not record.plan.injects[event.inject].signal or not own:
            continue
        worse = _escalates_at(record, entry, event.inject)
        early = [
            row for row in own if row.done and row.acted_at is not None and row.acted_at < worse
        ]
        if early or worse - entry.at_ms >= PROTECTED_MS:
            shown = early or own
            tally.add(bool(early), [entry.seq, *(row.closing for row in shown)])
            tally.count("signals")
            tally.count("early", bool(early))
    return tally.figure("RE7", KINDS)


def _escalates_at(record: Record, signal: Entry, inject: str) -> int:
    """Play ms at which the signal's chance is over."""
    scene = record.plan.injects[inject].scene
    run = record.run_of(scene)
    ends = run.end_at if run and run.over else record.end_at
    for entry, event in record.of(InjectDelivered):
        later = entry.at_ms - signal.at_ms >= PROTECTED_MS
        if later and record.plan.injects[event.inject].scene == scene:
            return min(entry.at_ms, ends)
    return ends
