"""Leave that stands: which cards may reach whom because child or parents said yes.

Folds what the consent room makes of a request, below the facts, so that the basis of a share is
computed with the leave that stands when it is made, and without it once it is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.family import ConsentAbout, Giver
from simulator.play.kernel import Entry, Event, Room, State, wire

Answer = Literal["full", "limited", "refused", "silent"]
"""All that was asked for · some of it · no · nothing was said, which is not a yes."""
PlayedBy = Literal["system", "leader", "person"]
"""Who speaks for child and parents: the story, the øvingsleder, a trained person."""


@wire("consent.answered")
class ConsentAnswered(Event):
    """Child or parents answered. ``facts`` may now reach ``to``; both empty if it is no yes.

    ``consent`` is the scenario's row they answered by, '' if none; ``text`` their words where a
    person plays them.
    """

    request: str
    giver: Giver
    answer: Answer
    facts: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: ConsentAbout = "share"
    consent: str = ""
    text: str = ""
    played_by: PlayedBy = "system"


@wire("consent.withdrawn")
class ConsentWithdrawn(Event):
    """Leave was taken back: ``facts`` may no longer reach ``to`` on the ground of consent.

    ``requests`` are those it had been given to (none if only the story had given it), ``consent``
    the scenario's row, ``told`` the seats that hold a card of it, or had asked.
    """

    giver: Giver
    facts: tuple[str, ...]
    to: tuple[str, ...]
    requests: tuple[str, ...] = ()
    about: ConsentAbout = "share"
    consent: str = ""
    told: tuple[str, ...] = ()
    text: str = ""
    played_by: PlayedBy = "system"


Pair = tuple[str, str]
"""A card and a seat it may reach."""


@dataclass
class Grants:
    """What was said for each card and seat, in order: (seq, leave or not)."""

    said: dict[Pair, list[tuple[int, bool]]] = field(default_factory=dict)
    agreed: dict[ConsentAbout, str] = field(default_factory=dict)
    """Yes to something other than sharing: what it is about → the request."""

    def leave(self, fact: str, seat: str, before: int | None = None) -> bool | None:
        """The last word on a card for a seat (before seq ``before``): leave, taken back, or None
        if nothing was ever said."""
        words = self.said.get((fact, seat), ())
        last = None
        for seq, yes in words:
            if before is None or seq < before:
                last = yes
        return last

    def agrees(self, about: ConsentAbout) -> bool:
        """Whether child or parents have said yes to this, and not taken it back."""
        return about in self.agreed


def pairs(facts: Sequence[str], seats: Sequence[str]) -> Iterator[Pair]:
    """Every card with every seat."""
    return ((fact, seat) for fact in facts for seat in seats)


def _on_answered(state: State, entry: Entry, event: ConsentAnswered) -> None:
    grants = state[Grants]
    if event.answer not in ("full", "limited"):
        return
    for pair in pairs(event.facts, event.to):
        grants.said.setdefault(pair, []).append((entry.seq, True))
    if event.about != "share":
        grants.agreed[event.about] = event.request


def _on_withdrawn(state: State, entry: Entry, event: ConsentWithdrawn) -> None:
    grants = state[Grants]
    for pair in pairs(event.facts, event.to):
        grants.said.setdefault(pair, []).append((entry.seq, False))
    if event.about != "share":
        grants.agreed.pop(event.about, None)


ROOM = Room(
    "grants",
    rules={},
    folds={ConsentAnswered: _on_answered, ConsentWithdrawn: _on_withdrawn},
)
