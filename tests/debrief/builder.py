"""A tale: a journal of the small scenario told act by act, with no engine to add anything.

Seats act through the real rules. What the engine would emit, the test says itself, so that every
figure can be worked out by hand.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from debrief.record import Record
from scenarios.loader import load
from scenarios.plan import Plan, plan_for
from simulator.play import steering
from simulator.play.calendar import calendar_of
from simulator.play.clock import LegStarted
from simulator.play.expectations import ExpectationLapsed, ExpectationMet, ExpectationOpened
from simulator.play.kernel import ENGINE, FACILITATOR, Actor, Command, Entry, Event, Refusal
from simulator.play.minutes import MeetingOpened
from simulator.play.probes import ProbeClosed, ProbeOpened
from simulator.play.rooms import decide, evolve, new_state, story_now
from simulator.play.roster import SeatTaken, TeamFormed
from simulator.play.script import InjectDelivered
from simulator.play.tasks import TaskOpened

MINUTE = 60_000


@cache
def small() -> Plan:
    """The small scenario in its longer format."""
    return plan_for(load("small").scenario(), "45")


def changed(part: str, each: str, **fields: object) -> Plan:
    """The small scenario with some fields of one of its parts otherwise."""
    scenario = load("small").scenario()
    parts = [
        one.model_copy(update=fields) if one.id == each else one for one in getattr(scenario, part)
    ]
    return plan_for(scenario.model_copy(update={part: parts}), "45")


def expecting(inject: str, expected: str, **fields: object) -> Plan:
    """The small scenario with one expected action otherwise."""
    expects = [
        one.model_copy(update=fields) if one.id == expected else one
        for one in small().injects[inject].expects
    ]
    return changed("injects", inject, expects=expects)


class Tale:
    """A journal under way. ``people`` hold seats; without any it is a rehearsal."""

    def __init__(
        self,
        plan: Plan | None = None,
        people: tuple[str, ...] = (),
        mode: Literal["measured", "coached"] = "measured",
    ) -> None:
        self.plan = plan or small()
        self.state = new_state(self.plan)
        self.entries: list[Entry] = []
        self.now = 0
        simulated = tuple(seat for seat in self.plan.seats if seat not in people)
        self.tell(
            FACILITATOR,
            TeamFormed(
                "x",
                "x-1",
                1,
                "small",
                "d",
                "45",
                7,
                mode,
                1,
                1,
                simulated,
                protected=not people,
            ),
        )
        for seat in people:
            self.tell(FACILITATOR, SeatTaken(seat, f"p-{seat}"))
        self.people = people

    def tell(self, by: Actor, event: Event, cause: int | None = None) -> Entry:
        """Write one event as it is."""
        story = story_now(self.state, self.now)
        if isinstance(event, LegStarted):
            starts = self.plan.legs[event.leg].scene.starts
            story = max(story, calendar_of(self.plan.scenario).story_ms(starts))
        entry = Entry(len(self.entries) + 1, self.now, story, by, event, cause)
        self.entries.append(entry)
        evolve(self.state, entry)
        return entry

    def at(self, play_ms: int) -> Tale:
        """Go on to a play time."""
        assert play_ms >= self.now
        self.now = play_ms
        return self

    def wait(self, play_ms: int) -> Tale:
        """Let play time pass."""
        return self.at(self.now + play_ms)

    # -- inputs ------------------------------------------------------------------------------------

    def steer(self, command: Command) -> list[Entry]:
        """The facilitator or the clock does something."""
        return self._do(FACILITATOR, command)

    def do(self, seat: str, command: Command) -> list[Entry]:
        """A seat does something; the rules must allow it."""
        person = seat in self.people
        actor = Actor("seat", seat, f"p-{seat}") if person else Actor("colleague", seat)
        return self._do(actor, command)

    def _do(self, by: Actor, command: Command) -> list[Entry]:
        self.state.at_ms, self.state.story_ms = self.now, story_now(self.state, self.now)
        events = decide(self.state, by, command)
        assert not isinstance(events, Refusal), events
        return [self.tell(by, event) for event in events]

    def start(self) -> Tale:
        """Begin play: the scene ``host``, 600 s long."""
        self.steer(steering.StartPlay())
        return self

    def end_leg(self) -> Tale:
        """End the leg under way."""
        self.steer(steering.EndLeg())
        return self

    def jump(self) -> Tale:
        """A minute of waiting, and the next leg begins."""
        self.wait(MINUTE).steer(steering.Jump())
        return self

    def to_meeting(self) -> Tale:
        """Play the two scenes out, empty, and open the meeting with everybody there."""
        return self.start().at(600_000).end_leg().jump().wait(300_000).end_leg().open_meeting()

    def open_meeting(self) -> Tale:
        """The scripted meeting opens with everybody there."""
        self.tell(ENGINE, MeetingOpened("mote", tuple(self.plan.seats), family=True, scene="mote"))
        return self

    # -- what the engine would say -----------------------------------------------------------------

    def deliver(self, inject: str) -> Entry:
        """An inject arrives, with what it expects and the tasks it opens."""
        arrived = self.tell(ENGINE, InjectDelivered(inject, tuple(self.plan.injects[inject].to)))
        calendar = calendar_of(self.plan.scenario)
        for task in self.plan.tasks.values():
            if task.opened_by == inject:
                self.open(task.id)
        for each in self.plan.injects[inject].expects:
            due = calendar.due(arrived.story_ms, each.within)
            self.tell(ENGINE, ExpectationOpened(each.id, each.seat, due), arrived.seq)
        return arrived

    def met(self, expected: str, act: Entry, *, in_time: bool = True) -> Entry:
        """``act`` was what was expected."""
        return self.tell(ENGINE, ExpectationMet(expected, act.seq, in_time), act.seq)

    def late(self, expected: str) -> Entry:
        """Its time ran out."""
        return self.tell(ENGINE, ExpectationLapsed(expected, "late"))

    def postponed(self, expected: str) -> Entry:
        """The drill passed over it."""
        return self.tell(ENGINE, ExpectationLapsed(expected, "postponed"))

    def open(self, task: str) -> Entry:
        """A task opens."""
        return self.tell(ENGINE, TaskOpened(task))

    def ask(self, probe: str) -> Entry:
        """A probe opens."""
        return self.tell(FACILITATOR, ProbeOpened(probe))

    def asked(self, probe: str) -> Entry:
        """A probe closes."""
        return self.tell(FACILITATOR, ProbeClosed(probe))

    @property
    def record(self) -> Record:
        """The journal, read."""
        return Record(self.plan, self.entries)
