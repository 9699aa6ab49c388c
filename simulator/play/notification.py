"""Bekymringsmelding: a letter to barnevern, and what barnevern does with it.

Barnevern looks into it within a week (bvl § 2-1) and tells a public reporter within three weeks
whether it investigates (bvl kap. 13); both dates come from the rule pack of the story's day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from simulator.play.facts import Basis, basis_for, shared_event
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.law import due_for
from simulator.play.letters import (
    Letter,
    Replies,
    asked_before,
    check_letter,
    next_id,
    own_letter,
    send,
)
from simulator.play.regret import by_seat, by_sender

Outcome = Literal["investigates", "dismissed", "more"]
"""Begins an investigation · lays it aside · needs to know more first."""


@wire("notification.send")
class SendNotification(Command):
    """Send a bekymringsmelding: own words, cards, and what the sender says it rests on."""

    to: str
    text: Words = ""
    facts: tuple[str, ...] = ()
    basis: Basis = ""
    item: str = ""


@wire("notification.answer")
class AnswerNotification(Command):
    """What barnevern does with it, told to the one who wrote."""

    notification: str
    outcome: Outcome
    text: Words = ""


@wire("notification.sent")
class NotificationSent(Event):
    """A bekymringsmelding reached barnevern.

    ``duty`` is whether a card in it may go there because of the duty to report (bvl § 13-2), as
    the scenario has it; ``public`` whether the reporter is a service, who has to be told by
    ``feedback_story``. ``due_story`` is when it has to be looked into.
    """

    notification: str
    sender: str
    to: str
    text: str
    facts: tuple[str, ...]
    stated: Basis
    duty: bool
    public: bool
    due_story: int
    feedback_story: int | None = None
    item: str = ""


@wire("notification.answered")
class NotificationAnswered(Event):
    """Barnevern said what it does with it. ``in_time`` counts the week to look into it,
    ``told_in_time`` the time until the reporter knew."""

    notification: str
    seat: str
    outcome: Outcome
    text: str
    in_time: bool
    told_in_time: bool


class Notifications(Replies[NotificationAnswered]):
    """What barnevern answered; the letters themselves stand in ``letters``."""


def _send(state: State, by: Actor, command: SendNotification) -> Sequence[Event] | Refusal:
    seat = check_letter(state, by, [command.to], command.facts, command.text)
    if isinstance(seat, Refusal):
        return seat
    due = due_for(state, "notification", command.to)
    if due is None:
        return Refusal("takes_no_notification")
    public = state.plan.seats[seat].sector != "family"
    known = state.plan.facts
    sent = NotificationSent(
        next_id(state, seat),
        seat,
        command.to,
        command.text,
        command.facts,
        command.basis,
        any(basis_for(known[fact], command.to) == "duty" for fact in command.facts),
        public,
        due,
        due_for(state, "notification", command.to, ends="feedback") if public else None,
        command.item,
    )
    if not command.facts:
        return [sent]
    return [sent, shared_event(state, seat, [command.to], command.facts, stated=command.basis)]


def _answer(state: State, by: Actor, command: AnswerNotification) -> Sequence[Event] | Refusal:
    found = own_letter(state, by, command.notification, "notification")
    if isinstance(found, Refusal):
        return found
    if command.outcome == "more" and not command.text.strip():
        return Refusal("nothing_to_send")
    told_by = found.feedback_story
    return [
        NotificationAnswered(
            found.id,
            found.to,
            command.outcome,
            command.text,
            state.story_ms <= found.due_story,
            told_by is None or state.story_ms <= told_by,
        )
    ]


def _on_sent(state: State, entry: Entry, event: NotificationSent) -> None:
    letter = Letter(
        event.notification,
        "notification",
        event.sender,
        event.to,
        event.text,
        event.facts,
        event.due_story,
        entry.seq,
        entry.at_ms,
        entry.story_ms,
        event.feedback_story,
    )
    send(state, entry, letter, item=event.item)


def _on_answered(state: State, entry: Entry, event: NotificationAnswered) -> None:
    state[Notifications].take(state, entry, event.notification, event)


ROOM = Room(
    "notification",
    rules={SendNotification: _send, AnswerNotification: _answer},
    folds={NotificationSent: _on_sent, NotificationAnswered: _on_answered},
    regrets={NotificationSent: by_sender, NotificationAnswered: by_seat},
    forget=lambda state, seq: state[Notifications].forget(seq),
    upholds={NotificationAnswered: lambda state, event: asked_before(state, event.notification)},
)
