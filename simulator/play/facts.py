"""Facts: who knows what, since when, from whom. A seat knows what it was given, no more.

Sharing is never refused for law: it is journalled with the basis the seat stated and the basis
the rules compute (decisions 12).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.schema import Fact
from simulator.play.clock import PlayStarted
from simulator.play.grants import Grants
from simulator.play.inbox import close, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import drop, if_written
from simulator.play.roster import Roster, seat_of

Basis = Literal["", "free", "consent", "duty", "health", "task", "danger", "parents"]
"""Why a fact may travel; '' is none."""


@wire("fact.share")
class ShareFacts(Command):
    """Send cards and a line to other seats. ``basis`` is what the sender says it rests on."""

    to: tuple[str, ...]
    facts: tuple[str, ...]
    line: Words = ""
    basis: Basis = ""
    item: str = ""
    """The inbox item it answers, if any."""


@wire("fact.shared")
class FactsShared(Event):
    """Cards reached seats. ``computed`` holds (fact, receiver, basis) for each card and seat.

    ``way`` is ``written``, ``spoken`` (confirmed by the other side) or ``meeting``.
    """

    share: str
    sender: str
    to: tuple[str, ...]
    facts: tuple[str, ...]
    line: str
    stated: Basis
    computed: tuple[tuple[str, str, str], ...]
    item: str = ""
    way: Literal["written", "spoken", "meeting"] = "written"


@dataclass
class Learned:
    """How a seat came to know a fact. ``source`` is a seat, an inject or a voice."""

    at_ms: int
    seq: int
    source: str
    again: int = 0
    """How many times it was told once more."""


@dataclass
class Share:
    """One share, as its receivers see it."""

    id: str
    sender: str
    to: tuple[str, ...]
    facts: tuple[str, ...]
    line: str
    way: str
    seq: int
    at_ms: int


@dataclass
class Facts:
    """Knowledge by seat, and the shares made."""

    known: dict[str, dict[str, Learned]] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, seat: str) -> dict[str, Learned]:
        """What a seat knows, in the order it learned it."""
        return self.known.setdefault(seat, {})

    def knows(self, seat: str, facts: Iterable[str]) -> bool:
        """Whether a seat knows all of ``facts``."""
        own = self.of(seat)
        return all(fact in own for fact in facts)


def learn(state: State, entry: Entry, seat: str, facts: Iterable[str], source: str) -> None:
    """Fold helper: a seat was told these facts."""
    own = state[Facts].of(seat)
    for fact in facts:
        if fact in own:
            own[fact].again += 1
        else:
            own[fact] = Learned(entry.at_ms, entry.seq, source)


def basis_for(
    fact: Fact, receiver: str, grants: Grants | None = None, before: int | None = None
) -> Basis:
    """The basis on which ``fact`` may reach ``receiver`` ('' if the rules find none).

    ``grants`` is the leave that child and parents have given or taken back (up to seq ``before``);
    without it the story's own ``reach`` alone speaks.
    """
    if fact.rule == "free":
        return "free"
    leave = grants.leave(fact.id, receiver, before) if grants else None
    for reach in fact.reach:
        if receiver in reach.seats and not (reach.basis == "consent" and leave is False):
            return reach.basis
    return "consent" if leave and fact.rule != "never" else ""


def shared_event(  # noqa: PLR0913 - a share has these parts
    state: State,
    sender: str,
    to: Sequence[str],
    facts: Sequence[str],
    *,
    line: str = "",
    stated: Basis = "",
    item: str = "",
    way: Literal["written", "spoken", "meeting"] = "written",
) -> FactsShared:
    """The event of a share, with its computed basis."""
    number = state[Facts].counts.get(sender, 0) + 1
    known, grants = state.plan.facts, state[Grants]
    computed = tuple(
        (fact, receiver, str(basis_for(known[fact], receiver, grants)))
        for fact in facts
        for receiver in to
    )
    return FactsShared(
        f"{sender}-{number}", sender, tuple(to), tuple(facts), line, stated, computed, item, way
    )


def check_cards(state: State, seat: str, facts: Sequence[str]) -> Refusal | None:
    """Refuse cards the seat does not hold."""
    if not state[Facts].knows(seat, facts):
        return Refusal("card_not_known")
    return Refusal("card_twice") if len(set(facts)) != len(facts) else None


def check_seats(state: State, seat: str, to: Sequence[str]) -> Refusal | None:
    """Refuse addressees that are not other seats of the team."""
    if not to or any(each not in state[Roster].chairs for each in to):
        return Refusal("no_such_seat")
    return Refusal("to_yourself") if seat in to or len(set(to)) != len(to) else None


def _share(state: State, by: Actor, command: ShareFacts) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, command.to) or check_cards(state, seat, command.facts)
    if wrong:
        return wrong
    if not command.facts and not command.line.strip():
        return Refusal("nothing_to_send")
    return [
        shared_event(
            state,
            seat,
            command.to,
            command.facts,
            line=command.line,
            stated=command.basis,
            item=command.item,
        )
    ]


def _on_shared(state: State, entry: Entry, event: FactsShared) -> None:
    slice_ = state[Facts]
    slice_.counts[event.sender] = slice_.counts.get(event.sender, 0) + 1
    slice_.shares[event.share] = Share(
        event.share,
        event.sender,
        event.to,
        event.facts,
        event.line,
        event.way,
        entry.seq,
        entry.at_ms,
    )
    for seat in event.to:
        learn(state, entry, seat, event.facts, event.sender)
        if event.way != "meeting":
            put(state, entry, seat, "share", event.share, sender=event.sender)
    if event.item:
        close(state, entry, event.item)


def _on_play_started(state: State, entry: Entry, _event: PlayStarted) -> None:
    for fact in state.plan.facts.values():
        for seat in fact.known_by:
            learn(state, entry, seat, [fact.id], "before")


def _forget(state: State, seq: int) -> None:
    drop(state[Facts].shares, seq)
    for own in state[Facts].known.values():
        for fact in [fact for fact, how in own.items() if how.seq == seq]:
            del own[fact]


ROOM = Room(
    "facts",
    rules={ShareFacts: _share},
    folds={FactsShared: _on_shared, PlayStarted: _on_play_started},
    regrets={FactsShared: if_written},
    forget=_forget,
)
