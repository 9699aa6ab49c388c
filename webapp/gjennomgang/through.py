"""Through whose eyes the replay is seen: who looks, and as all or as one seat.

What one sees as a seat is what that seat could see, and of it only what one may see oneself: its
private answers are its own, its inbox and what it waited for are also for whoever leads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from debrief.replay import Replay, Step
from debrief.timeline import TimelineRow
from simulator.play.facts import Facts
from simulator.play.kernel import State
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.timeline import rows


@dataclass(frozen=True)
class Through:
    """The replay of an opened gjennomgang as ``seat`` had it, '' for all of it."""

    opened: Opened
    seat: str = ""

    @property
    def eyes(self) -> Eyes:
        """Who looks."""
        return self.opened.eyes

    @property
    def replay(self) -> Replay:
        """The record, to be gone through again."""
        return self.opened.record.once(Replay)

    @property
    def in_full(self) -> bool:
        """Whether what waited on the seat, and what was written to it, may be shown."""
        return self.eyes.leads or self.eyes.seat == self.seat

    @cached_property
    def rows(self) -> tuple[TimelineRow, ...]:
        """What happened that is seen, in order."""
        ours = tuple(row for row in rows(self.opened.record, self.eyes) if row.seq <= self.end)
        if not self.seat:
            return ours
        theirs = self.replay.rows(self.seat)
        if self.eyes.seat == self.seat:
            return theirs
        known = {row.seq for row in theirs}
        return tuple(row for row in ours if row.seq in known)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The moments in which something is seen."""
        return self.replay.steps(self.rows)

    @property
    def end(self) -> int:
        """The last entry that is gone through."""
        return self.replay.end

    def was_told(self, row: TimelineRow) -> bool:
        """Whether the words of a row reached the seat: news for all are a headline to others."""
        if not self.seat or row.kind != "inject.delivered":
            return True
        to = row.about.get("to", ())
        return isinstance(to, tuple) and self.seat in to

    def knows(self, state: State, row: TimelineRow) -> tuple[str, ...]:
        """The cards of a row that may be read: as a seat, those that it knew by then."""
        facts = row.about.get("facts", ())
        carried = tuple(str(each) for each in facts) if isinstance(facts, tuple) else ()
        if not self.seat:
            return carried
        own = state[Facts].of(self.seat)
        return tuple(each for each in carried if each in own)
