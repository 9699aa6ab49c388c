"""Deadlines: what becomes late, protected time, reminders (decisions 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scenarios.duration import MINUTE, SECOND, parse
from simulator.engine import reminders
from simulator.engine.awaited import awaited
from simulator.engine.emission import Emission
from simulator.play.answers import QuestionAsked
from simulator.play.calendar import calendar_of
from simulator.play.clock import LegStarted, PlayEnded, story_at
from simulator.play.expectations import (
    Expectation,
    ExpectationLapsed,
    ExpectationOpened,
    Expectations,
)
from simulator.play.inbox import Inbox, ItemLate, ItemSeen, item_id
from simulator.play.kernel import Entry, State
from simulator.play.letters import Letters
from simulator.play.matters import Matter, MatterMoved, MatterPlanned, Matters
from simulator.play.passes import HandoverOffered, HandoverReminded, Handovers
from simulator.play.planned import MeasureReminded
from simulator.play.roster import Roster, SeatGivenTime
from simulator.play.script import InjectDelivered
from simulator.play.undo import ActWithdrawn

TO_SEE_MS = 90 * SECOND
TO_ANSWER_MS = 150 * SECOND
TO_HAND_OVER_MS = 4 * MINUTE
PER_OTHER_MS = MINUTE
ANSWER_WITHIN = parse("1wd")
"""A question between services is answered within a working day (mark P: a scenario default)."""


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """Deadlines that begin, move or pass because of ``entry``."""
    event = entry.event
    if isinstance(event, InjectDelivered):
        yield from _open(state, entry, event)
    elif isinstance(event, QuestionAsked):
        due = calendar_of(state.plan.scenario).due(entry.story_ms, ANSWER_WITHIN)
        item = item_id(event.to, "question", event.question)
        yield _late(state, entry, f"item:{item}", event.to, due, hand_over=False)
    elif isinstance(event, HandoverOffered):
        item = item_id(event.receiver, "handover", event.handover)
        yield _late(state, entry, f"item:{item}", event.receiver, event.due_story, hand_over=True)
    elif isinstance(event, MeasureReminded):
        item = item_id(event.to, "measure", f"{event.measure}-{event.round}")
        yield _late(state, entry, f"item:{item}", event.to, event.due_story, hand_over=False)
    elif isinstance(event, ItemSeen):
        yield from _seen(state, entry, event)
    elif isinstance(event, LegStarted | PlayEnded):
        yield from _passed_over(state, entry, over=isinstance(event, PlayEnded))
    else:
        letter = reminders.letter_of(state, event)
        if letter is not None:
            ref = f"item:{letter.item}"
            yield _late(state, entry, ref, letter.to, letter.due_story, hand_over=False)
        yield from reminders.later(state, entry)
        yield from _awaited(state, entry)
        yield from _longer(state, entry)
        yield from _again(state, entry)


def _awaited(state: State, entry: Entry) -> Iterator[Emission]:
    for item, seat, due in awaited(state, entry.event):
        yield _late(state, entry, f"item:{item}", seat, due, hand_over=False)


def _open(state: State, entry: Entry, event: InjectDelivered) -> Iterator[Emission]:
    for expected in state.plan.injects[event.inject].expects:
        if expected.id in state[Expectations].due:
            continue
        due = calendar_of(state.plan.scenario).due(entry.story_ms, expected.within)
        opened = ExpectationOpened(expected.id, expected.seat, due)
        yield Emission(opened, caused_by=entry.seq)
        hand_over = expected.act == "handover"
        yield _late(
            state, entry, f"expected:{expected.id}", expected.seat, due, hand_over=hand_over
        )


def _again(state: State, entry: Entry) -> Iterator[Emission]:
    """What was met by an act now regretted is due again, also if its time ran out meanwhile."""
    if not isinstance(entry.event, ActWithdrawn):
        return
    for due in state[Expectations].due.values():
        ref = f"expected:{due.expected}"
        if due.open and not due.late and state[Matters].find("late", ref) is None:
            hand_over = _is_handover(state, ref)
            yield _late(state, entry, ref, due.seat, due.due_story, hand_over=hand_over)


def _late(
    state: State, entry: Entry, ref: str, seat: str, due_story: int, *, hand_over: bool
) -> Emission:
    start = entry.at_ms + TO_SEE_MS
    not_before = _protected(state, seat, start, hand_over=hand_over)
    planned = MatterPlanned("late", ref, seat, due_story=due_story, not_before=not_before)
    return Emission(planned, caused_by=entry.seq)


def _protected(state: State, seat: str, start: int, *, hand_over: bool) -> int:
    """Play ms until which ``seat`` is protected, if it counts from ``start``; 0 if it is not."""
    roster = state[Roster]
    if not (roster.manned(seat) or (roster.formed and roster.formed.protected)):
        return 0
    others = max(len(state[Inbox].open_of(seat)) - 1, 0)
    own = TO_HAND_OVER_MS if hand_over else TO_ANSWER_MS
    return start + own + others * PER_OTHER_MS + roster.extra.get(seat, 0)


def _seen(state: State, entry: Entry, event: ItemSeen) -> Iterator[Emission]:
    refs = {f"item:{event.item}"}
    refs |= {
        f"expected:{each.expected}"
        for each in state[Expectations].open_of(event.seat)
        if each.item == event.item
    }
    for matter in list(state[Matters].pending.values()):
        if matter.kind == "late" and matter.ref in refs:
            hand_over = _is_handover(state, matter.ref)
            until = _protected(state, event.seat, entry.at_ms, hand_over=hand_over)
            if until < matter.not_before:
                yield Emission(MatterMoved(matter.id, until), caused_by=entry.seq)


def _longer(state: State, entry: Entry) -> Iterator[Emission]:
    """What is protected now stays so for longer, in a seat that was given time."""
    event = entry.event
    if not isinstance(event, SeatGivenTime):
        return
    for matter in list(state[Matters].pending.values()):
        if matter.kind == "late" and matter.seat == event.seat and matter.not_before:
            until = max(matter.not_before, entry.at_ms) + event.more_ms
            yield Emission(MatterMoved(matter.id, until), caused_by=entry.seq)


def _is_handover(state: State, ref: str) -> bool:
    """Whether a ``late`` matter is about making a handover, or about taking one over."""
    kind, _, name = ref.partition(":")
    if kind == "expected":
        return state.plan.expected[name][1].act == "handover"
    return name.startswith("handover.")


def still_open(state: State, matter: Matter) -> bool:
    """Whether what a ``late`` matter is about still waits."""
    kind, _, name = matter.ref.partition(":")
    if kind in reminders.WHAT:
        return reminders.waits(state, kind, name)
    if kind == "expected":
        found = state[Expectations].due.get(name)
        return found is not None and found.open and not found.late
    item = state[Inbox].items.get(name)
    return item is not None and item.open


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """A deadline passed, protected time and all."""
    if not still_open(state, matter):
        return
    kind, _, name = matter.ref.partition(":")
    if kind in reminders.WHAT:
        yield from reminders.fire(state, matter)
        return
    if kind == "expected":
        found = state[Expectations].due[name]
        yield Emission(ExpectationLapsed(name, "late"), caused_by=matter.id)
        item = state[Inbox].items.get(found.item)
        if item and item.open and not item.late:
            yield Emission(ItemLate(item.seat, item.id), caused_by=matter.id)
        return
    item = state[Inbox].items[name]
    yield Emission(ItemLate(item.seat, item.id), caused_by=matter.id)
    if item.kind == "handover":
        yield _reminder(state, item.ref, matter.id)
    elif item.ref in state[Letters].sent:
        yield reminders.reminder(state, item.ref, "answer", matter.id)


def _reminder(state: State, handover: str, cause: int) -> Emission:
    found = state[Handovers].passes[handover]
    leader = state.plan.seats[found.sender].leader
    to = [found.sender, found.receiver]
    if leader in state.plan.seats and leader not in to:
        to.append(str(leader))
    return Emission(HandoverReminded(handover, tuple(to)), caused_by=cause)


def _passed_over(state: State, entry: Entry, *, over: bool) -> Iterator[Emission]:
    """What a jump (or the end) went past: late, or 'utsatt av øvelsen' if still protected."""
    for found in list(state[Expectations].due.values()):
        if not found.open or found.late:
            continue
        if found.due_story <= state.story_ms:
            protected = _still_protected(state, found, entry.at_ms)
            how: Literal["late", "postponed"] = "postponed" if protected else "late"
            yield Emission(ExpectationLapsed(found.expected, how), caused_by=entry.seq)
        elif over:
            yield Emission(ExpectationLapsed(found.expected, "scene"), caused_by=entry.seq)


def _still_protected(state: State, found: Expectation, at_ms: int) -> bool:
    matter = state[Matters].find("late", f"expected:{found.expected}")
    return matter is not None and matter.not_before > at_ms


def protected_until(state: State, ends_at: int) -> int | None:
    """Play ms until which somebody's matter is protected that fell due before the scene's end at
    ``ends_at``; None if nobody's is."""
    protected = [
        matter
        for matter in state[Matters].pending.values()
        if matter.kind == "late" and matter.not_before > 0 and matter.due_story is not None
    ]
    if not protected:
        return None
    story_end = story_at(state, ends_at)
    waits = [
        matter.not_before
        for matter in protected
        if (matter.due_story or 0) <= story_end and still_open(state, matter)
    ]
    return max(waits, default=None)
