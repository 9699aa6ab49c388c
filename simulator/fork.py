"""Fork: from any moment of a journal, the same exercise played on in memory.

The same conduct, rules, engine and autopilot as the exercise it leaves; nothing of it is stored.
People either stay where they are and do nothing, or colleagues take all seats (decisions 24).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from scenarios.discussion import parted
from scenarios.loader import Loaded
from simulator.conduct import Conduct, is_over
from simulator.engine.engine import Engine
from simulator.journal.memory import MemoryStore
from simulator.journal.store_contract import ExerciseRow, TeamRow
from simulator.moments import NotForkableError, clock_log, committed_head
from simulator.play.clock import Clock
from simulator.play.kernel import (
    FACILITATOR,
    Actor,
    Command,
    Entry,
    Event,
    Refusal,
    State,
)
from simulator.play.probes import PROBE_WALL_MS, Probes
from simulator.play.rooms import evolve, new_state
from simulator.play.roster import ABSENCE, Roster, SeatLeft, TeamFormed
from simulator.play.steering import Resume, SetAutopilot

COMMAND = "fork"
"""Prefix of the command ids of what is done in a fork."""
MOST_STEPS = 100_000
"""Steps beyond which a fork has hung; it raises rather than run for ever."""


class ForkHungError(RuntimeError):
    """The fork goes on and on without an end; the text says where it stands."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays in a fork: colleagues of one ``profile`` in every seat, and the seed they draw on
    from there (None: the journal's own). Both sides of a pair have the same."""

    profile: str = "typical"
    seed: int | None = None


@dataclass
class _Wall:
    """A wall that stands still until it is set."""

    ms: int = 0

    def __call__(self) -> int:
        return self.ms


class _Reader(Conduct):
    """A conduct that has read its scenario already."""

    def __init__(self, store: MemoryStore, wall: _Wall, loaded: Loaded) -> None:
        super().__init__(store, wall)
        self._shelf.put(loaded)


class Fork:
    """One team's exercise played on from the whole instant at or after ``seq``.

    A pause ends as play goes on. ``cast`` None leaves the people in their seats, silent, and
    colleagues and autopilot as they are. With a cast, colleagues take every seat at play ms
    ``at_ms`` (the next, if not given), each with what waits there; all of them have the protected
    time of people, and scenes end by themselves. NotForkableError for a ``seq`` that the journal
    has not, outside of play, or for a discussion, which nobody can play on. ``breathe`` is called
    between steps, so that whoever else has work in this process gets to it.
    """

    def __init__(
        self,
        loaded: Loaded,
        entries: Sequence[Entry],
        seq: int,
        cast: Cast | None = None,
        at_ms: int | None = None,
        breathe: Callable[[], object] = lambda: None,
    ) -> None:
        head = committed_head(entries, seq)
        self._loaded = loaded
        self._formed, kept = _formed_by(entries, cast)
        self.entries: list[Entry] = [kept, *entries[1:head]]
        self.head = head
        self._wall = _Wall()
        reader = _Reader(MemoryStore(), self._wall, loaded)
        self._row = _row(self._formed)
        state = new_state(reader.plan(self._row))
        for entry in self.entries:
            evolve(state, entry)
        if state[Clock].phase in ("lobby", "over"):
            raise NotForkableError(f"play is not under way at entry {seq}; choose another entry")
        self._engine: Engine | None = Engine(state)
        self._conduct: Conduct | None = None
        self._asked = 0
        self._breathe = breathe
        self._by_itself = cast is not None
        if cast is not None:
            self._seat_colleagues(max(at_ms or 0, state.at_ms + 1))

    # -- before play goes on ----------------------------------------------------------------------

    def _seat_colleagues(self, at_ms: int) -> None:
        """The engine has each colleague take up what stands open in its seat."""
        engine = self._opening()
        left = [
            SeatLeft(seat, participant, "colleague")
            for seat, chair in engine.state[Roster].chairs.items()
            for participant in chair.participants
        ]
        if left:
            engine.apply(left, FACILITATOR, at_ms, COMMAND)

    def _opening(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the fork has begun to play")
        return self._engine

    def tell(self, actor: Actor, events: Sequence[Event], at_ms: int) -> None:
        """Let an act that stands in a journal happen again, as it was, before play goes on.

        As :meth:`ask`, a seat acts without a participant, since people have left it.
        """
        engine = self._opening()
        engine.run(at_ms)
        engine.apply(events, _of_seat(actor), max(at_ms, engine.state.at_ms + 1), self._id())

    # -- playing ----------------------------------------------------------------------------------

    def ask(self, actor: Actor, command: Command, at_ms: int) -> Refusal | None:
        """Play up to ms ``at_ms``, then give ``command`` to the team, one ms after the last that
        happened; why not, if the rules refuse it."""
        conduct = self._play_to(at_ms - 1)
        self._set(at_ms)
        receipt = conduct.handle(self._formed.team, _of_seat(actor), command, self._id())
        if receipt.code is None:
            return None
        return Refusal(receipt.code, receipt.about or {})

    def _id(self) -> str:
        self._asked += 1
        return f"{COMMAND}:{self._asked}"

    def play(self, until: int | None = None) -> tuple[Entry, ...]:
        """Play on to ms ``until``, or to the end; the whole journal then."""
        conduct = self._play_to(until)
        return tuple(conduct.entries(self._formed.team))

    @property
    def state(self) -> State:
        """The team as far as the fork has come."""
        return self._begun().state(self._formed.team)

    def _begun(self) -> Conduct:
        """From here on, a conduct of its own runs the exercise."""
        if self._conduct is None:
            engine = self._opening()
            self.entries += engine.take()
            self._conduct, self._engine = self._seeded(engine), None
            self._set_going(self._conduct)
        return self._conduct

    def _seeded(self, engine: Engine) -> Conduct:
        """A conduct on a store that holds the journal, the exercise and its clock log so far."""
        store, state = MemoryStore(), engine.state
        formed, log = self._formed, clock_log(self.entries)
        open_probe = bool(state[Probes].open)
        self._wall.ms = state.at_ms
        running = not (state[Clock].paused or open_probe)
        row = replace(
            self._row,
            anchor_at=state.at_ms if running else log[-1].at_ms,
            anchor_wall=state.at_ms,
            running=running,
            resume_wall=state.at_ms + PROBE_WALL_MS if open_probe else None,
        )
        team = TeamRow(formed.team, formed.exercise, formed.number)
        store.create_exercise(row, self._loaded.document, [team])
        with store.write_clock(formed.exercise) as clock:
            clock.append(log)
        with store.write_team(formed.team) as writer:
            writer.append(self.entries)
            writer.clock_log(len(log))
            writer.set_next_due(engine.next_due())
        return _Reader(store, self._wall, self._loaded)

    def _set_going(self, conduct: Conduct) -> None:
        clock = conduct.clock(self._formed.exercise)[Clock]
        if clock.paused:
            conduct.steer(self._formed.exercise, FACILITATOR, Resume(), f"{COMMAND}:resume")
        if self._by_itself and not clock.auto:
            conduct.steer(
                self._formed.exercise, FACILITATOR, SetAutopilot(on=True), f"{COMMAND}:auto"
            )

    def _play_to(self, until: int | None) -> Conduct:
        conduct, exercise = self._begun(), self._formed.exercise
        for _ in range(MOST_STEPS):
            if is_over(conduct.state(self._formed.team)) or not self._forward(conduct, until):
                return conduct
            conduct.tick(exercise)
            self._breathe()
        raise ForkHungError(f"still playing after {MOST_STEPS} steps")

    def _forward(self, conduct: Conduct, until: int | None) -> bool:
        """Set the wall to the next moment at which anything happens; False if none is left."""
        row = conduct.store.exercise(self._formed.exercise)
        if not row.running:
            if row.resume_wall is None:
                return False
            self._wall.ms = max(self._wall.ms, row.resume_wall)
            return True
        times = (conduct.store.team(self._formed.team).next_due_at, conduct.next_step_at(row.id))
        known = [time for time in times if time is not None]
        if not known or (until is not None and min(known) > until):
            return False
        self._set(min(known))
        return True

    def _set(self, at_ms: int) -> None:
        """Move the wall to play ms ``at_ms``; never back."""
        row = self._begun().store.exercise(self._formed.exercise)
        if row.running:
            self._wall.ms = max(self._wall.ms, row.anchor_wall + at_ms - row.anchor_at)


def _of_seat(actor: Actor) -> Actor:
    return replace(actor, participant="") if actor.kind == "seat" else actor


def _formed_by(entries: Sequence[Entry], cast: Cast | None) -> tuple[TeamFormed, Entry]:
    """The journal's first event and entry, as the fork has them."""
    first = entries[0] if entries else None
    if first is None or not isinstance(first.event, TeamFormed):
        raise NotForkableError("the journal does not begin with team.formed; take a whole copy")
    if parted(first.event.format)[1] == "diskusjon":
        raise NotForkableError("a discussion has no clock to play on; take an exercise with one")
    if cast is None:
        return first.event, first
    formed = first.event
    absent = {seat: name for seat, name in formed.profiles.items() if name == ABSENCE}
    recast = replace(
        formed,
        seed=formed.seed if cast.seed is None else cast.seed,
        profiles={**dict.fromkeys(formed.simulated, cast.profile), **absent},
        protected=True,
    )
    return recast, replace(first, event=recast)


def _row(formed: TeamFormed) -> ExerciseRow:
    seed = formed.seed - formed.number + 1
    return ExerciseRow(formed.exercise, formed.digest, formed.format, seed, formed.mode)
