"""The record: a journal read once, so that every measure can ask it what happened.

One fold of the journal, with the few things noted on the way that the final state no longer
tells. Acts that were withdrawn are folded, but never handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from scenarios.plan import Plan, PlannedLeg
from simulator.play import clock, tasks
from simulator.play.baton import Baton, BatonReleased, BatonTaken
from simulator.play.expectations import ExpectationOpened
from simulator.play.inbox import Inbox
from simulator.play.kernel import Entry, Event, State
from simulator.play.probes import ProbeOpened
from simulator.play.rooms import evolve, new_state
from simulator.play.roster import Roster, SeatTaken, TeamFormed
from simulator.play.tasks import Tasks
from simulator.play.undo import ActWithdrawn

E = TypeVar("E", bound=Event)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held something from entry ``seq`` (play ms ``at_ms``) on. ``live``: still asked for."""

    seq: int
    at_ms: int
    story_ms: int
    seats: tuple[str, ...]
    live: bool = True


@dataclass(slots=True)
class LegRun:
    """A leg as it was played, a hold at its end included. ``end_seq`` is 0 while it goes on."""

    leg: PlannedLeg
    seq: int
    start_at: int
    start_story: int
    end_seq: int = 0
    end_at: int = 0
    end_story: int = 0

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.end_seq > 0

    @property
    def is_played(self) -> bool:
        """Whether seats work in it: a play or meeting scene, not one that is told."""
        return self.leg.scene.kind != "told"


@dataclass(frozen=True, slots=True)
class Moment:
    """How a seat or the team stood when something was asked."""

    holder: str
    manned: tuple[str, ...]


class Record:
    """A team's journal, read. Holds the final :attr:`state` and what came about on the way."""

    def __init__(self, plan: Plan, entries: Sequence[Entry]) -> None:
        self.plan = plan
        self.entries = tuple(entries)
        self.state: State = new_state(plan)
        self.withdrawn: frozenset[int] = frozenset(
            seq
            for entry in entries
            if isinstance(entry.event, ActWithdrawn)
            for seq in entry.event.seqs
        )
        self.owners: dict[str, list[Holders]] = {}
        """Owners of each task over time."""
        self.baton: list[Holders] = []
        """Who coordinated over time; no seat while nobody did."""
        self.legs: list[LegRun] = []
        self.waiting: dict[str, int] = {}
        """Expected action → how many things waited on its seat when it was asked, itself too."""
        self.asked: dict[str, Moment] = {}
        """Probe → who coordinated, and who was manned, when it opened."""
        self.people: set[str] = set()
        """Seats that a person has held."""
        self._found: dict[type[Event], list[tuple[Entry, Event]]] = {}
        self._made: dict[Callable[[Record], Any], Any] = {}
        self._seq: dict[int, Entry] = {}
        for entry in entries:
            self._read(entry)

    def _read(self, entry: Entry) -> None:
        kind = type(entry.event)
        evolve(self.state, entry)
        self._seq[entry.seq] = entry
        if entry.seq not in self.withdrawn:
            self._found.setdefault(kind, []).append((entry, entry.event))
        note = _NOTES.get(kind)
        if note:
            note(self, entry)

    # -- asking ----------------------------------------------------------------------------------

    def of(self, kind: type[E]) -> list[tuple[Entry, E]]:
        """Every entry of a kind that was not withdrawn, in order, with its event."""
        return cast(list[tuple[Entry, E]], self._found.get(kind, []))

    def entry(self, seq: int) -> Entry | None:
        """The entry at ``seq``, if the journal has it."""
        return self._seq.get(seq)

    def once(self, make: Callable[[Record], T]) -> T:
        """What ``make`` makes of this record, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @property
    def formed(self) -> TeamFormed | None:
        """What the team was formed with."""
        return self.state[Roster].formed

    @property
    def is_rehearsal(self) -> bool:
        """Whether nobody but the system played: every seat then counts as manned."""
        return self.formed is not None and self.formed.protected

    @property
    def counted(self) -> tuple[str, ...]:
        """The seats whose dealings count: all in a rehearsal, else those people have held."""
        return tuple(seat for seat in self.plan.seats if self.is_rehearsal or seat in self.people)

    @property
    def end_at(self) -> int:
        """Play ms at which play ended, or which the journal has reached."""
        ended = self.of(clock.PlayEnded)
        return ended[0][0].at_ms if ended else self.state.at_ms

    def run_of(self, scene: str) -> LegRun | None:
        """The leg that played a scene, if it began."""
        return next((run for run in self.legs if run.leg.scene.id == scene), None)

    def run_at(self, at_ms: int) -> LegRun | None:
        """The leg under way (or last begun) at a play time."""
        return next((run for run in reversed(self.legs) if run.start_at <= at_ms), None)


def holders_at(changes: Sequence[Holders], seq: int) -> Holders | None:
    """How something was held when entry ``seq`` came (before it), or None before it began."""
    return next((change for change in reversed(changes) if change.seq < seq), None)


# -- what is noted on the way ----------------------------------------------------------------------


def _note_task(record: Record, entry: Entry) -> None:
    task: str = cast(Any, entry.event).task
    stand = record.state[Tasks].stands[task]
    record.owners.setdefault(task, []).append(
        Holders(entry.seq, entry.at_ms, entry.story_ms, tuple(stand.owners), stand.live)
    )


def _note_baton(record: Record, entry: Entry) -> None:
    holder = record.state[Baton].holder
    seats = (holder,) if holder else ()
    record.baton.append(Holders(entry.seq, entry.at_ms, entry.story_ms, seats))


def _note_leg(record: Record, entry: Entry) -> None:
    event = cast(clock.LegStarted, entry.event)
    leg = record.plan.legs[event.leg]
    record.legs.append(LegRun(leg, entry.seq, entry.at_ms, entry.story_ms))


def _note_leg_end(record: Record, entry: Entry) -> None:
    run = record.legs[-1] if record.legs else None
    if run and not run.over:
        run.end_seq, run.end_at, run.end_story = entry.seq, entry.at_ms, entry.story_ms


def _note_expected(record: Record, entry: Entry) -> None:
    event = cast(ExpectationOpened, entry.event)
    waits = [item for item in record.state[Inbox].open_of(event.seat) if not item.late]
    record.waiting[event.expected] = len(waits)


def _note_probe(record: Record, entry: Entry) -> None:
    event = cast(ProbeOpened, entry.event)
    roster = record.state[Roster]
    manned = tuple(seat for seat in record.plan.seats if record.is_rehearsal or roster.manned(seat))
    record.asked[event.probe] = Moment(record.state[Baton].holder, manned)


def _note_person(record: Record, entry: Entry) -> None:
    record.people.add(cast(SeatTaken, entry.event).seat)


_NOTES: Mapping[type[Event], Callable[[Record, Entry], None]] = {
    tasks.TaskOpened: _note_task,
    tasks.TaskClosed: _note_task,
    tasks.TaskClaimed: _note_task,
    tasks.TaskReleased: _note_task,
    tasks.TaskFinished: _note_task,
    BatonTaken: _note_baton,
    BatonReleased: _note_baton,
    clock.LegStarted: _note_leg,
    clock.LegEnded: _note_leg_end,
    clock.PlayEnded: _note_leg_end,
    ExpectationOpened: _note_expected,
    ProbeOpened: _note_probe,
    SeatTaken: _note_person,
}
