"""RA4: whether what people took on could be carried."""

from __future__ import annotations

from debrief.figure import Figure, Tally
from debrief.measures.expectations import RESPONSE_KINDS
from debrief.record import Record
from debrief.responses import missed
from simulator.play.coordinator import Appointment, Coordinators
from simulator.play.release import ReleaseGiven
from simulator.play.tasks import TaskClaimed

KINDS = (*RESPONSE_KINDS, "task.claimed", "coordinator.accepted", "release.given")


def realistic(record: Record) -> Figure:
    """RA4: tasks and posts that there was room for ÷ those taken on, or that time was due for.

    A task beyond its owner's load cap has no room; a cap is what the format declares, raised by
    the hours that leaders free. The coordinator's post has room once time has been freed for it.
    Time that a leader was expected to free, and never did, counts as a post without room.
    """
    tally = Tally()
    capped = record.plan.format.load.tasks is not None
    for entry, claimed in record.of(TaskClaimed):
        if capped:
            tally.add(not claimed.over_cap, [entry.seq])
            tally.count("over_cap", claimed.over_cap)
    for post in record.state[Coordinators].appointments:
        if post.accepted:
            freed = _freed(record, post)
            tally.add(bool(freed), [post.seq, freed])
            tally.count("posts")
            tally.count("posts_with_time", bool(freed))
    for row in missed(record, "release"):
        tally.add(0, row.seqs)
    return tally.figure("RA4", (*KINDS, "coordinator.appointed"))


def _freed(record: Record, post: Appointment) -> int:
    """Seq of the first time that was freed for whoever holds the post, or 0."""
    for entry, given in record.of(ReleaseGiven):
        if given.what == "time" and given.to == post.appointed.to:
            return entry.seq
    return 0
