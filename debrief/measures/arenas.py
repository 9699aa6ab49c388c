"""RA5: one arena for one matter."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.record import Record
from simulator.play.minutes import Meeting, MeetingCalled, MeetingOpened, Meetings

KINDS = ("leg.started", "meeting.called", "meeting.opened")


def economy(record: Record) -> Figure:
    """RA5: 1 − matters that several meetings of one scene took up ÷ matters that any took up.

    A matter is what a meeting was called about, or a task or point of an agenda that it decided
    on. The same matter in a later scene is following up, and no overlap.
    """
    tally = Tally()
    seqs = {event.meeting: entry.seq for entry, event in record.of(MeetingCalled)}
    seqs |= {event.meeting: entry.seq for entry, event in record.of(MeetingOpened)}
    taken_up: dict[tuple[int, str], list[int]] = {}
    for meeting in record.state[Meetings].held.values():
        if meeting.opened_at is None:
            continue
        run = record.run_at(meeting.opened_at)
        for matter in sorted(_matters(record, meeting)):
            taken_up.setdefault((run.seq if run else 0, matter), []).append(seqs[meeting.id])
    for meetings in taken_up.values():
        tally.add(len(meetings) == 1, meetings)
        tally.count("several", len(meetings) > 1)
    return tally.figure("RA5", KINDS)


def _matters(record: Record, meeting: Meeting) -> set[str]:
    decided = {each for made in meeting.decisions for each in (made.decision, made.task) if each}
    about = {
        event.item.rpartition("@")[0]
        for _, event in record.of(MeetingCalled)
        if event.meeting == meeting.id and event.item
    }
    return decided | about
