"""Samarbeidet: talk about how we work together, say that one disagrees, take it up again.

For those concerned alone. It names what is done, never who is to blame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.facts import check_seats
from simulator.play.inbox import Inbox, close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import by_seat, drop
from simulator.play.roster import seat_of

Stance = Literal["changes", "keeps", "talk"]
"""I change it · I keep to it, and this is why · let us talk."""


@wire("cooperation.talk")
class TalkCooperation(Command):
    """'Snakk om samarbeidet': with whom, what you named, what you do instead from now."""

    to: tuple[str, ...]
    named: Words
    agreed: Words = ""
    item: str = ""


@wire("cooperation.disagree")
class Disagree(Command):
    """'Jeg er uenig': with whom, about what, and why. ``item`` may name it instead of ``about``."""

    to: str
    why: Words
    about: Words = ""
    item: str = ""


@wire("cooperation.answer")
class AnswerDisagreement(Command):
    """The other side's answer, in words."""

    disagreement: str
    stance: Stance
    text: Words


@wire("cooperation.repair")
class RepairCooperation(Command):
    """'Ta det opp igjen': what the two of you do now."""

    disagreement: str
    text: Words


@wire("cooperation.talked")
class CooperationTalked(Event):
    """Seats talked about how they work together."""

    talk: str
    seat: str
    to: tuple[str, ...]
    named: str
    agreed: str
    item: str = ""


@wire("cooperation.disagreed")
class CooperationDisagreed(Event):
    """A seat told another that it disagrees."""

    disagreement: str
    seat: str
    to: str
    why: str
    about: str
    item: str = ""


@wire("cooperation.answered")
class CooperationAnswered(Event):
    """The other side answered."""

    disagreement: str
    stance: Stance
    text: str


@wire("cooperation.repaired")
class CooperationRepaired(Event):
    """One of the two took it up again, and this is what they do now."""

    disagreement: str
    seat: str
    text: str


@dataclass
class Talk:
    """One talk."""

    talked: CooperationTalked
    story_ms: int
    seq: int


@dataclass
class Disagreement:
    """One disagreement, its answer and its repair, and the seqs that they stand at."""

    said: CooperationDisagreed
    story_ms: int
    seq: int
    answer: CooperationAnswered | None = None
    repair: CooperationRepaired | None = None
    answer_seq: int = 0
    repair_seq: int = 0

    @property
    def item(self) -> str:
        """The item that waits for the answer."""
        return item_id(self.said.to, "disagreement", self.said.disagreement)

    def other(self, seat: str) -> str:
        """The one of the two that is not ``seat``."""
        return self.said.to if seat == self.said.seat else self.said.seat


@dataclass
class Cooperation:
    """Talks and disagreements by id."""

    talks: dict[str, Talk] = field(default_factory=dict)
    disagreements: dict[str, Disagreement] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def new_id(self, seat: str) -> str:
        """The id of a seat's next talk or disagreement."""
        return f"{seat}-{self.counts.get(seat, 0) + 1}"


def _talk(state: State, by: Actor, command: TalkCooperation) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, command.to)
    if wrong:
        return wrong
    if not command.named.strip():
        return Refusal("nothing_to_send")
    talk = state[Cooperation].new_id(seat)
    return [CooperationTalked(talk, seat, command.to, command.named, command.agreed, command.item)]


def _disagree(state: State, by: Actor, command: Disagree) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, (command.to,))
    if wrong:
        return wrong
    found = state[Inbox].items.get(command.item)
    if command.item and (found is None or found.seat != seat):
        return Refusal("not_in_your_inbox")
    if not command.why.strip():
        return Refusal("why_missing")
    if not command.item and not command.about.strip():
        return Refusal("about_what")
    name = state[Cooperation].new_id(seat)
    return [CooperationDisagreed(name, seat, command.to, command.why, command.about, command.item)]


def _answer(state: State, by: Actor, command: AnswerDisagreement) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Cooperation].disagreements.get(command.disagreement)
    if found is None or found.said.to != seat:
        return Refusal("not_in_your_inbox")
    if found.answer is not None or found.repair is not None:
        return Refusal("already_answered")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [CooperationAnswered(command.disagreement, command.stance, command.text)]


def _repair(state: State, by: Actor, command: RepairCooperation) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Cooperation].disagreements.get(command.disagreement)
    if found is None or seat not in (found.said.seat, found.said.to):
        return Refusal("not_yours")
    if found.repair is not None:
        return Refusal("already_repaired")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [CooperationRepaired(command.disagreement, seat, command.text)]


def _count(cooperation: Cooperation, seat: str) -> None:
    cooperation.counts[seat] = cooperation.counts.get(seat, 0) + 1


def _on_talked(state: State, entry: Entry, event: CooperationTalked) -> None:
    cooperation = state[Cooperation]
    _count(cooperation, event.seat)
    cooperation.talks[event.talk] = Talk(event, entry.story_ms, entry.seq)
    for seat in event.to:
        put(state, entry, seat, "talk", event.talk, sender=event.seat)
    if event.item:
        close(state, entry, event.item)


def _on_disagreed(state: State, entry: Entry, event: CooperationDisagreed) -> None:
    cooperation = state[Cooperation]
    _count(cooperation, event.seat)
    name = event.disagreement
    cooperation.disagreements[name] = Disagreement(event, entry.story_ms, entry.seq)
    put(state, entry, event.to, "disagreement", name, sender=event.seat, waits=True)


def _on_answered(state: State, entry: Entry, event: CooperationAnswered) -> None:
    found = state[Cooperation].disagreements[event.disagreement]
    found.answer, found.answer_seq = event, entry.seq
    close(state, entry, found.item)
    ref = f"disagreement-answered-{event.disagreement}"
    put(state, entry, found.said.seat, "notice", ref, sender=found.said.to)


def _on_repaired(state: State, entry: Entry, event: CooperationRepaired) -> None:
    found = state[Cooperation].disagreements[event.disagreement]
    found.repair, found.repair_seq = event, entry.seq
    close(state, entry, found.item)
    ref = f"disagreement-repaired-{event.disagreement}"
    put(state, entry, found.other(event.seat), "notice", ref, sender=event.seat)


def _who_answered(state: State, _entry: Entry, event: CooperationAnswered) -> str:
    return state[Cooperation].disagreements[event.disagreement].said.to


def _answer_to(state: State, event: CooperationRepaired) -> list[int]:
    return [state[Cooperation].disagreements[event.disagreement].answer_seq]


def _forget(state: State, seq: int) -> None:
    cooperation = state[Cooperation]
    drop(cooperation.talks, seq)
    drop(cooperation.disagreements, seq)
    for each in cooperation.disagreements.values():
        if each.answer_seq == seq:
            each.answer, each.answer_seq = None, 0
        if each.repair_seq == seq:
            each.repair, each.repair_seq = None, 0


ROOM = Room(
    "cooperation",
    rules={
        TalkCooperation: _talk,
        Disagree: _disagree,
        AnswerDisagreement: _answer,
        RepairCooperation: _repair,
    },
    folds={
        CooperationTalked: _on_talked,
        CooperationDisagreed: _on_disagreed,
        CooperationAnswered: _on_answered,
        CooperationRepaired: _on_repaired,
    },
    regrets={
        CooperationTalked: by_seat,
        CooperationDisagreed: by_seat,
        CooperationAnswered: _who_answered,
        CooperationRepaired: by_seat,
    },
    forget=_forget,
    upholds={CooperationRepaired: _answer_to},
)
