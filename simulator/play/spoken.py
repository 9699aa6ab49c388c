"""Avtalt muntlig: what was said across the table, confirmed by the other side with one tap.

Confirmed, it counts exactly as the written act (decisions 14).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.facts import check_cards, check_seats, shared_event
from simulator.play.handover import OfferHandover, claims_for, offered_event
from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.passes import HandoverTakenOver
from simulator.play.regret import by_seat, dropping
from simulator.play.roster import seat_of
from simulator.play.tasks import Tasks, claimed

Owner = Literal["", "me", "you"]


@wire("agreement.say")
class SayAgreed(Command):
    """'Avtalt muntlig': with whom, who takes which task, which of my cards I said."""

    who: str
    task: str = ""
    owner: Owner = ""
    facts: tuple[str, ...] = ()
    line: Words = ""
    item: str = ""


@wire("agreement.confirm")
class ConfirmAgreed(Command):
    """'Stemmer': it was agreed."""

    agreement: str


@wire("agreement.deny")
class DenyAgreed(Command):
    """'Stemmer ikke'."""

    agreement: str


@wire("agreement.said")
class AgreementSaid(Event):
    """One side says it was agreed."""

    agreement: str
    seat: str
    who: str
    task: str
    owner: Owner
    facts: tuple[str, ...]
    line: str
    item: str = ""


@wire("agreement.confirmed")
class AgreementConfirmed(Event):
    """The other side says so too; the acts it stands for follow."""

    agreement: str


@wire("agreement.denied")
class AgreementDenied(Event):
    """The other side does not see it so."""

    agreement: str


@dataclass
class Spoken:
    """One spoken agreement as it stands."""

    said: AgreementSaid
    at_ms: int
    seq: int
    state: Literal["said", "confirmed", "denied"] = "said"


@dataclass
class Agreements:
    """Spoken agreements by id."""

    spoken: dict[str, Spoken] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def _say(state: State, by: Actor, command: SayAgreed) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, [command.who]) or check_cards(state, seat, command.facts)
    if wrong:
        return wrong
    if command.task:
        stand = state[Tasks].stands.get(command.task)
        if stand is None or not stand.live:
            return Refusal("task_not_open")
        if not command.owner:
            return Refusal("who_takes_it")
    elif not command.facts and not command.line.strip():
        return Refusal("nothing_to_send")
    number = state[Agreements].counts.get(seat, 0) + 1
    return [
        AgreementSaid(
            f"{seat}-{number}",
            seat,
            command.who,
            command.task,
            command.owner,
            command.facts,
            command.line,
            command.item,
        )
    ]


def _mine(state: State, by: Actor, agreement: str) -> Spoken | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Agreements].spoken.get(agreement)
    if found is None or found.said.who != seat:
        return Refusal("not_in_your_inbox")
    return Refusal("already_answered") if found.state != "said" else found


def _confirm(state: State, by: Actor, command: ConfirmAgreed) -> Sequence[Event] | Refusal:
    found = _mine(state, by, command.agreement)
    if isinstance(found, Refusal):
        return found
    return [AgreementConfirmed(found.said.agreement), *_acts(state, by, found.said)]


def _acts(state: State, by: Actor, said: AgreementSaid) -> list[Event]:
    """The written acts that a confirmed agreement stands for."""
    acts: list[Event] = []
    if said.task and said.owner == "you":
        offer = OfferHandover(
            to=said.who, request=said.line or said.task, facts=said.facts, tasks=(said.task,)
        )
        offered = offered_event(state, said.seat, offer, "spoken")
        acts += [offered, HandoverTakenOver(offered.handover, said.who, by.participant)]
        acts += claims_for(state, offered, said.who)
    elif said.task:
        owners = state[Tasks].stands[said.task].owners
        other = (said.who,) if said.who in owners else ()
        acts.append(claimed(state, said.task, said.seat, other, "spoken"))
    if said.facts:
        acts.append(
            shared_event(
                state,
                said.seat,
                [said.who],
                said.facts,
                line=said.line,
                item=said.item,
                way="spoken",
            )
        )
    return acts


def _deny(state: State, by: Actor, command: DenyAgreed) -> Sequence[Event] | Refusal:
    found = _mine(state, by, command.agreement)
    return found if isinstance(found, Refusal) else [AgreementDenied(found.said.agreement)]


def _on_said(state: State, entry: Entry, event: AgreementSaid) -> None:
    agreements = state[Agreements]
    agreements.counts[event.seat] = agreements.counts.get(event.seat, 0) + 1
    agreements.spoken[event.agreement] = Spoken(event, entry.at_ms, entry.seq)
    put(state, entry, event.who, "agreement", event.agreement, sender=event.seat, waits=True)


def _settle(
    state: State, entry: Entry, agreement: str, how: Literal["confirmed", "denied"]
) -> None:
    found = state[Agreements].spoken[agreement]
    found.state = how
    close(state, entry, item_id(found.said.who, "agreement", agreement))
    if how == "confirmed" and found.said.item:
        close(state, entry, found.said.item)
    ref = f"agreement-{how}-{agreement}"
    put(state, entry, found.said.seat, "notice", ref, sender=found.said.who)


def _on_confirmed(state: State, entry: Entry, event: AgreementConfirmed) -> None:
    _settle(state, entry, event.agreement, "confirmed")


def _on_denied(state: State, entry: Entry, event: AgreementDenied) -> None:
    _settle(state, entry, event.agreement, "denied")


ROOM = Room(
    "spoken",
    rules={SayAgreed: _say, ConfirmAgreed: _confirm, DenyAgreed: _deny},
    folds={
        AgreementSaid: _on_said,
        AgreementConfirmed: _on_confirmed,
        AgreementDenied: _on_denied,
    },
    regrets={AgreementSaid: by_seat},
    forget=dropping(lambda state: state[Agreements].spoken),
)
