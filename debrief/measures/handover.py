"""RO3 and RL2: loops that closed, and handovers that were warm for the child."""

from __future__ import annotations

from debrief.contacts import contacts
from debrief.figure import Figure, Tally
from debrief.handover_row import HandoverRow
from debrief.handovers import counted_rows
from debrief.record import LegRun, Record
from simulator.play.minutes import MeetingOpened
from simulator.play.voice import VoiceHeard

LOOP_KINDS = (
    "leg.started",
    "inject.delivered",
    "item.seen",
    "handover.offered",
    "handover.taken_over",
    "handover.read_back_given",
    "handover.started",
    "handover.told",
    "handover.declined",
    "handover.reminded",
)
WARM_KINDS = (*LOOP_KINDS, "meeting.opened", "voice.sought", "voice.heard")


def closed_loop(record: Record) -> Figure:
    """RO3: mean loop level over handovers that were due, and others offered that were of use."""
    tally = Tally()
    for row in counted_rows(record):
        tally.add(row.level, row.seqs)
        tally.count("due", row.due)
        tally.count("offered", row.offered)
        tally.count("taken_over", row.has("taken_over"))
        tally.count("told", row.has("told"))
    return tally.figure("RO3", LOOP_KINDS)


def warm(record: Record) -> Figure:
    """RL2: breaks with a meeting of old and new helper ÷ breaks, less the share of retellings.

    A break is a handover whose sender had met the child and whose receiver had not, and takes
    over a task or meets the child afterwards.
    """
    tally = Tally()
    for row in counted_rows(record):
        met = _met_before(record, row)
        if met:
            meeting = _joint_meeting(record, row)
            tally.add(bool(meeting), [*row.seqs, met, meeting])
            tally.count("breaks")
            tally.count("warm", bool(meeting))
    if tally.mean is None:
        return tally.figure("RL2", WARM_KINDS)
    heard = [each for each in record.of(VoiceHeard) if each[1].speaker == "child"]
    again = [entry.seq for entry, event in heard if event.again]
    tally.cite(again)
    tally.counts["retold"] = len(again)
    value = max(0.0, tally.mean - (len(again) / len(heard) if heard else 0))
    return tally.figure_of("RL2", value, len(tally.scores), WARM_KINDS)


def _met_before(record: Record, row: HandoverRow) -> int:
    """Seq of the sender's last meeting with the child if this handover is a break, else 0."""
    offered = row.step("offered")
    at = offered.seq if offered else row.opened
    met = [each for each in record.once(contacts) if each.seq <= at]
    sender = [each.seq for each in met if each.seat == row.sender]
    if not sender or any(each.seat == row.receiver for each in met):
        return 0
    later = any(each.seat == row.receiver and each.seq > at for each in record.once(contacts))
    return sender[-1] if row.tasks or later else 0


def _joint_meeting(record: Record, row: HandoverRow) -> int:
    """Seq of a meeting with both in the handover's scene or the next, or 0."""
    first = row.steps[0].seq if row.steps else row.opened
    within = _scene_and_next(record, first)
    for entry, event in record.of(MeetingOpened):
        if {row.sender, row.receiver} <= {*event.present} and within[0] <= entry.seq <= within[1]:
            return entry.seq
    return 0


def _scene_and_next(record: Record, seq: int) -> tuple[int, int]:
    runs: list[LegRun] = record.legs
    index = max((i for i, run in enumerate(runs) if run.seq <= seq), default=0)
    last = runs[min(index + 1, len(runs) - 1)]
    return runs[index].seq, last.end_seq or record.state.seq
