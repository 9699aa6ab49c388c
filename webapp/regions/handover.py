"""The handover as a card that both ends see, with its steps."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.inbox import Inbox, item_id
from simulator.play.passes import Handovers, Pass
from webapp.regions import storytime
from webapp.regions.cards import Card, cards
from webapp.regions.isbar import Said, isbar
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.team import by_system

STEPS = ("offered", "seen", "taken_over", "read_back", "started", "told")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the loop. ``state`` is done, next or later."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class HandoverCard:
    """What both ends see. ``mine`` is the end the seat stands at: sender or receiver.

    ``phase`` is the handover's own step; ``cards`` those the seat itself knows.
    """

    id: str
    sender: str
    receiver: str
    mine: str
    phase: str
    responsible: str
    request: str
    line: str
    until: str
    room: storytime.Room
    room_words: str
    cards: tuple[Card, ...]
    tasks: tuple[str, ...]
    steps: tuple[Step, ...]
    queries: tuple[str, ...]
    alternative: str
    first_act: str
    first_until: str
    key: str
    spoken: bool
    isbar: tuple[Said, ...] = ()
    by_system: str = ""
    """Names of the ends that the system plays, '' if it plays neither."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """A handover past its time, for whoever was reminded. ``mine`` is sender, receiver or ''."""

    id: str
    sender: str
    sender_name: str
    receiver: str
    receiver_name: str
    responsible: str
    mine: str
    item: str


def reminded(sight: Sight, handover_id: str) -> Reminded | None:
    """What a reminder is about, as long as nobody has taken over or said no."""
    passed = sight.state[Handovers].passes.get(handover_id)
    if passed is None or passed.step not in ("offered", "seen"):
        return None
    ends = {passed.sender: "sender", passed.receiver: "receiver"}
    return Reminded(
        passed.id,
        passed.sender,
        sight.seat_name(passed.sender),
        passed.receiver,
        sight.seat_name(passed.receiver),
        sight.seat_name(passed.responsible),
        ends.get(sight.seat, ""),
        item_id(passed.receiver, "handover", passed.id),
    )


def handover(sight: Sight, handover_id: str) -> HandoverCard | None:
    """The card, if the seat stands at one of its ends."""
    passed = sight.state[Handovers].passes.get(handover_id)
    if passed is None or sight.seat not in (passed.sender, passed.receiver):
        return None
    pressing = passed.step in ("offered", "seen")
    left = storytime.room(sight, _offered_story(sight, passed), passed.due_story)
    tasks = sight.plan.tasks
    return HandoverCard(
        id=passed.id,
        sender=sight.seat_name(passed.sender),
        receiver=sight.seat_name(passed.receiver),
        mine="sender" if sight.seat == passed.sender else "receiver",
        phase=passed.step,
        responsible=sight.seat_name(passed.responsible),
        request=sight.words(passed.request),
        line=sight.words(passed.line),
        until=storytime.until(sight, passed.due_story),
        room=left if pressing else "",
        room_words=storytime.room_words(left) if pressing else "",
        cards=cards(sight, passed.facts),
        tasks=tuple(tasks[task].text for task in passed.tasks if task in tasks),
        steps=steps(passed),
        queries=tuple(sight.words(each) for each in passed.queries),
        alternative=alternative(sight, passed),
        first_act=sight.words(passed.first_act),
        first_until=storytime.until(sight, passed.first_due) if passed.first_due else "",
        key=passed.key,
        spoken=passed.way == "spoken",
        isbar=isbar(sight, passed),
        by_system=by_system(sight, passed.sender, passed.receiver),
    )


def alternative(sight: Sight, passed: Pass) -> str:
    """What whoever said no proposed: another seat, another thing to do, or both."""
    text = "" if passed.alternative == passed.instead else sight.words(passed.alternative)
    return ": ".join(part for part in (sight.seat_name(passed.instead), text) if part)


def steps(passed: Pass) -> tuple[Step, ...]:
    """sendt, sett, overtatt, forstått, i gang, beskjed gitt."""
    if passed.step == "declined":
        return (Step(_("sendt"), "done"), Step(_("sagt nei"), "done"))
    names = (
        _("sendt"),
        _("sett"),
        _("overtatt"),
        _("forstått"),
        _("i gang"),
        _("beskjed gitt"),
    )
    at = STEPS.index(passed.step)
    return tuple(
        Step(name, "done" if place <= at else "next" if place == at + 1 else "later")
        for place, name in enumerate(names)
    )


def _offered_story(sight: Sight, passed: Pass) -> int:
    """Story ms at which it was offered, as the inbox item remembers it."""
    item = sight.state[Inbox].items.get(item_id(passed.receiver, "handover", passed.id))
    return item.delivered_story if item else 0
