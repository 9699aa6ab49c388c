"""Rehearse: whole exercises without people, in no more real time than it takes to compute them.

The same conduct, rules and engine as live play, on a journal in memory and a wall that is set
forward to whatever happens next. Manned seats act through ``handle`` like people would.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from scenarios.behaviour.profiles import profile
from scenarios.behaviour.traits import Traits
from scenarios.loader import Loaded
from scenarios.plan import Plan
from simulator.casting import Casting
from simulator.conduct import Conduct, is_over
from simulator.engine.behaviour import traits_of
from simulator.engine.policy import command_for
from simulator.engine.probing import answer
from simulator.engine.standing import standing
from simulator.engine.stimuli import delay, stimuli
from simulator.journal.memory import MemoryStore
from simulator.play.kernel import FACILITATOR, Actor, Entry, State
from simulator.play.probes import ProbeOpened, Probes
from simulator.play.roster import TakeSeat
from simulator.play.steering import StartPlay

EXERCISE = "rehearsal"
TEAM = f"{EXERCISE}-1"
MOST_STEPS = 200_000
"""Steps beyond which a rehearsal has hung; it raises rather than run for ever."""


class RehearsalHung(RuntimeError):
    """Nothing more is due, but play has not ended; the text says where it stands."""


@dataclass(frozen=True)
class Rehearsal:
    """One rehearsal's journal. ``document`` is the whole scenario, in all its languages; ``state``
    the journal folded, as conduct left it, so that nobody has to fold it once more."""

    plan: Plan
    document: dict[str, object]
    entries: tuple[Entry, ...]
    state: State = field(repr=False)


@dataclass
class Wall:
    """A wall that stands still until it is set."""

    ms: int = 0

    def __call__(self) -> int:
        """Wall ms."""
        return self.ms


@dataclass
class People:
    """The policy as a driver of manned seats: its plans are its own, not the journal's."""

    seats: list[str]
    traits: Mapping[str, Traits] = field(default_factory=dict)
    plans: list[tuple[int, int, str, str]] = field(default_factory=list)
    count: int = 0
    asked: list[str] = field(default_factory=list)

    def sit(self, conduct: Conduct, seat: str) -> None:
        """Somebody takes a seat: what waits there is met as whoever left it would have."""
        conduct.handle(TEAM, FACILITATOR, TakeSeat(seat, f"p-{seat}"), f"take:{seat}")
        state = conduct.state(TEAM)
        self.seats.append(seat)
        playing = traits_of(state, seat)
        self.traits = {**self.traits, seat: playing}
        for what, since, limit in standing(state, seat):
            self._plan(since + delay(state, playing, seat, what, limit), seat, what)

    def _plan(self, due_at: int, seat: str, what: str) -> None:
        self.count += 1
        heapq.heappush(self.plans, (due_at, self.count, seat, what))

    def notice(self, conduct: Conduct, entries: Sequence[Entry]) -> None:
        """Plan what new entries make these seats want."""
        if not self.seats:
            return
        state = conduct.state(TEAM)
        for entry in entries:
            if isinstance(entry.event, ProbeOpened):
                self.asked.append(entry.event.probe)
            for seat, what, due_at in stimuli(state, entry, self.traits.get):
                self._plan(due_at, seat, what)

    def act(self, conduct: Conduct, now: int) -> None:
        """Do what is due at play ms ``now``."""
        while self.asked:
            self._answer(conduct, self.asked.pop())
        while self.plans and self.plans[0][0] <= now:
            _, number, seat, what = heapq.heappop(self.plans)
            state = conduct.state(TEAM)
            for place, command in enumerate(command_for(state, self.traits[seat], seat, what)):
                actor = Actor("seat", seat, f"p-{seat}")
                conduct.handle(TEAM, actor, command, f"{seat}:{number}:{place}")

    def _answer(self, conduct: Conduct, probe: str) -> None:
        for seat, playing in self.traits.items():
            command = answer(conduct.state(TEAM), playing, seat, probe)
            if command is not None and conduct.state(TEAM)[Probes].open == probe:
                actor = Actor("seat", seat, f"p-{seat}")
                conduct.handle(TEAM, actor, command, f"{seat}:{probe}")


Meanwhile = Callable[[Conduct, Wall, People], Conduct]
"""What else happens between two steps; returns the conduct that goes on (another after a
restart)."""


def rehearse(  # noqa: PLR0913 - a rehearsal has these settings
    loaded: Loaded,
    format_name: str = "90",
    *,
    seed: int = 1,
    players: str = "typical",
    manned: Sequence[str] = (),
    seats: Mapping[str, str] | None = None,
    protected: bool = True,
    own: Mapping[str, Traits] | None = None,
    kommune: str = "",
    barriers: Mapping[str, int] | None = None,
    meanwhile: Meanwhile | None = None,
) -> Rehearsal:
    """Play ``loaded`` once in a format of it, from start to end.

    ``players`` is the profile of every seat, ``seats`` overrides it by seat, ``manned`` seats act
    as people do. ``protected`` gives simulated seats the protected time of people, as rehearsals
    have it and live play has not. ``own`` are profiles of the user's; ``kommune`` and ``barriers``
    are as :class:`simulator.casting.Casting` has them. ``meanwhile`` is asked between all steps
    what else happens (somebody comes late, a pause, a restart). KeyError for a profile, seat or
    format that does not exist.
    """
    wall = Wall()
    conduct = Conduct(MemoryStore(), wall)
    plan_seats = [seat.id for seat in loaded.scenario().seats]
    names = {seat: (seats or {}).get(seat, players) for seat in plan_seats}
    for name in {players, *names.values()} - {*(own or {})}:
        profile(name)
    unknown = [seat for seat in (*manned, *(seats or {})) if seat not in plan_seats]
    if unknown:
        raise KeyError(f"no seat {unknown[0]!r}; there are {', '.join(plan_seats)}")
    row = conduct.create(
        loaded,
        format_name,
        seed=seed,
        teams=1,
        exercise_id=EXERCISE,
        casting=Casting(names, own or {}, kommune, barriers or {}, protected),
    )
    people = People([])
    for seat in manned:
        people.sit(conduct, seat)
    conduct.steer(EXERCISE, FACILITATOR, StartPlay(), "start")
    conduct = _play(conduct, wall, people, meanwhile)
    entries = tuple(conduct.entries(TEAM))
    return Rehearsal(conduct.plan(row), loaded.document, entries, conduct.state(TEAM))


def _play(conduct: Conduct, wall: Wall, people: People, meanwhile: Meanwhile | None) -> Conduct:
    seen = 0
    for _ in range(MOST_STEPS):
        fresh = conduct.entries(TEAM, seen)
        seen += len(fresh)
        people.notice(conduct, fresh)
        if is_over(conduct.state(TEAM)):
            return conduct
        if meanwhile:
            conduct = meanwhile(conduct, wall, people)
        _forward(conduct, wall, people)
        conduct.tick(EXERCISE)
        people.act(conduct, conduct.now(EXERCISE))
    raise RehearsalHung(f"still playing after {MOST_STEPS} steps")


def _forward(conduct: Conduct, wall: Wall, people: People) -> None:
    """Set the wall to the next moment at which anything happens."""
    row = conduct.store.exercise(EXERCISE)
    if not row.running:
        if not people.asked and row.resume_wall is not None:
            wall.ms = max(wall.ms, row.resume_wall)
        return
    times = [conduct.store.team(TEAM).next_due_at, conduct.next_step_at(EXERCISE)]
    times += [people.plans[0][0]] if people.plans else []
    known = [time for time in times if time is not None]
    if not known:
        raise RehearsalHung(f"nothing is due at play ms {conduct.now(EXERCISE)}")
    wall.ms = max(wall.ms, row.anchor_wall + min(known) - row.anchor_at)
