"""Henvisning: a letter that asks a service to assess and treat, and that service's answer.

Specialist care assesses it within ten working days of receipt (pbrl § 2-2 a); what binds other
services is the drill's own default. A no that names no way forward is possible, and stands so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.facts import Basis, shared_event
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
from simulator.play.roster import Roster

Reply = Literal["accepted", "more", "declined"]
"""Takes her in · needs to know more first · says no."""


@wire("referral.send")
class SendReferral(Command):
    """Refer: what is asked for, what has been tried, cards."""

    to: str
    request: Words
    tried: Words = ""
    facts: tuple[str, ...] = ()
    basis: Basis = ""
    item: str = ""


@wire("referral.answer")
class AnswerReferral(Command):
    """The answer. ``onward`` (a seat) or ``way`` (in words) names the way forward; ``family`` says
    that child and parents were given the same answer."""

    referral: str
    outcome: Reply
    text: Words = ""
    onward: str = ""
    way: Words = ""
    family: bool = False


@wire("referral.sent")
class ReferralSent(Event):
    """A referral reached a service, which has until ``due_story`` to assess it."""

    referral: str
    sender: str
    to: str
    request: str
    tried: str
    facts: tuple[str, ...]
    due_story: int
    item: str = ""


@wire("referral.answered")
class ReferralAnswered(Event):
    """The service answered. ``forward`` is whether somebody or something was named to go on with;
    ``family`` whether child and parents were given the same answer."""

    referral: str
    seat: str
    outcome: Reply
    text: str
    onward: str
    way: str
    forward: bool
    family: bool
    in_time: bool


@dataclass
class Referrals(Replies[ReferralAnswered]):
    """What was answered, and what had been tried, by referral; the letters stand in ``letters``."""

    tried: dict[str, str] = field(default_factory=dict)


def _send(state: State, by: Actor, command: SendReferral) -> Sequence[Event] | Refusal:
    seat = check_letter(state, by, [command.to], command.facts, command.request)
    if isinstance(seat, Refusal):
        return seat
    if not command.request.strip():
        return Refusal("request_missing")
    due = due_for(state, "referral", command.to)
    if due is None:
        return Refusal("takes_no_referral")
    sent = ReferralSent(
        next_id(state, seat),
        seat,
        command.to,
        command.request,
        command.tried,
        command.facts,
        due,
        command.item,
    )
    if not command.facts:
        return [sent]
    return [sent, shared_event(state, seat, [command.to], command.facts, stated=command.basis)]


def _answer(state: State, by: Actor, command: AnswerReferral) -> Sequence[Event] | Refusal:
    found = own_letter(state, by, command.referral, "referral")
    if isinstance(found, Refusal):
        return found
    if command.onward and command.onward not in state[Roster].chairs:
        return Refusal("no_such_seat")
    if command.outcome != "accepted" and not command.text.strip():
        return Refusal("say_why")
    forward = command.outcome != "declined" or bool(command.onward or command.way.strip())
    return [
        ReferralAnswered(
            found.id,
            found.to,
            command.outcome,
            command.text,
            command.onward,
            command.way,
            forward,
            command.family,
            state.story_ms <= found.due_story,
        )
    ]


def _on_sent(state: State, entry: Entry, event: ReferralSent) -> None:
    state[Referrals].tried[event.referral] = event.tried
    letter = Letter(
        event.referral,
        "referral",
        event.sender,
        event.to,
        event.request,
        event.facts,
        event.due_story,
        entry.seq,
        entry.at_ms,
        entry.story_ms,
    )
    send(state, entry, letter, item=event.item)


def _on_answered(state: State, entry: Entry, event: ReferralAnswered) -> None:
    state[Referrals].take(state, entry, event.referral, event)


ROOM = Room(
    "referral",
    rules={SendReferral: _send, AnswerReferral: _answer},
    folds={ReferralSent: _on_sent, ReferralAnswered: _on_answered},
    regrets={ReferralSent: by_sender, ReferralAnswered: by_seat},
    forget=lambda state, seq: state[Referrals].forget(seq),
    upholds={ReferralAnswered: lambda state, event: asked_before(state, event.referral)},
)
