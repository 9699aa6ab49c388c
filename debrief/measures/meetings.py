"""RA2 and RG7: the frame of a meeting, and what its minutes hold."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.record import LegRun, Record
from simulator.play.facts import FactsShared
from simulator.play.minutes import Meeting, MeetingDecided, MeetingOpened, Meetings

EXCESS = 0.1
"""What each card on the table without a basis takes from RG7."""

FRAME_KINDS = ("leg.started", "meeting.called", "meeting.opened", "meeting.decided")
RECORD_KINDS = ("leg.started", "meeting.opened", "meeting.decided", "fact.shared")


def frame(record: Record) -> Figure:
    """RA2: mean share of the frame that each meeting had.

    A meeting that a seat called: why, all who were asked present, held, ended, a seat for the
    family, minutes. A scripted one, whose frame is given: a pen, the agenda settled, minutes.
    """
    tally, seqs = Tally(), _decided_seqs(record)
    for run, meeting in scripted(record):
        agenda = {each.id for each in run.leg.scene.decisions}
        parts = [0.0]
        if meeting:
            settled = {each.decision for each in meeting.decisions} & agenda
            share = len(settled) / len(agenda) if agenda else 1.0
            parts = [bool(meeting.scribe), share, has_minutes(meeting)]
        tally.add(fmean(parts), [run.seq, *seqs.get(meeting.id if meeting else "", ())])
        tally.count("scripted")
    for meeting in called(record):
        held = meeting.opened_at is not None
        everybody = held and set(meeting.asked) <= set(meeting.present)
        parts = [
            bool(meeting.why),
            everybody,
            held,
            meeting.closed_at is not None,
            meeting.family,
            has_minutes(meeting),
        ]
        tally.add(fmean(parts), [meeting.seq, *seqs.get(meeting.id, ())])
        tally.count("called")
        tally.count("held", held)
    return tally.figure("RA2", FRAME_KINDS)


def minutes(record: Record) -> Figure:
    """RG7: decisions written with owner and date ÷ those required, less excess on the table.

    Required: every decision on the agenda of a scripted meeting, every decision made in another,
    and at least one for each that was held.
    """
    tally = Tally()
    written = {
        (event.meeting, event.number): (entry.seq, event)
        for entry, event in record.of(MeetingDecided)
    }
    opened = {event.meeting: entry.seq for entry, event in record.of(MeetingOpened)}
    for run, meeting in scripted(record):
        own = [each for each in written.values() if meeting and each[1].meeting == meeting.id]
        for decision in run.leg.scene.decisions:
            made = [each for each in own if each[1].decision == decision.id]
            good = any(is_minuted(event) for _, event in made)
            tally.add(good, [run.seq, *(seq for seq, _ in made)])
    for meeting in called(record):
        own = [each for each in written.values() if each[1].meeting == meeting.id]
        for seq, event in own:
            tally.add(is_minuted(event), [seq])
        if meeting.opened_at is not None and not own:
            tally.add(0, [opened[meeting.id]])
    if not tally.scores:
        return tally.figure("RG7", RECORD_KINDS)
    required, kept = len(tally.scores), sum(score for score, _ in tally.scores)
    excess = _excess(record)
    tally.cite(excess.values())
    tally.counts |= {"required": required, "kept": kept, "excess": len(excess)}
    value = max(0.0, kept / required - EXCESS * len(excess))
    return tally.figure_of("RG7", value, required, RECORD_KINDS)


def scripted(record: Record) -> list[tuple[LegRun, Meeting | None]]:
    """The meeting scenes that were played to their end, with their meeting if it was opened."""
    held = record.state[Meetings].held.values()
    return [
        (run, next((each for each in held if each.scene == run.leg.scene.id), None))
        for run in record.legs
        if run.over and run.leg.scene.kind == "meeting"
    ]


def called(record: Record) -> list[Meeting]:
    """The meetings that seats called."""
    return [each for each in record.state[Meetings].held.values() if not each.scene]


def is_minuted(decision: MeetingDecided) -> bool:
    """Whether a decision names who and until when."""
    return bool(decision.owner and decision.by)


def has_minutes(meeting: Meeting) -> bool:
    """Whether a meeting decided something, and each decision names who and until when."""
    return bool(meeting.decisions) and all(is_minuted(each) for each in meeting.decisions)


def _decided_seqs(record: Record) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    events: Iterable[tuple[int, str]] = [
        *((entry.seq, event.meeting) for entry, event in record.of(MeetingOpened)),
        *((entry.seq, event.meeting) for entry, event in record.of(MeetingDecided)),
    ]
    for seq, meeting in events:
        found.setdefault(meeting, []).append(seq)
    return found


def _excess(record: Record) -> dict[tuple[str, str], int]:
    """Cards tabled though somebody there has no basis for them: (meeting, card) → seq."""
    return {
        (event.line, fact): entry.seq
        for entry, event in record.of(FactsShared)
        if event.way == "meeting"
        for fact, _seat, basis in event.computed
        if not basis
    }
