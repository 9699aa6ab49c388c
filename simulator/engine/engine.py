"""The engine: SimPy processes started from State, one per pending matter; one writer of outcomes.

It can be started from the State at any committed head and goes on exactly as the one that led
there (decisions 6): matters stand in the order they were planned, who holds a seat's hands asks
for them before anybody else, and whatever is due at one instant is settled in that instant.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any

import simpy

from simulator.engine import (
    adequate,
    child,
    colleagues,
    deadlines,
    dreiebok,
    evaluations,
    family,
    services,
    writing,
)
from simulator.engine.emission import Emission
from simulator.play.calendar import calendar_of
from simulator.play.clock import Clock, LegStarted
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, State
from simulator.play.matters import (
    Matter,
    MatterDropped,
    MatterMoved,
    MatterPlanned,
    Matters,
    MatterStarted,
    due_at,
)
from simulator.play.rooms import decide, evolve, story_now

REACTIONS = (
    family.react,
    child.react,
    dreiebok.react,
    deadlines.react,
    evaluations.react,
    writing.react,
    adequate.react,
    colleagues.react,
)
"""In this order after every entry: what the family answers, and the child (a scene that ends is
weighed before the script closes its tasks), then the script, deadlines, adequacy, colleagues."""

FIRE: dict[str, Callable[[State, Matter], Iterator[Emission]]] = {
    "inject": dreiebok.fire,
    "window": dreiebok.fire,
    "judge": dreiebok.fire,
    "deliver": dreiebok.fire,
    "late": deadlines.fire,
    "evaluate": evaluations.fire,
    "writing": writing.fire,
    "act": colleagues.fire,
    "family": family.fire,
}
MOST_OUTCOMES = 5_000
"""Outcomes of one instant beyond which a scenario must be running in circles."""

_RESTARTS = ("play.", "leg.", "clock.", "interlude.", "seat.")
"""Inputs that move what is due, or whose hands are whose."""


class EngineError(RuntimeError):
    """The scenario or the engine runs in circles; the text names the instant and the last event."""


class Engine:
    """Plays one team on from ``state``. Entries it makes gather in ``made`` until taken."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.made: list[Entry] = []
        self._token: dict[int, int] = {}
        self._start()

    # -- what conduct asks for ----------------------------------------------------------------

    def act(
        self, by: Actor, command: Command, at_ms: int, command_id: str
    ) -> Sequence[Event] | Refusal:
        """Judge ``command`` at play ms ``at_ms`` and, if allowed, apply it there."""
        before = self.state.at_ms, self.state.story_ms
        self.state.story_ms, self.state.at_ms = story_now(self.state, at_ms), at_ms
        events = decide(self.state, by, command)
        self.state.at_ms, self.state.story_ms = before
        if not isinstance(events, Refusal) and events:
            self.apply(events, by, at_ms, command_id)
        return events

    def apply(self, events: Iterable[Event], by: Actor, at_ms: int, command_id: str) -> None:
        """Write the input ``events`` at play ms ``at_ms`` and all that follows in that instant."""
        written = [self._write(event, by, at_ms, None, command_id) for event in events]
        self._settle(written, at_ms)
        if any(entry.kind.startswith(_RESTARTS) for entry in written):
            self._start()
        self.run(at_ms)

    def run(self, at_ms: int) -> None:
        """Let everything happen that is due up to and including play ms ``at_ms``."""
        if self.state[Clock].paused or self.state[Clock].phase in ("lobby", "over"):
            return
        while self.env.peek() <= at_ms:
            self.env.step()

    def take(self) -> list[Entry]:
        """The entries made since last taken."""
        made, self.made = self.made, []
        return made

    def next_due(self) -> int | None:
        """Play ms of the next thing that will happen by itself, None if nothing will."""
        if self.state[Clock].paused or self.state[Clock].phase in ("lobby", "over"):
            return None
        peek = self.env.peek()
        return None if peek == float("inf") else int(peek)

    # -- SimPy --------------------------------------------------------------------------------

    def _start(self) -> None:
        """(Re)start every process from State, in the order planned or started.

        Who holds hands asks for them first, then who waits for them, in the order they began to
        wait: SimPy settles ties by the order in which things were asked for.
        """
        self.env = simpy.Environment(initial_time=self.state.at_ms)
        self._hands: dict[str, simpy.Resource] = {}
        self._token.clear()
        now = self.state.at_ms
        pending = list(self.state[Matters].pending.values())
        requests: dict[int, Any] = {}
        for matter in pending:
            if matter.done_at is not None:
                requests[matter.id] = self._hands_of(matter.queue).request()
        waiting = [
            (due, matter)
            for matter in pending
            if matter.queue and matter.done_at is None and (due := self._due(matter)) is not None
        ]
        for due, matter in sorted(waiting, key=lambda each: each[0]):
            if due <= now:
                requests[matter.id] = self._hands_of(matter.queue).request()
        for matter in pending:
            self._launch(matter.id, requests.get(matter.id))

    def _hands_of(self, queue: str) -> simpy.Resource:
        if queue not in self._hands:
            capacity = services.hands(self.state, queue)
            self._hands[queue] = simpy.Resource(self.env, capacity=capacity)
        return self._hands[queue]

    def _launch(self, matter: int, request: Any = None) -> None:  # noqa: ANN401 - SimPy's request
        self._token[matter] = self._token.get(matter, 0) + 1
        self.env.process(self._live(matter, self._token[matter], request))

    def _due(self, matter: Matter) -> int | None:
        return matter.done_at if matter.done_at is not None else due_at(self.state, matter)

    def _pending(self, matter: int, token: int) -> Matter | None:
        if self._token.get(matter) != token:
            return None
        return self.state[Matters].pending.get(matter)

    def _live(
        self,
        matter_id: int,
        token: int,
        request: Any,  # noqa: ANN401 - SimPy's request
    ) -> Generator[Any, Any, None]:
        """One matter: wait until due, wait for hands if it needs them, work, happen."""
        while request is None:
            matter = self._pending(matter_id, token)
            due = self._due(matter) if matter else None
            if matter is None or due is None:
                return
            if due > self.env.now:
                yield self.env.timeout(due - self.env.now)
            elif matter.queue:
                request = self._hands_of(matter.queue).request()
            else:
                self._happen(matter)
                return
        if not request.triggered:
            yield request
        yield from self._work(matter_id, token, request)

    def _work(
        self,
        matter_id: int,
        token: int,
        request: Any,  # noqa: ANN401 - SimPy's request
    ) -> Generator[Any, Any, None]:
        matter = self._pending(matter_id, token)
        if matter is not None and matter.done_at is None:
            started = MatterStarted(matter.id, self._now() + matter.work_ms)
            self._emit([Emission(started)])
        if matter is not None and matter.done_at is not None and matter.done_at > self.env.now:
            yield self.env.timeout(matter.done_at - self.env.now)
        matter = self._pending(matter_id, token)
        if matter is not None:
            self._happen(matter)
        request.resource.release(request)

    def _now(self) -> int:
        return max(int(self.env.now), self.state.at_ms)

    def _happen(self, matter: Matter) -> None:
        self._emit(FIRE[matter.kind](self.state, matter))
        if matter.id in self.state[Matters].pending:
            self._emit([Emission(MatterDropped(matter.id))])

    # -- writing ------------------------------------------------------------------------------

    def _emit(self, emissions: Iterable[Emission]) -> None:
        at_ms = self._now()
        written = [self._write(event, by, at_ms, cause) for event, by, cause in emissions]
        self._settle(written, at_ms)

    def _write(
        self,
        event: Event,
        by: Actor,
        at_ms: int,
        caused_by: int | None,
        command_id: str | None = None,
    ) -> Entry:
        state = self.state
        story_ms = story_now(state, at_ms)
        if isinstance(event, LegStarted):
            starts = state.plan.legs[event.leg].scene.starts
            story_ms = max(story_ms, calendar_of(state.plan.scenario).story_ms(starts))
        entry = Entry(state.seq + 1, at_ms, story_ms, by, event, caused_by, command_id)
        evolve(state, entry)
        self.made.append(entry)
        if isinstance(event, MatterPlanned):
            self._launch(entry.seq)
        elif isinstance(event, MatterMoved):
            self._launch(event.matter)
        return entry

    def _settle(self, written: Sequence[Entry], at_ms: int) -> None:
        """Everything that follows at once from ``written``, until the instant is quiet."""
        waiting, budget = deque(written), MOST_OUTCOMES
        while True:
            while waiting:
                entry = waiting.popleft()
                for reaction in REACTIONS:
                    for event, by, cause in reaction(self.state, entry):
                        waiting.append(self._write(event, by, at_ms, cause))
                        budget -= 1
                if budget < 0:
                    raise EngineError(f"circles at {at_ms} ms after {entry.kind} (seq {entry.seq})")
            story = story_now(self.state, at_ms)
            for event, by, cause in dreiebok.judge_all(self.state, at_ms, story):
                waiting.append(self._write(event, by, at_ms, cause))
            if not waiting:
                return
