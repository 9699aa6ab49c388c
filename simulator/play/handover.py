"""Overlever: facts, tasks and a request from one seat to another, open until the loop closes.

Steps: sendt, sett, overtatt, forstått, i gang, beskjed gitt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from scenarios.duration import parse
from simulator.play.calendar import calendar_of
from simulator.play.facts import Basis, FactsShared, check_cards, check_seats, shared_event
from simulator.play.inbox import ItemSeen, close, item_id, put
from simulator.play.isbar import Isbar, When, asked_in, check
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.passes import (
    HandoverDeclined,
    HandoverOffered,
    HandoverQueried,
    HandoverReadBack,
    HandoverReminded,
    Handovers,
    HandoverStarted,
    HandoverTakenOver,
    HandoverTold,
    Pass,
    Step,
)
from simulator.play.regret import dropping, if_written
from simulator.play.roster import seat_of
from simulator.play.tasks import TaskClaimed, Tasks, claimed
from simulator.play.voice import rests_on


@wire("handover.offer")
class OfferHandover(Command):
    """Overlever: to whom, request and by when, cards, tasks, one line; all of ISBAR-B if asked."""

    to: str
    request: Words
    by: When = "2wd"
    facts: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    line: Words = ""
    basis: Basis = ""
    item: str = ""
    isbar: Isbar | None = None


@wire("handover.take_over")
class TakeOver(Command):
    """Overta: you are responsible from now."""

    handover: str


@wire("handover.query")
class QueryHandover(Command):
    """Spør before you take it over."""

    handover: str
    text: Words


@wire("handover.decline")
class DeclineHandover(Command):
    """Nei, with an alternative: who else could, or what instead."""

    handover: str
    alternative: Words = ""
    seat: str = ""


@wire("handover.read_back")
class ReadBack(Command):
    """'Hva gjør du først, og når?' and the key question of a card."""

    handover: str
    first_act: Words
    when: When
    choice: int = -1
    """Index of the option chosen in the key question; -1 if there was none."""


@wire("handover.start")
class StartHandover(Command):
    """The first act is done; the sender is told."""

    handover: str


@wire("handover.tell")
class TellFamily(Command):
    """Child and family have been told who holds it now."""

    handover: str


def expected_for(state: State, sender: str, receiver: str, facts: Sequence[str]) -> str:
    """The scenario's handover between these seats that is not answered yet, or ''.

    Where several fit, the one whose needed cards overlap most with ``facts``.
    """
    taken = {each.expected for each in state[Handovers].passes.values() if each.step != "declined"}
    fitting = [
        wanted
        for wanted in state.plan.handovers.values()
        if (wanted.sender, wanted.receiver) == (sender, receiver) and wanted.id not in taken
    ]
    best = max(fitting, key=lambda wanted: len({*wanted.needs} & {*facts}), default=None)
    return best.id if best else ""


def offered_event(
    state: State, sender: str, command: OfferHandover, way: Literal["written", "spoken"]
) -> HandoverOffered:
    """The event of a handover offered now."""
    pair = f"{sender}-{command.to}"
    number = state[Handovers].counts.get(pair, 0) + 1
    due = calendar_of(state.plan.scenario).due(state.story_ms, parse(command.by))
    expected = expected_for(state, sender, command.to, command.facts)
    needs = state.plan.handovers[expected].needs if expected else ()
    key = next((fact for fact in command.facts if fact in needs), "")
    asked = asked_in(state.plan) if way == "written" else ()
    said = replace(command.isbar or Isbar(), basis=command.basis) if asked else None
    return HandoverOffered(
        f"{pair}-{number}",
        sender,
        command.to,
        command.request,
        due,
        command.facts,
        command.tasks,
        command.line,
        expected,
        key or next(iter(command.facts), ""),
        way,
        asked,
        said,
    )


def open_pass(state: State, by: Actor, handover: str, end: str) -> Pass | Refusal:
    """The handover, if the actor stands at its ``end`` (sender or receiver)."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Handovers].passes.get(handover)
    if found is None or getattr(found, end) != seat:
        return Refusal("not_your_handover")
    return found


def _not_settled(state: State, by: Actor, handover: str) -> Pass | Refusal:
    """The handover, if it waits for the actor's yes or no."""
    found = open_pass(state, by, handover, "receiver")
    if isinstance(found, Refusal) or found.step in ("offered", "seen"):
        return found
    return Refusal("handover_is_settled")


def _offer(state: State, by: Actor, command: OfferHandover) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, [command.to]) or check_cards(state, seat, command.facts)
    wrong = wrong or check(state, seat, command.isbar)
    if wrong:
        return wrong
    if not command.request.strip():
        return Refusal("request_missing")
    if any(task not in state[Tasks].stands for task in command.tasks):
        return Refusal("task_not_open")
    offered = offered_event(state, seat, command, "written")
    if not command.facts:
        return [offered]
    shared: FactsShared = shared_event(
        state, seat, [command.to], command.facts, stated=command.basis, item=command.item
    )
    return [offered, shared]


def claims_for(state: State, passed: Pass | HandoverOffered, receiver: str) -> list[TaskClaimed]:
    """The receiver owns the tasks of a handover from the moment it takes over."""
    stands = state[Tasks].stands
    claims: list[TaskClaimed] = []
    for task in passed.tasks:
        if stands[task].live:
            before = (passed.sender,) if passed.sender in stands[task].owners else ()
            came = tuple(claim.task for claim in claims)
            claims.append(claimed(state, task, receiver, before, also=came))
    return claims


def _take_over(state: State, by: Actor, command: TakeOver) -> Sequence[Event] | Refusal:
    found = _not_settled(state, by, command.handover)
    if isinstance(found, Refusal):
        return found
    taken = HandoverTakenOver(found.id, found.receiver, by.participant)
    return [taken, *claims_for(state, found, found.receiver)]


def _query(state: State, by: Actor, command: QueryHandover) -> Sequence[Event] | Refusal:
    found = _not_settled(state, by, command.handover)
    if isinstance(found, Refusal):
        return found
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [HandoverQueried(found.id, command.text)]


def _decline(state: State, by: Actor, command: DeclineHandover) -> Sequence[Event] | Refusal:
    found = _not_settled(state, by, command.handover)
    if isinstance(found, Refusal):
        return found
    return [HandoverDeclined(found.id, command.alternative, command.seat)]


def _read_back(state: State, by: Actor, command: ReadBack) -> Sequence[Event] | Refusal:
    found = open_pass(state, by, command.handover, "receiver")
    if isinstance(found, Refusal):
        return found
    if found.step != "taken_over":
        return Refusal("take_over_first")
    if not command.first_act.strip():
        return Refusal("nothing_to_send")
    right = not found.key or state.plan.facts[found.key].question.answer == command.choice
    due = calendar_of(state.plan.scenario).due(state.story_ms, parse(command.when))
    return [HandoverReadBack(found.id, command.first_act, due, command.choice, right)]


def _start(state: State, by: Actor, command: StartHandover) -> Sequence[Event] | Refusal:
    found = open_pass(state, by, command.handover, "receiver")
    if isinstance(found, Refusal):
        return found
    if found.step not in ("taken_over", "read_back"):
        return Refusal("take_over_first")
    promised = found.first_due if found.first_due is not None else found.due_story
    return [HandoverStarted(found.id, state.story_ms <= promised)]


def _tell(state: State, by: Actor, command: TellFamily) -> Sequence[Event] | Refusal:
    found = open_pass(state, by, command.handover, "receiver")
    if isinstance(found, Refusal):
        return found
    return [HandoverTold(found.id)] if found.step == "started" else Refusal("start_first")


def _move(state: State, entry: Entry, handover: str, step: Step) -> Pass:
    found = state[Handovers].passes[handover]
    found.step = step
    found.times[step] = entry.at_ms
    return found


def _on_offered(state: State, entry: Entry, event: HandoverOffered) -> None:
    handovers = state[Handovers]
    pair = f"{event.sender}-{event.receiver}"
    handovers.counts[pair] = handovers.counts.get(pair, 0) + 1
    handovers.passes[event.handover] = Pass(
        event.handover,
        event.sender,
        event.receiver,
        event.request,
        event.due_story,
        event.facts,
        event.tasks,
        event.line,
        event.expected,
        event.key,
        event.way,
        entry.seq,
        event.asked,
        event.isbar,
        times={"offered": entry.at_ms},
    )
    put(state, entry, event.receiver, "handover", event.handover, sender=event.sender, waits=True)
    if event.isbar:
        rests_on(state, entry, event.isbar.listening, "handover", event.handover, event.sender)


def _on_seen(state: State, entry: Entry, event: ItemSeen) -> None:
    kind, _, rest = event.item.partition(".")
    found = state[Handovers].passes.get(rest.rpartition("@")[0])
    if kind == "handover" and found and found.receiver == event.seat and found.step == "offered":
        _move(state, entry, found.id, "seen")


def _on_taken_over(state: State, entry: Entry, event: HandoverTakenOver) -> None:
    found = _move(state, entry, event.handover, "taken_over")
    close(state, entry, item_id(found.receiver, "handover", found.id))


def _on_queried(state: State, entry: Entry, event: HandoverQueried) -> None:
    found = state[Handovers].passes[event.handover]
    found.queries.append(event.text)
    ref = f"handover-queried-{found.id}-{len(found.queries)}"
    put(state, entry, found.sender, "notice", ref, sender=found.receiver)


def _on_declined(state: State, entry: Entry, event: HandoverDeclined) -> None:
    found = _move(state, entry, event.handover, "declined")
    found.alternative, found.instead = event.alternative or event.seat, event.seat
    close(state, entry, item_id(found.receiver, "handover", found.id))
    put(
        state, entry, found.sender, "notice", f"handover-declined-{found.id}", sender=found.receiver
    )


def _on_read_back(state: State, entry: Entry, event: HandoverReadBack) -> None:
    found = _move(state, entry, event.handover, "read_back")
    found.first_act, found.first_due, found.right = event.first_act, event.due_story, event.right


def _on_started(state: State, entry: Entry, event: HandoverStarted) -> None:
    found = _move(state, entry, event.handover, "started")
    found.in_time = event.in_time
    put(state, entry, found.sender, "notice", f"handover-started-{found.id}", sender=found.receiver)


def _on_told(state: State, entry: Entry, event: HandoverTold) -> None:
    _move(state, entry, event.handover, "told")


def _on_reminded(state: State, entry: Entry, event: HandoverReminded) -> None:
    found = state[Handovers].passes[event.handover]
    found.reminded += 1
    for seat in event.to:
        put(state, entry, seat, "reminder", f"{found.id}-{found.reminded}")


ROOM = Room(
    "handover",
    rules={
        OfferHandover: _offer,
        TakeOver: _take_over,
        QueryHandover: _query,
        DeclineHandover: _decline,
        ReadBack: _read_back,
        StartHandover: _start,
        TellFamily: _tell,
    },
    folds={
        HandoverOffered: _on_offered,
        ItemSeen: _on_seen,
        HandoverTakenOver: _on_taken_over,
        HandoverQueried: _on_queried,
        HandoverDeclined: _on_declined,
        HandoverReadBack: _on_read_back,
        HandoverStarted: _on_started,
        HandoverTold: _on_told,
        HandoverReminded: _on_reminded,
    },
    regrets={HandoverOffered: if_written},
    forget=dropping(lambda state: state[Handovers].passes),
)
