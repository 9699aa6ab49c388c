"""What every room of play is made of: commands, events, journal entries, state, refusals.

A room (``simulator/play/<noun>.py``) holds its commands, its events, its slice of the state, the
rules that turn a command into events, and the fold that reads events back into the slice. Rooms
know the kernel and the rooms below them, never those above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field

from scenarios.plan import Plan

T = TypeVar("T")

Words = Annotated[str, Field(max_length=2_000)]
"""Free text from a person; never scored."""


class Command:
    """Something a seat, a facilitator or the clock asks for. Imperative; may be refused."""

    KIND: ClassVar[str]
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


class Event:
    """Something that happened. Past participle; on the wire ``noun.verbed``."""

    KIND: ClassVar[str]
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass_transform(frozen_default=True)
def wire(kind: str) -> Callable[[type[T]], type[T]]:
    """Make a command or event a frozen dataclass that is called ``kind`` on the wire."""

    def make(cls: type[T]) -> type[T]:
        cls.KIND = kind  # type: ignore[attr-defined]
        return dataclass(frozen=True)(cls)

    return make


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts.

    ``kind`` is ``seat`` (a person), ``colleague`` (a simulated seat), ``facilitator``, ``clock``
    or ``engine``; ``family`` is a person who plays child or parents, in nobody's seat;
    ``anonymous`` somebody of the team whom nobody can tell. On the wire:
    ``seat:bup:p12``, ``colleague:bup``, ``family:p12``, ``facilitator``, ``engine``.
    """

    kind: str
    seat: str = ""
    participant: str = ""

    @classmethod
    def parse(cls, text: str) -> Actor:
        """Read the wire form."""
        kind, _, rest = text.partition(":")
        if kind == "family":
            return cls(kind, "", rest)
        seat, _, participant = rest.partition(":")
        return cls(kind, seat, participant)

    def __str__(self) -> str:
        return ":".join(part for part in (self.kind, self.seat, self.participant) if part)

    @property
    def is_input(self) -> bool:
        """True for people, facilitators and the clock; false for what the engine emits."""
        return self.kind not in ("engine", "colleague")


ENGINE = Actor("engine")
ANONYMOUS = Actor("anonymous")
"""Somebody of the team, and nobody in particular."""
CLOCK = Actor("clock")
FACILITATOR = Actor("facilitator")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that the rules do not allow: a value, shown to the actor, never raised.

    ``code`` is stable and is also the id of the text that explains it (``refusal.<code>``);
    ``about`` fills its blanks.
    """

    code: str
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a team's journal.

    ``seq`` is gapless from 1. ``at_ms`` is play time (real ms since play began, net of pauses),
    ``story_ms`` story time (ms since the scenario's ``story_start``), ``recorded_at`` a wall stamp
    in ms since 1970, never read by rules. ``caused_by`` is the seq that explains this one.
    """

    seq: int
    at_ms: int
    story_ms: int
    actor: Actor
    event: Event
    caused_by: int | None = None
    command_id: str | None = None
    recorded_at: int = 0
    version: int = 1

    @property
    def kind(self) -> str:
        """The event's kind on the wire."""
        return self.event.KIND

    def stamped(self, wall: int) -> Entry:
        """The same entry, recorded at ``wall``. Every entry is, so it is made by hand."""
        return Entry(
            self.seq,
            self.at_ms,
            self.story_ms,
            self.actor,
            self.event,
            self.caused_by,
            self.command_id,
            wall,
            self.version,
        )


S = TypeVar("S")
C = TypeVar("C", bound=Command)
E = TypeVar("E", bound=Event)


class State:
    """Everything the journal says, folded. ``state[Slice]`` is a room's own part of it.

    Mutable and owned by whoever folds it; only folds write to it.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.seq = 0
        self.at_ms = 0
        self.story_ms = 0
        self._slices: dict[type, Any] = {}

    def __getitem__(self, slice_type: type[S]) -> S:
        found: S | None = self._slices.get(slice_type)
        if found is None:
            found = self._slices[slice_type] = slice_type()
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and (
            (self.seq, self.at_ms, self.story_ms) == (other.seq, other.at_ms, other.story_ms)
            and all(self[kind] == other[kind] for kind in {*self._slices, *other._slices})
        )

    __hash__ = None  # type: ignore[assignment]


Rule = Callable[[State, Actor, C], Sequence[Event] | Refusal]
Fold = Callable[[State, Entry, E], None]
Whose = Callable[[State, Entry, Any], str]
"""The seat whose act an event was ('' if it is not to be regretted this time); where child or
parents spoke, the actor who spoke for them."""
BuiltOn = Callable[[State, Any], Iterable[int]]
"""The seqs that an event builds on."""


@dataclass(frozen=True)
class Room:
    """A mechanic: which commands it judges, which events it folds, how it forgets.

    ``regrets`` are its acts that may be taken back for a while (``undo``). ``forget`` takes back
    what the entry of a seq made of the room's slice; ids given out stay used. ``upholds`` are the
    events after which an earlier act stands, because somebody has built on it.
    """

    name: str
    rules: Mapping[type[Command], Callable[[State, Actor, Any], Sequence[Event] | Refusal]]
    folds: Mapping[type[Event], Callable[[State, Entry, Any], None]]
    regrets: Mapping[type[Event], Whose] = field(default_factory=dict)
    forget: Callable[[State, int], None] | None = None
    upholds: Mapping[type[Event], BuiltOn] = field(default_factory=dict)


def kinds(types: Iterable[type[Command]] | Iterable[type[Event]]) -> dict[str, type]:
    """Wire kind → class, refusing two of the same kind."""
    found: dict[str, type] = {}
    for each in types:
        if each.KIND in found:
            raise ValueError(f"two of kind {each.KIND}")
        found[each.KIND] = each
    return found
