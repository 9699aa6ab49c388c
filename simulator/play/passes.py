"""Handovers as they stand: what has happened to each, who is responsible, how far its loop is.

Inside an open handover exactly one is responsible: the sender until it is taken over, the
receiver after (decisions 13). What may be done with it, and what follows, is ``handover``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.play.isbar import Isbar
from simulator.play.kernel import Event, wire

Step = Literal["offered", "seen", "taken_over", "read_back", "started", "told", "declined"]


@wire("handover.offered")
class HandoverOffered(Event):
    """A handover is open. ``expected`` is the scenario's handover it answers to, if any.

    ``due_story`` is story ms; ``key`` the card whose question the receiver is asked; ``asked`` the
    fields of ISBAR-B that the format asked for, ``isbar`` what was said in them.
    """

    handover: str
    sender: str
    receiver: str
    request: str
    due_story: int
    facts: tuple[str, ...]
    tasks: tuple[str, ...]
    line: str
    expected: str = ""
    key: str = ""
    way: Literal["written", "spoken"] = "written"
    asked: tuple[str, ...] = ()
    isbar: Isbar | None = None


@wire("handover.taken_over")
class HandoverTakenOver(Event):
    """The receiver is responsible, by name."""

    handover: str
    seat: str
    participant: str = ""


@wire("handover.queried")
class HandoverQueried(Event):
    """The receiver asked something first."""

    handover: str
    text: str


@wire("handover.declined")
class HandoverDeclined(Event):
    """The receiver said no; the sender stays responsible."""

    handover: str
    alternative: str
    seat: str = ""


@wire("handover.read_back_given")
class HandoverReadBack(Event):
    """The receiver said what it does first, and showed what it understood."""

    handover: str
    first_act: str
    due_story: int
    choice: int
    right: bool


@wire("handover.started")
class HandoverStarted(Event):
    """The first act is done. ``in_time``: before what was promised."""

    handover: str
    in_time: bool


@wire("handover.told")
class HandoverTold(Event):
    """Child and family know."""

    handover: str


@wire("handover.reminded")
class HandoverReminded(Event):
    """It is past its time and not taken over: sender, receiver and leader are reminded."""

    handover: str
    to: tuple[str, ...]


@dataclass
class Pass:
    """One handover as it stands. Times are play ms by step."""

    id: str
    sender: str
    receiver: str
    request: str
    due_story: int
    facts: tuple[str, ...]
    tasks: tuple[str, ...]
    line: str
    expected: str
    key: str
    way: str
    seq: int
    asked: tuple[str, ...] = ()
    isbar: Isbar | None = None
    step: Step = "offered"
    times: dict[str, int] = field(default_factory=dict)
    queries: list[str] = field(default_factory=list)
    alternative: str = ""
    instead: str = ""
    first_act: str = ""
    first_due: int | None = None
    right: bool = False
    in_time: bool = False
    reminded: int = 0

    @property
    def responsible(self) -> str:
        """The one seat responsible for what is handed over."""
        return self.sender if self.step in ("offered", "seen", "declined") else self.receiver

    @property
    def open(self) -> bool:
        """Whether its loop is not closed yet."""
        return self.step not in ("told", "declined")


@dataclass
class Handovers:
    """All handovers by id, in the order offered."""

    passes: dict[str, Pass] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
