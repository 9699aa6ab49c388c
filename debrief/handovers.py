"""Handovers as they went: every step with its time and entry, which cards came along, how far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from debrief.coached import is_coached_handover
from debrief.handover_row import STEPS, HandoverRow, Step, level_of
from debrief.record import Record
from scenarios.duration import MINUTE
from scenarios.schema import Handover
from simulator.play import passes as room
from simulator.play.facts import Facts
from simulator.play.inbox import ItemSeen, item_id
from simulator.play.isbar import filled
from simulator.play.kernel import Entry, Event
from simulator.play.script import Script

PROTECTED_MS = 4 * MINUTE
"""Play time that anybody has for a handover before it can be missed (decisions 3)."""


@dataclass(frozen=True, slots=True)
class HandoverSummary:
    """The handovers of one journal in six figures."""

    expected: int
    offered: int
    accepted: int
    closed: int
    content: float | None
    loop: float | None


def handover_rows(record: Record) -> tuple[HandoverRow, ...]:
    """Every handover offered, in order, then those that were due and never offered."""
    steps = _steps(record)
    rows = [_row(record, each, steps) for _, each in record.of(room.HandoverOffered)]
    answered = {row.expected for row in rows}
    for wanted in record.plan.handovers.values():
        opened = due_by(record, wanted)
        if wanted.id not in answered and opened and not is_coached_handover(record, wanted, 0):
            rows.append(_never(wanted, opened))
    return tuple(rows)


def counted_rows(record: Record) -> tuple[HandoverRow, ...]:
    """The rows that the loop is measured on: an expected handover once, at its best."""
    best: dict[str, HandoverRow] = {}
    for row in record.once(handover_rows):
        key = row.expected or row.handover
        if row.counts and (key not in best or row.level > best[key].level):
            best[key] = row
    return tuple(best.values())


def summarize(record: Record) -> HandoverSummary:
    """The handovers of one journal in six figures."""
    rows = record.once(handover_rows)
    counted = counted_rows(record)
    needed = sum(len(row.needed) for row in counted)
    delivered = sum(len(row.delivered) for row in counted)
    return HandoverSummary(
        expected=len({row.expected for row in rows if row.expected and row.due}),
        offered=sum(row.offered for row in rows),
        accepted=sum(row.has("taken_over") for row in rows),
        closed=sum(row.has("told") for row in rows),
        content=delivered / needed if needed else None,
        loop=fmean(row.level for row in counted) if counted else None,
    )


def due_by(record: Record, wanted: Handover) -> int:
    """The seq that made an expected handover due, or 0 if it never was.

    Due: its inject came (or its scene began), and the scene then went on for at least the
    protected time. What came too late for that is passed over by the drill, not by the team.
    """
    run = record.run_of(wanted.scene)
    if run is None:
        return 0
    seq, at_ms = run.seq, run.start_at
    if wanted.after:
        stand = record.state[Script].stands.get(wanted.after)
        if stand is None or stand.phase != "delivered":
            return 0
        seq, at_ms = stand.seq or 0, stand.at_ms or 0
    ends = run.end_at if run.over else record.end_at
    return seq if ends - at_ms >= PROTECTED_MS else 0


def needed_by(record: Record, seat: str, facts: Iterable[str]) -> tuple[str, ...]:
    """Those of ``facts`` that a seat needs somewhere in the story."""
    known = record.plan.facts
    return tuple(fact for fact in facts if any(need.seat == seat for need in known[fact].needed))


# -- making rows -----------------------------------------------------------------------------------

_STEP_OF: Mapping[type[Event], str] = {
    room.HandoverOffered: "offered",
    room.HandoverTakenOver: "taken_over",
    room.HandoverReadBack: "read_back",
    room.HandoverStarted: "started",
    room.HandoverTold: "told",
    room.HandoverDeclined: "declined",
}


def _steps(record: Record) -> dict[str, dict[str, Step]]:
    found: dict[str, dict[str, Step]] = {}
    for kind, name in _STEP_OF.items():
        for entry, event in record.of(kind):
            found.setdefault(getattr(event, "handover"), {})[name] = _step(name, entry)  # noqa: B009
    seen = {event.item: entry for entry, event in record.of(ItemSeen)}
    for entry, event in record.of(room.HandoverOffered):
        opened = seen.get(item_id(event.receiver, "handover", event.handover))
        if opened and opened.seq > entry.seq:
            found[event.handover]["seen"] = _step("seen", opened)
    return found


def _step(name: str, entry: Entry) -> Step:
    return Step(name, entry.seq, entry.at_ms, entry.story_ms)


def _row(
    record: Record, event: room.HandoverOffered, steps: Mapping[str, Mapping[str, Step]]
) -> HandoverRow:
    own = steps[event.handover]
    passed = record.state[room.Handovers].passes[event.handover]
    wanted = record.plan.handovers.get(event.expected)
    needed = tuple(wanted.needs) if wanted else ()
    relevant = needed_by(record, event.receiver, event.facts)
    tasks = record.plan.tasks
    led = is_coached_handover(record, wanted, own["offered"].seq)
    delivered = _delivered(record, event, needed, own["offered"].seq)
    right = passed.right and (bool(delivered) or not needed)
    fits = any(event.receiver in tasks[task].fit for task in event.tasks if task in tasks)
    return HandoverRow(
        handover=event.handover,
        expected=event.expected,
        sender=event.sender,
        receiver=event.receiver,
        opened=due_by(record, wanted) if wanted and not led else 0,
        steps=tuple(own[name] for name in STEPS if name in own),
        way=event.way,
        facts=event.facts,
        tasks=event.tasks,
        needed=needed,
        delivered=delivered,
        relevant=tuple(fact for fact in event.facts if fact in relevant or fact in needed),
        level=level_of(
            own, alternative=bool(passed.alternative), right=right, in_time=passed.in_time
        ),
        right=right,
        in_time=passed.in_time,
        reminded=tuple(
            entry.seq
            for entry, each in record.of(room.HandoverReminded)
            if each.handover == event.handover
        ),
        useful=bool(event.expected or relevant or fits) and not led,
        asked=event.asked,
        filled=filled(event.asked, event.isbar, event.request),
    )


def _delivered(
    record: Record, event: room.HandoverOffered, needed: Iterable[str], seq: int
) -> tuple[str, ...]:
    """Needed cards that came along, or that the receiver knew already."""
    known = record.state[Facts].of(event.receiver)
    return tuple(
        fact for fact in needed if fact in event.facts or (fact in known and known[fact].seq < seq)
    )


def _never(wanted: Handover, opened: int) -> HandoverRow:
    return HandoverRow(
        "",
        wanted.id,
        wanted.sender,
        wanted.receiver,
        opened,
        (),
        "",
        (),
        tuple(wanted.tasks),
        tuple(wanted.needs),
        (),
        (),
        level=0.0,
        right=False,
        in_time=False,
    )
