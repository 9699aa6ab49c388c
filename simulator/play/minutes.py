"""Meetings as they stand: who was asked, who sits there, and what the minutes say.

What may be done in one, and what follows, is ``meetings``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.play.kernel import Event, wire

Sort = Literal["", "group", "consult"]
"""A meeting as any; an ansvarsgruppe; a drøftingsmøte, where one asks a service for advice."""


Ground = Literal["services", "lasting", "family"]
"""Why a child has an ansvarsgruppe: several services, for long, and the family wants it."""


Use = Literal["", "yes", "partly", "no"]


NOT_AGAIN = -1


@wire("meeting.called")
class MeetingCalled(Event):
    """A seat called a meeting."""

    meeting: str
    seat: str
    seats: tuple[str, ...]
    why: str
    minutes: int
    family: bool
    item: str = ""
    sort: Sort = ""
    agenda: str = ""
    grounds: tuple[Ground, ...] = ()
    unnamed: bool = False


@wire("meeting.replied")
class MeetingReplied(Event):
    """A seat comes, or not."""

    meeting: str
    seat: str
    comes: bool


@wire("meeting.opened")
class MeetingOpened(Event):
    """The meeting began. ``scene`` names the scripted scene, '' if a seat called it."""

    meeting: str
    present: tuple[str, ...]
    family: bool
    scene: str = ""


@wire("meeting.pen_taken")
class PenTaken(Event):
    """The seat writes the minutes."""

    meeting: str
    seat: str


@wire("meeting.decided")
class MeetingDecided(Event):
    """A decision stands in the minutes."""

    meeting: str
    number: int
    seat: str
    text: str
    owner: str
    by: str
    decision: str
    task: str
    listening: str


@wire("meeting.closed")
class MeetingClosed(Event):
    """The meeting is over. ``again_story`` is the story ms of the next one, -1 for none."""

    meeting: str
    use: Use = ""
    again_story: int = NOT_AGAIN


@dataclass
class Meeting:
    """One meeting with its minutes. ``called`` is None for a scripted one."""

    id: str
    scene: str
    called_by: str
    why: str
    minutes: int
    family: bool
    asked: tuple[str, ...]
    seq: int
    comes: dict[str, bool] = field(default_factory=dict)
    present: tuple[str, ...] = ()
    opened_at: int | None = None
    closed_at: int | None = None
    scribe: str = ""
    decisions: list[MeetingDecided] = field(default_factory=list)
    tabled: list[str] = field(default_factory=list)
    dues: dict[int, int] = field(default_factory=dict)
    """Number of a decision → story ms until which it is to be done."""
    sort: Sort = ""
    agenda: str = ""
    grounds: tuple[Ground, ...] = ()
    unnamed: bool = False
    use: Use = ""
    again_story: int = NOT_AGAIN


@dataclass
class Meetings:
    """Meetings by id."""

    held: dict[str, Meeting] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def under_way(self, seat: str = "") -> list[Meeting]:
        """Meetings open now (with ``seat`` present)."""
        return [
            each
            for each in self.held.values()
            if each.opened_at is not None
            and each.closed_at is None
            and (not seat or seat in each.present)
        ]
