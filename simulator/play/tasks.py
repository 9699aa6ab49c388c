"""Ansvar: tasks with one named owner (ansvarlig) and those who help (med).

Outside a handover a task may have no owner, or two: that is what is measured (decisions 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.roster import Roster, seat_of


@wire("task.claim")
class ClaimTask(Command):
    """'Jeg tar det': become owner."""

    task: str


@wire("task.join")
class JoinTask(Command):
    """'Jeg er med': help without owning."""

    task: str


@wire("task.give")
class GiveTask(Command):
    """Ask another seat to own it; you stay owner until it is accepted."""

    task: str
    to: str


@wire("task.accept")
class AcceptTask(Command):
    """Own what another seat asked you to own."""

    task: str


@wire("task.decline")
class DeclineTask(Command):
    """Say no to owning it."""

    task: str


@wire("task.release")
class ReleaseTask(Command):
    """Stop owning it, without anybody taking over."""

    task: str


@wire("task.finish")
class FinishTask(Command):
    """It is done."""

    task: str


@wire("task.opened")
class TaskOpened(Event):
    """A responsibility exists from now; nobody owns it yet."""

    task: str


@wire("task.closed")
class TaskClosed(Event):
    """The story no longer asks for it."""

    task: str


@wire("task.claimed")
class TaskClaimed(Event):
    """The seat owns the task. ``instead_of`` are owners who let go in the same act."""

    task: str
    seat: str
    instead_of: tuple[str, ...] = ()
    way: str = "written"
    over_cap: bool = False
    """Whether the seat then owned more than its load cap; warned of, never refused."""


@wire("task.joined")
class TaskJoined(Event):
    """The seat helps with the task."""

    task: str
    seat: str


@wire("task.given")
class TaskGiven(Event):
    """A seat asked another to own the task."""

    task: str
    seat: str
    to: str


@wire("task.declined")
class TaskDeclined(Event):
    """The asked seat said no."""

    task: str
    seat: str


@wire("task.released")
class TaskReleased(Event):
    """The seat no longer owns the task."""

    task: str
    seat: str


@wire("task.finished")
class TaskFinished(Event):
    """The owner says it is done."""

    task: str
    seat: str


@dataclass
class TaskStand:
    """Who owns a task, who helps, who was asked."""

    opened_at: int
    seq: int
    owners: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    """Seat asked → seat that asked."""
    finished: bool = False
    closed: bool = False

    @property
    def live(self) -> bool:
        """Whether it still asks for an owner."""
        return not (self.finished or self.closed)


@dataclass
class Tasks:
    """Stands of the tasks that have opened."""

    stands: dict[str, TaskStand] = field(default_factory=dict)
    room: dict[str, int] = field(default_factory=dict)
    """Tasks that a seat has been given room for beyond the format's cap."""

    def owned_by(self, seat: str) -> list[str]:
        """Live tasks a seat owns."""
        return [t for t, stand in self.stands.items() if stand.live and seat in stand.owners]

    def unowned(self) -> list[str]:
        """Live tasks without an owner."""
        return [t for t, stand in self.stands.items() if stand.live and not stand.owners]


def live_task(state: State, by: Actor, task: str) -> tuple[str, TaskStand] | Refusal:
    """The acting seat and the open task, or why not."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    stand = state[Tasks].stands.get(task)
    if stand is None or not stand.live:
        return Refusal("task_not_open")
    return seat, stand


def cap_of(state: State, seat: str) -> int | None:
    """How many tasks the seat should own at once; None if the format has no cap."""
    cap = state.plan.format.load.tasks
    return None if cap is None else cap + state[Tasks].room.get(seat, 0)


def claimed(
    state: State,
    task: str,
    seat: str,
    instead_of: tuple[str, ...] = (),
    way: str = "written",
    *,
    also: tuple[str, ...] = (),
) -> TaskClaimed:
    """The event of a seat becoming owner, marked if that is beyond its load cap. ``also`` are
    tasks it comes to own in the same act."""
    cap, own = cap_of(state, seat), {*state[Tasks].owned_by(seat), *also, task}
    return TaskClaimed(task, seat, instead_of, way, cap is not None and len(own) > cap)


def _claim(state: State, by: Actor, command: ClaimTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    if seat in stand.owners:
        return Refusal("already_yours")
    return [claimed(state, command.task, seat)]


def _join(state: State, by: Actor, command: JoinTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    if seat in stand.helpers or seat in stand.owners:
        return Refusal("already_yours")
    return [TaskJoined(command.task, seat)]


def _give(state: State, by: Actor, command: GiveTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    if command.to not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if command.to == seat:
        return Refusal("to_yourself")
    if command.to in stand.owners or command.to in stand.asked:
        return Refusal("already_asked")
    return [TaskGiven(command.task, seat, command.to)]


def _accept(state: State, by: Actor, command: AcceptTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    if seat not in stand.asked:
        return Refusal("nobody_asked_you")
    giver = stand.asked[seat]
    instead_of = (giver,) if giver in stand.owners else ()
    return [claimed(state, command.task, seat, instead_of)]


def _decline(state: State, by: Actor, command: DeclineTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    return (
        [TaskDeclined(command.task, seat)] if seat in stand.asked else Refusal("nobody_asked_you")
    )


def _release(state: State, by: Actor, command: ReleaseTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    return [TaskReleased(command.task, seat)] if seat in stand.owners else Refusal("not_yours")


def _finish(state: State, by: Actor, command: FinishTask) -> Sequence[Event] | Refusal:
    found = live_task(state, by, command.task)
    if isinstance(found, Refusal):
        return found
    seat, stand = found
    return [TaskFinished(command.task, seat)] if seat in stand.owners else Refusal("not_yours")


def _on_opened(state: State, entry: Entry, event: TaskOpened) -> None:
    state[Tasks].stands.setdefault(event.task, TaskStand(entry.at_ms, entry.seq))


def _on_closed(state: State, _entry: Entry, event: TaskClosed) -> None:
    state[Tasks].stands[event.task].closed = True


def _on_claimed(state: State, entry: Entry, event: TaskClaimed) -> None:
    stand = state[Tasks].stands[event.task]
    stand.owners = [each for each in stand.owners if each not in event.instead_of]
    if event.seat not in stand.owners:
        stand.owners.append(event.seat)
    if event.seat in stand.helpers:
        stand.helpers.remove(event.seat)
    if stand.asked.pop(event.seat, None) is not None:
        close(state, entry, item_id(event.seat, "task", event.task))


def _on_joined(state: State, _entry: Entry, event: TaskJoined) -> None:
    state[Tasks].stands[event.task].helpers.append(event.seat)


def _on_given(state: State, entry: Entry, event: TaskGiven) -> None:
    state[Tasks].stands[event.task].asked[event.to] = event.seat
    put(state, entry, event.to, "task", event.task, sender=event.seat, waits=True)


def _on_declined(state: State, entry: Entry, event: TaskDeclined) -> None:
    giver = state[Tasks].stands[event.task].asked.pop(event.seat)
    close(state, entry, item_id(event.seat, "task", event.task))
    put(state, entry, giver, "notice", f"task-declined-{event.task}", sender=event.seat)


def _on_released(state: State, _entry: Entry, event: TaskReleased) -> None:
    state[Tasks].stands[event.task].owners.remove(event.seat)


def _on_finished(state: State, _entry: Entry, event: TaskFinished) -> None:
    state[Tasks].stands[event.task].finished = True


ROOM = Room(
    "tasks",
    rules={
        ClaimTask: _claim,
        JoinTask: _join,
        GiveTask: _give,
        AcceptTask: _accept,
        DeclineTask: _decline,
        ReleaseTask: _release,
        FinishTask: _finish,
    },
    folds={
        TaskOpened: _on_opened,
        TaskClosed: _on_closed,
        TaskClaimed: _on_claimed,
        TaskJoined: _on_joined,
        TaskGiven: _on_given,
        TaskDeclined: _on_declined,
        TaskReleased: _on_released,
        TaskFinished: _on_finished,
    },
)
