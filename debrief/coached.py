"""What the coach had a hand in: it is not scored (mechanics 3).

Coached is an expected action whose item the seat asked advice about before it was met, everything
that the seat then did on that item, and what came of the same command. In a measured exercise
nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from debrief.figure import Figure
from debrief.record import Record
from scenarios.schema import Handover
from simulator.play.coach import CoachTold
from simulator.play.expectations import Expectation, Expectations
from simulator.play.kernel import Entry
from simulator.play.passes import HandoverOffered


def coached_expectations(record: Record) -> dict[str, Expectation]:
    """Expected actions that advice was asked about before they were met, by id."""
    told = record.once(_told)
    return {
        name: due
        for name, due in record.state[Expectations].due.items()
        if due.item in told and (due.met_by is None or due.met_by > told[due.item])
    }


def touched(record: Record) -> frozenset[int]:
    """Seqs of every entry that the coach had a hand in."""
    acts = [entry for entry in record.entries if _is_touched(record, entry)]
    commands = {entry.command_id for entry in acts if entry.command_id}
    siblings = {entry.seq for entry in record.entries if entry.command_id in commands}
    asked = {due.seq for due in record.once(coached_expectations).values()}
    return frozenset({entry.seq for entry in acts} | siblings | asked)


def is_coached_handover(record: Record, wanted: Handover | None, offered: int) -> bool:
    """Whether advice led to a handover, or to the expected one that was never offered."""
    if offered:
        return offered in record.once(touched)
    return wanted is not None and any(
        _hands_over(record, name, wanted.sender, wanted.receiver)
        for name in record.once(coached_expectations)
    )


def without_coach(record: Record, figure: Figure) -> Figure:
    """The figure, or none if it would rest on something the coach touched: 'for lite grunnlag'."""
    if not record.once(touched).intersection(figure.evidence):
        return figure
    return replace(figure, value=None, n=0, counts={}, evidence=())


def _told(record: Record) -> dict[str, int]:
    """Items that advice was given about, and the seq of when."""
    return {event.item: entry.seq for entry, event in reversed(record.of(CoachTold))}


def _is_touched(record: Record, entry: Entry) -> bool:
    told = record.once(_told)
    item = getattr(entry.event, "item", "")
    if item in told and entry.seq > told[item]:
        return True
    return entry.seq in record.once(_met) or _is_led_handover(record, entry)


def _met(record: Record) -> frozenset[int]:
    """Acts that met an expectation that was coached."""
    return frozenset(due.met_by or 0 for due in record.once(coached_expectations).values())


def _is_led_handover(record: Record, entry: Entry) -> bool:
    event = entry.event
    if not isinstance(event, HandoverOffered):
        return False
    told = record.once(_told)
    return any(
        told[due.item] < entry.seq and _hands_over(record, name, event.sender, event.receiver)
        for name, due in record.once(coached_expectations).items()
    )


def _hands_over(record: Record, name: str, sender: str, receiver: str) -> bool:
    expected = record.plan.expected[name][1]
    if (expected.act, expected.seat) != ("handover", sender):
        return False
    return not expected.to or receiver in expected.to


def coached_tasks(record: Record) -> frozenset[str]:
    """Tasks that somebody took on advice."""
    return frozenset(_tasks(record))


def _tasks(record: Record) -> Iterator[str]:
    hand = record.once(touched)
    for task, changes in record.owners.items():
        if any(change.seq in hand for change in changes):
            yield task
    for name in record.once(coached_expectations):
        expected = record.plan.expected[name][1]
        if expected.act == "claim" and expected.task:
            yield expected.task
