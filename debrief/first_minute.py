"""The first minute of the gjennomgang: her line, three moments, one count, one open question.

No table, no percentage, no seat beside a fault; every part with the entries it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from debrief.child_line import ChildLine, child_line
from debrief.clarity import Gap, gaps, task_rows
from debrief.handover_row import HandoverRow
from debrief.handovers import counted_rows
from debrief.measures.facts import needs
from debrief.measures.meetings import is_minuted, scripted
from debrief.record import Record
from debrief.responses import response_rows
from debrief.said import Said
from scenarios.duration import DAY, MINUTE
from simulator.play.facts import Facts
from simulator.play.minutes import MeetingDecided
from simulator.play.voice import VoiceSought, VoiceTold

WORTH_TELLING_MS = MINUTE
"""A stretch without a name shorter than this is not told."""


@dataclass(frozen=True, slots=True)
class FirstMinute:
    """What stands on the screen while the talk begins. A moment is None if there is none."""

    child: ChildLine
    held: Said | None
    gap: Said | None
    change: Said | None
    count: Said | None
    question: Said


def first_minute(record: Record) -> FirstMinute:
    """The opening screen of a journal's gjennomgang."""
    gap, change = longest_gap(record), to_change(record)
    return FirstMinute(
        child=child_line(record),
        held=what_held(record),
        gap=gap,
        change=change,
        count=count(record),
        question=question(record, gap, change),
    )


# -- the moment that held --------------------------------------------------------------------------


def what_held(record: Record) -> Said | None:
    """The best thing that held: a loop closed, words told back, an act in time, a task kept."""
    return next(held(record), None)


def held(record: Record) -> Iterator[Said]:
    """Everything that held, the best first."""
    rows = sorted(counted_rows(record), key=lambda row: -row.level)
    for row in rows:
        if row.has("started"):
            told = "held.handover_told" if row.has("told") else "held.handover_started"
            yield Said(told, _pair(row), row.seqs)
    for entry, event in record.of(VoiceTold):
        yield Said("held.told_back", {"seat": event.seat}, (entry.seq,))
    responses = sorted(record.once(response_rows), key=lambda row: -row.severity)
    for response in responses:
        if response.standing == "in_time":
            yield Said("held.in_time", {"expected": response.expected}, (response.act,))
    for task in record.once(task_rows):
        kept = [cell for cell in task.cells if cell.kind == "jump" and len(cell.owners) == 1]
        if kept:
            about = {"task": task.task, "owner": kept[0].owners[0]}
            yield Said("held.task_kept", about, (kept[0].since, kept[0].seq))
    yield from _settled(record)


def _settled(record: Record) -> Iterator[Said]:
    """Points on the agenda on which a discussion agreed who and until when."""
    if not record.plan.is_discussion:
        return
    for entry, event in record.of(MeetingDecided):
        if event.decision and is_minuted(event):
            yield Said("held.decided", {"decision": event.decision}, (entry.seq,))


# -- the longest stretch without a name ------------------------------------------------------------


def longest_gap(record: Record) -> Said | None:
    """The longest stretch in which nobody was named for a task, or for the coordination.

    A task is told before the coordination: it says more plainly what was left.
    """
    found = max(record.once(gaps), key=lambda gap: gap.lasted_ms, default=None)
    if found and found.lasted_ms >= WORTH_TELLING_MS:
        return _told(found, "gap.task", {"task": found.task})
    idle = max(coordination_gaps(record), key=lambda gap: gap.lasted_ms, default=None)
    if idle and idle.lasted_ms >= WORTH_TELLING_MS:
        return _told(idle, "gap.coordination", {})
    return None


def coordination_gaps(record: Record) -> list[Gap]:
    """Every stretch of play in which nobody had accepted to coordinate. In a discussion nobody
    takes anything on before the talk is over, so there is none."""
    if not record.legs or record.plan.is_discussion:
        return []
    first = record.legs[0]
    points = [(first.seq, first.start_at, first.start_story, False)]
    points += [(each.seq, each.at_ms, each.story_ms, bool(each.seats)) for each in record.baton]
    ends = [*points[1:], (0, record.end_at, record.state.story_ms, True)]
    return [
        Gap("", seq, start, end[1], story, end[2])
        for (seq, start, story, held), end in zip(points, ends, strict=True)
        if not held and end[1] > start
    ]


def _told(gap: Gap, code: str, about: dict[str, str]) -> Said:
    minutes = max(round(gap.lasted_ms / MINUTE), 1)
    days = max(gap.end_story - gap.start_story, 0) // DAY
    return Said(code, {**about, "minutes": minutes, "days": days}, (gap.seq,))


# -- the moment the team can change ----------------------------------------------------------------


def to_change(record: Record) -> Said | None:
    """One thing that the team itself can do otherwise: told of a pair or a thing, not a seat."""
    return next(left(record), None)


def left(record: Record) -> Iterator[Said]:
    """Everything between services that was left, what weighs most first."""
    yield from _handovers_left(record)
    yield from _cards_left(record)
    yield from _loops_left(record)
    yield from _open(record)


def _handovers_left(record: Record) -> Iterator[Said]:
    rows = counted_rows(record)
    for row in rows:
        if not row.offered:
            yield Said("change.handover_never_sent", _pair(row), row.seqs)
    for row in rows:
        if not row.has("taken_over"):
            yield Said("change.handover_not_taken", _pair(row), row.seqs)


def _cards_left(record: Record) -> Iterator[Said]:
    for fact, seat, end, first in needs(record):
        own = record.state[Facts].known.get(seat, {}).get(fact)
        if own is None or own.seq > end:
            yield Said("change.card_never_came", {"fact": fact, "receiver": seat}, (first.seq,))


def _loops_left(record: Record) -> Iterator[Said]:
    for row in counted_rows(record):
        if row.has("taken_over") and not row.has("told"):
            about = {**_pair(row), "step": row.steps[-1].name}
            yield Said("change.loop_left_open", about, row.seqs)


def _open(record: Record) -> Iterator[Said]:
    for run, meeting in scripted(record):
        written = meeting.decisions if meeting else []
        kept = {each.decision for each in written if is_minuted(each)}
        for decision in run.leg.scene.decisions:
            if decision.id not in kept:
                yield Said("change.decision_open", {"decision": decision.id}, (run.seq,))


def _pair(row: HandoverRow) -> dict[str, str]:
    about = {"sender": row.sender, "receiver": row.receiver}
    return {**about, "expected_handover": row.expected} if row.expected else about


# -- the count and the question --------------------------------------------------------------------


def count(record: Record) -> Said | None:
    """How many handovers were taken over and followed up; without any, tasks with an owner."""
    rows = counted_rows(record)
    if rows:
        done = sum(row.has("taken_over") and row.has("started") for row in rows)
        seqs = tuple(sorted({seq for row in rows for seq in row.seqs}))
        return Said("count.handovers", {"done": done, "of": len(rows)}, seqs)
    tasks = [row for row in record.once(task_rows) if row.cells]
    if not tasks:
        return None
    owned = sum(bool(row.cells[-1].owners) for row in tasks)
    about = {"done": owned, "of": len(tasks)}
    return Said("count.tasks", about, tuple(row.opened for row in tasks))


def question(record: Record, gap: Said | None, change: Said | None) -> Said:
    """One open question, about what stands out most."""
    heard = any(event.speaker == "child" for _, event in record.of(VoiceSought))
    if record.legs and not heard and not record.plan.is_discussion:
        return Said("question.when_was_she_asked", seqs=(record.legs[0].seq,))
    if change:
        topic = change.code.removeprefix("change.")
        asks = "card" if topic == "card_never_came" else "decision"
        code = "question.handover" if "sender" in change.about else f"question.{asks}"
        return Said(code, change.about, change.seqs)
    if gap:
        return Said("question.gap", gap.about, gap.seqs)
    return Said("question.what_made_it_hold")
