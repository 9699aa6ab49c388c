"""Planen as it stands: what was set down in it, its goals and measures, and who takes part.

What may be done with it, and what follows, is ``care_plan``. How each stood before it was touched
is kept, so that what is regretted in time leaves it as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from simulator.play.baton import Baton
from simulator.play.kernel import Event, State, wire

Effect = Literal["better", "same", "worse"]
Verdict = Literal["keep", "change", "stop"]
Stage = Literal["planned", "under_way", "evaluated", "stopped"]
NO_DATE = -1
"""``due_story`` of a measure that nobody has set a date for."""


@wire("goal.set_down")
class GoalSetDown(Event):
    """A goal stands in the plan, in these words from now."""

    goal: str
    seat: str
    words: str
    listening: str
    resources: str = ""
    item: str = ""


@wire("measure.set_down")
class MeasureSetDown(Event):
    """A measure stands in the plan as it is from now.

    ``due_story`` is the story ms of its evaluation, -1 for none; ``round`` counts the dates it has
    had, so that a date that was moved reminds nobody.
    """

    measure: str
    goal: str
    seat: str
    text: str
    owner: str
    expected: str
    due_story: int
    round: int
    state: Literal["planned", "under_way"]
    how: str = ""
    family: str = ""
    helpers: tuple[str, ...] = ()
    item: str = ""


@wire("measure.reminded")
class MeasureReminded(Event):
    """The date draws near: who answers for the measure is asked to evaluate it.

    ``due_story`` is when that is late: the date, and at least a working day from now.
    """

    measure: str
    round: int
    to: str
    due_story: int


@wire("measure.evaluated")
class MeasureEvaluated(Event):
    """It was evaluated; ``due_story`` is when it is looked at again (-1 for never)."""

    measure: str
    seat: str
    effect: Effect
    verdict: Verdict
    line: str
    listening: str
    due_story: int
    round: int
    in_time: bool


@wire("plan.led")
class PlanLed(Event):
    """The seat has the main responsibility from now; ``before`` had it ('' is nobody)."""

    seat: str
    before: str


@dataclass
class Goal:
    """One goal, and how it has been worded, by seq. ``set_story`` is story ms."""

    id: str
    seat: str
    set_story: int
    wordings: dict[int, GoalSetDown] = field(default_factory=dict)

    @property
    def said(self) -> GoalSetDown:
        """As it is worded now."""
        return next(reversed(self.wordings.values()))

    @property
    def words(self) -> str:
        """What it says."""
        return self.said.words

    @property
    def listening(self) -> str:
        """The listening it stands on, '' for none."""
        return self.said.listening

    @property
    def resources(self) -> str:
        """What she is good at, and whom she has."""
        return self.said.resources

    @property
    def seats(self) -> list[str]:
        """Those who have worded it."""
        return [each.seat for each in self.wordings.values()]


@dataclass
class Measure:
    """One measure as it stands. ``due_story`` is story ms; ``said_at`` the play ms since which its
    text, owner and date are what they are."""

    id: str
    goal: str
    seat: str
    text: str
    owner: str
    expected: str
    due_story: int
    round: int
    state: Literal["planned", "under_way"]
    how: str
    family: str
    helpers: tuple[str, ...]
    said_at: int
    evaluations: list[MeasureEvaluated] = field(default_factory=list)
    late: bool = False

    @property
    def live(self) -> bool:
        """Whether it goes on."""
        return not (self.evaluations and self.evaluations[-1].verdict == "stop")

    @property
    def stage(self) -> Stage:
        """Planned, under way, evaluated (and no new date set), or stopped."""
        if not self.live:
            return "stopped"
        if self.evaluations and self.due_story == NO_DATE:
            return "evaluated"
        return "under_way" if self.evaluations else self.state

    def awaits(self, number: int) -> bool:
        """Whether the date of that round still waits for its evaluation."""
        return self.live and self.due_story != NO_DATE and self.round == number


@dataclass
class CarePlan:
    """Goals and measures by id, in the order set, and who leads the plan ('' for nobody)."""

    goals: dict[str, Goal] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    lead: str = ""
    leads: list[str] = field(default_factory=list)
    goal_counts: dict[str, int] = field(default_factory=dict)
    measure_counts: dict[str, int] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    """The last round each measure was given; none is given twice."""
    before: dict[int, tuple[str, Measure | None]] = field(default_factory=dict)
    """Seq → the measure it touched, and how that stood before."""

    def touch(self, seq: int, name: str, number: int) -> None:
        """Fold helper: the entry of that seq changes a measure; ``number`` is its round then."""
        found = self.measures.get(name)
        kept = replace(found, evaluations=list(found.evaluations)) if found else None
        self.before[seq] = name, kept
        self.rounds[name] = max(self.rounds.get(name, 0), number)

    def touched(self, name: str) -> list[int]:
        """The entries that have touched a measure."""
        return [seq for seq, (each, _before) in self.before.items() if each == name]

    def of(self, goal: str) -> list[Measure]:
        """The measures towards a goal."""
        return [each for each in self.measures.values() if each.goal == goal]

    def actors(self) -> list[str]:
        """Seats that take part: they have worded, set, own or lead something. In that order."""
        seats = [seat for goal in self.goals.values() for seat in goal.seats]
        for each in self.measures.values():
            seats += [each.seat, each.owner, *each.helpers]
            seats += [done.seat for done in each.evaluations]
        return list(dict.fromkeys(seat for seat in [*seats, *self.leads] if seat))


def takes_part(state: State, seat: str) -> bool:
    """Whether the seat may read the plan's words: it has a hand in it, or coordinates."""
    return bool(seat) and (seat in state[CarePlan].actors() or state[Baton].holder == seat)
