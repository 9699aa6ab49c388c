"""Playing the dreiebok: injects by time and condition, tasks that open, meetings that begin."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.schema import Inject
from simulator.engine.conditions import due_of, judge, since_story, timers
from simulator.engine.emission import Emission
from simulator.engine.load import wait_until
from simulator.play.calendar import calendar_of
from simulator.play.clock import (
    Clock,
    LegEnded,
    LegStarted,
    leg_of,
    scene_id,
    story_of_elapsed,
)
from simulator.play.kernel import Entry, State
from simulator.play.matters import Matter, MatterPlanned, Matters
from simulator.play.minutes import MeetingClosed, MeetingOpened, Meetings, PenTaken
from simulator.play.roster import Roster
from simulator.play.script import (
    InjectDelivered,
    InjectNotTaken,
    InjectTriggered,
    Script,
)
from simulator.play.tasks import TaskClosed, TaskOpened, Tasks


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """What the script does because of ``entry``."""
    event = entry.event
    if isinstance(event, LegStarted):
        yield from _begin(state, entry, event.leg)
    elif isinstance(event, LegEnded):
        yield from _end(state, entry, event.leg)
    elif isinstance(event, InjectDelivered):
        yield from _timers(state, entry, event.inject)
        for task in state.plan.tasks.values():
            if task.opened_by == event.inject and task.id not in state[Tasks].stands:
                yield Emission(TaskOpened(task.id), caused_by=entry.seq)


def _begin(state: State, entry: Entry, index: int) -> Iterator[Emission]:
    leg = state.plan.legs[index]
    for inject in state.plan.injects_of(leg.scene.id):
        if inject.at is None:
            continue
        if leg.scene.kind == "play":
            due = story_of_elapsed(state, inject.at.ms)
            yield Emission(MatterPlanned("inject", inject.id, due_story=due), caused_by=entry.seq)
        else:
            due = entry.at_ms + inject.at.ms
            yield Emission(MatterPlanned("inject", inject.id, due_at=due), caused_by=entry.seq)
    for inject in state.plan.injects_of(leg.scene.id):
        if inject.when is not None and inject.window is not None:
            due = calendar_of(state.plan.scenario).due(state.story_ms, inject.window)
            yield Emission(MatterPlanned("window", inject.id, due_story=due), caused_by=entry.seq)
    yield from _timers(state, entry, leg.scene.id)
    yield from _open_tasks(state, entry, index)
    if leg.scene.kind == "meeting":
        present = tuple(seat for seat in leg.scene.present or state.plan.seats)
        opened = MeetingOpened(leg.scene.id, present, leg.scene.family, leg.scene.id)
        yield Emission(opened, caused_by=entry.seq)
        yield from _pen(state, entry, leg.scene.id)


def _pen(state: State, entry: Entry, scene: str) -> Iterator[Emission]:
    """In a discussion the pen stays with who has it; first with the first who sits there."""
    if not state.plan.is_discussion:
        return
    order = (*state.plan.format.seats, *state.plan.seats)
    manned = [seat for seat in order if state[Roster].manned(seat)]
    wrote = [each.scribe for each in state[Meetings].held.values() if each.scribe in manned]
    for seat in [*wrote[-1:], *manned][:1]:
        yield Emission(PenTaken(scene, seat), caused_by=entry.seq)


def _open_tasks(state: State, entry: Entry, index: int) -> Iterator[Emission]:
    plan = state.plan
    for task in plan.tasks.values():
        first = plan.leg_of[task.scene].index if task.scene in plan.leg_of else 0
        by_inject = task.opened_by in plan.injects
        if first == index and not by_inject and task.id not in state[Tasks].stands:
            yield Emission(TaskOpened(task.id), caused_by=entry.seq)


def _timers(state: State, entry: Entry, what: str) -> Iterator[Emission]:
    for inject, elapsed in timers(state.plan, what):
        since = since_story(state, what)
        if since is not None:
            due = due_of(state, elapsed, since)
            yield Emission(MatterPlanned("judge", inject, due_story=due), caused_by=entry.seq)


def _end(state: State, entry: Entry, index: int) -> Iterator[Emission]:
    scene = state.plan.legs[index].scene
    for inject in state.plan.injects_of(scene.id):
        phase = state[Script].stand(inject.id).phase
        if phase in ("waiting", "triggered", "held"):
            yield Emission(_not_taken(inject.id, phase), caused_by=entry.seq)
    for meeting in state[Meetings].under_way():
        yield Emission(MeetingClosed(meeting.id), caused_by=entry.seq)
    for task, stand in state[Tasks].stands.items():
        if stand.live and state.plan.tasks[task].until == scene.id:
            yield Emission(TaskClosed(task), caused_by=entry.seq)


def _not_taken(inject: str, phase: str) -> InjectNotTaken:
    if phase == "held":
        return InjectNotTaken(inject, "held")
    return InjectNotTaken(inject, "load" if phase == "triggered" else "condition")


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """A timed inject, the end of a window, or a timer of a condition fell due."""
    stand = state[Script].stand(matter.ref)
    if matter.kind == "inject" and stand.phase == "waiting":
        yield Emission(InjectTriggered(matter.ref), caused_by=matter.id)
    if matter.kind == "window" and stand.phase in ("waiting", "triggered"):
        yield Emission(_not_taken(matter.ref, stand.phase), caused_by=matter.id)


def judge_all(state: State, at_ms: int, story_ms: int) -> Iterator[Emission]:
    """Conditions re-judged and waiting deliveries tried: called when an instant has gone quiet."""
    leg, clock = leg_of(state), state[Clock]
    if leg is None or clock.phase not in ("leg", "held"):
        return
    for inject in state.plan.injects_of(scene_id(state)):
        stand = state[Script].stand(inject.id)
        if stand.phase == "waiting" and inject.when and judge(state, inject.when, story_ms):
            yield Emission(InjectTriggered(inject.id))
            return
        if stand.phase == "triggered":
            emission = _deliver(state, inject, at_ms)
            if emission:
                yield emission
                return


def _deliver(state: State, inject: Inject, at_ms: int) -> Emission | None:
    stand = state[Script].stand(inject.id)
    wait = wait_until(state, inject, at_ms)
    if wait is None:
        return Emission(InjectDelivered(inject.id, tuple(inject.to)), caused_by=stand.seq)
    if state[Matters].find("deliver", inject.id) is None:
        return Emission(MatterPlanned("deliver", inject.id, due_at=wait), caused_by=stand.seq)
    return None
