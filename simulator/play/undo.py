"""Angre: take back an act within ten seconds, while no receiver has seen it (decisions 10)."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.play.answers import AnswerGiven, Answers, QuestionAsked
from simulator.play.cooperation import (
    Cooperation,
    CooperationAnswered,
    CooperationDisagreed,
    CooperationRepaired,
    CooperationTalked,
)
from simulator.play.coordinator import CoordinatorNeeded, Coordinators
from simulator.play.decisions import DecisionMade, Decisions
from simulator.play.facts import Facts, FactsShared, forget
from simulator.play.handover import HandoverOffered, Handovers
from simulator.play.inbox import Inbox, take_back
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, wire
from simulator.play.letters import Letters
from simulator.play.notification import NotificationSent
from simulator.play.referral import ReferralSent
from simulator.play.release import ReleaseGiven, Releases, make_room
from simulator.play.roster import seat_of
from simulator.play.samordning import SamordningRaised
from simulator.play.spoken import Agreements, AgreementSaid

UNDO_MS = 10_000


@wire("act.withdraw")
class Withdraw(Command):
    """Take back your own act that stands at ``seq``."""

    seq: int


@wire("act.withdrawn")
class ActWithdrawn(Event):
    """The act at ``seqs`` counts as not done; the lines stay in the journal."""

    seat: str
    seqs: tuple[int, ...]


@dataclass
class Act:
    """One act that may still be taken back. ``seqs`` stand in the same instant."""

    seat: str
    at_ms: int
    seqs: list[int]
    item: str = ""


@dataclass
class Acts:
    """Acts that can be withdrawn, by their first seq, and those that were."""

    recent: dict[int, Act] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)

    def latest(self, seat: str, at_ms: int) -> int | None:
        """Seq of the seat's newest act that may still be taken back at ``at_ms``, if any."""
        for seq, act in reversed(self.recent.items()):
            if act.seat == seat and at_ms - act.at_ms <= UNDO_MS:
                return seq
        return None


def _withdraw(state: State, by: Actor, command: Withdraw) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    act = state[Acts].recent.get(command.seq)
    if act is None or act.seat != seat:
        return Refusal("nothing_to_undo")
    if state.at_ms - act.at_ms > UNDO_MS:
        return Refusal("too_late_to_undo")
    items = state[Inbox].items.values()
    if any(item.origin in act.seqs and item.seen_at is not None for item in items):
        return Refusal("seen_already")
    return [ActWithdrawn(seat, tuple(act.seqs))]


def _remember(state: State, entry: Entry, seat: str, item: str) -> None:
    recent = state[Acts].recent
    for act in reversed(recent.values()):
        if act.seat == seat and act.at_ms == entry.at_ms and entry.actor.kind != "engine":
            act.seqs.append(entry.seq)
            act.item = act.item or item
            return
        break
    recent[entry.seq] = Act(seat, entry.at_ms, [entry.seq], item)
    for old in [seq for seq, act in recent.items() if entry.at_ms - act.at_ms > UNDO_MS]:
        del recent[old]


def _on_shared(state: State, entry: Entry, event: FactsShared) -> None:
    if event.way == "written":
        _remember(state, entry, event.sender, event.item)


def _on_asked(state: State, entry: Entry, event: QuestionAsked) -> None:
    _remember(state, entry, event.sender, "")


def _on_offered(state: State, entry: Entry, event: HandoverOffered) -> None:
    if event.way == "written":
        _remember(state, entry, event.sender, "")


def _on_said(state: State, entry: Entry, event: AgreementSaid) -> None:
    _remember(state, entry, event.seat, "")


def _on_given(state: State, entry: Entry, event: AnswerGiven) -> None:
    _remember(state, entry, event.seat, event.item)


def _on_letter(state: State, entry: Entry, event: NotificationSent | ReferralSent) -> None:
    _remember(state, entry, event.sender, event.item)


def _on_seats_own(state: State, entry: Entry, event: SamordningRaised | DecisionMade) -> None:
    _remember(state, entry, event.seat, event.item)


def _on_needed(state: State, entry: Entry, event: CoordinatorNeeded) -> None:
    _remember(state, entry, event.seat, event.item)


def _on_released(state: State, entry: Entry, event: ReleaseGiven) -> None:
    if not event.escalation:
        _remember(state, entry, event.seat, "")


def _on_talked(state: State, entry: Entry, event: CooperationTalked) -> None:
    _remember(state, entry, event.seat, event.item)


def _on_disagreed(state: State, entry: Entry, event: CooperationDisagreed) -> None:
    _remember(state, entry, event.seat, "")


def _on_answered(state: State, entry: Entry, event: CooperationAnswered) -> None:
    found = state[Cooperation].disagreements[event.disagreement]
    _remember(state, entry, found.said.to, found.item)


def _on_repaired(state: State, entry: Entry, event: CooperationRepaired) -> None:
    found = state[Cooperation].disagreements[event.disagreement]
    # What the other builds on is no longer taken back, and a repair reopens only what it closed.
    recent = state[Acts].recent
    for seq in [seq for seq, act in recent.items() if act.item == found.item]:
        del recent[seq]
    _remember(state, entry, event.seat, "" if found.answer else found.item)


def _on_withdrawn(state: State, _entry: Entry, event: ActWithdrawn) -> None:
    acts = state[Acts]
    act = acts.recent.pop(event.seqs[0], None)
    acts.withdrawn.update(event.seqs)
    for seq in event.seqs:
        take_back(state, seq)
        forget(state, seq)
        _drop(state[Facts].shares, seq)
        _drop(state[Answers].questions, seq)
        _drop(state[Handovers].passes, seq)
        _drop(state[Agreements].spoken, seq)
        _drop(state[Letters].sent, seq)
        _drop(state[Decisions].made, seq)
        _drop(state[Coordinators].needs, seq)
        _drop(state[Releases].given, seq)
        state[Cooperation].take_back(seq)
    make_room(state)
    if act and act.item in state[Inbox].items:
        state[Inbox].items[act.item].closed_at = None
        state[Answers].given.pop(act.item, None)


def _drop(found: MutableMapping[str, Any], seq: int) -> None:
    for key in [key for key, value in found.items() if getattr(value, "seq", None) == seq]:
        del found[key]


ROOM = Room(
    "undo",
    rules={Withdraw: _withdraw},
    folds={
        FactsShared: _on_shared,
        QuestionAsked: _on_asked,
        HandoverOffered: _on_offered,
        AgreementSaid: _on_said,
        AnswerGiven: _on_given,
        NotificationSent: _on_letter,
        ReferralSent: _on_letter,
        SamordningRaised: _on_seats_own,
        DecisionMade: _on_seats_own,
        CoordinatorNeeded: _on_needed,
        ReleaseGiven: _on_released,
        CooperationTalked: _on_talked,
        CooperationDisagreed: _on_disagreed,
        CooperationAnswered: _on_answered,
        CooperationRepaired: _on_repaired,
        ActWithdrawn: _on_withdrawn,
    },
)
