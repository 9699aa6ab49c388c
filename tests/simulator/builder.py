"""A small team to test with: the small scenario, driven act by act at stated play times."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.loader import Loaded, load
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.journal.store_contract import Receipt
from simulator.play.kernel import FACILITATOR, Actor, Command, Entry, State
from simulator.play.roster import TakeSeat
from simulator.play.steering import StartPlay

EXERCISE = "test"
TEAM = "test-1"


@dataclass
class Wall:
    """A wall clock the test sets."""

    ms: int = 0

    def __call__(self) -> int:
        """What the wall shows."""
        return self.ms


@dataclass
class Room:
    """One exercise of the small scenario with people in some seats."""

    format_name: str = "45"
    manned: tuple[str, ...] = ()
    teams: int = 1
    seed: int = 1
    mode: str = "measured"
    wall: Wall = field(default_factory=Wall)
    story: Loaded | None = None
    """Another scenario than the small one."""
    sent: int = 0

    def __post_init__(self) -> None:
        """Create the exercise and seat its people."""
        self.loaded: Loaded = self.story or load("small")
        self.conduct = Conduct(MemoryStore(), self.wall)
        self.conduct.create(
            self.loaded,
            self.format_name,
            seed=self.seed,
            teams=self.teams,
            exercise_id=EXERCISE,
            mode=self.mode,
        )
        for seat in self.manned:
            self.do(FACILITATOR, TakeSeat(seat, f"p-{seat}"))

    def start(self) -> Room:
        """Begin play."""
        self.conduct.steer(EXERCISE, FACILITATOR, StartPlay(), "start")
        return self

    def at(self, play_ms: int) -> Room:
        """Let play reach ``play_ms`` (nothing paused) and settle what is due."""
        row = self.conduct.store.exercise(EXERCISE)
        self.wall.ms = row.anchor_wall + play_ms - row.anchor_at
        self.conduct.tick(EXERCISE)
        return self

    def do(self, actor: Actor, command: Command, team: str = TEAM) -> Receipt:
        """A command with a fresh id."""
        self.sent += 1
        return self.conduct.handle(team, actor, command, f"c{self.sent}")

    def seat(self, seat: str, command: Command, team: str = TEAM) -> Receipt:
        """A command from the person in a seat."""
        return self.do(Actor("seat", seat, f"p-{seat}"), command, team)

    def steer(self, command: Command) -> Receipt:
        """A clock command from the facilitator."""
        self.sent += 1
        return self.conduct.steer(EXERCISE, FACILITATOR, command, f"k{self.sent}")

    @property
    def state(self) -> State:
        """The first team's state."""
        return self.conduct.state(TEAM)

    @property
    def entries(self) -> list[Entry]:
        """The first team's journal."""
        return self.conduct.entries(TEAM)

    def kinds(self) -> list[str]:
        """Kinds of the journal's entries, in order."""
        return [entry.kind for entry in self.entries]
