"""Letters: what one service writes to another that has to be answered by a date.

A bekymringsmelding, a referral and a samordning are such letters. What is particular to each
stands in its own room; sending, waiting, being asked for more, being answered and being reminded
are the same for all and stand here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

from simulator.play.facts import check_cards, check_seats
from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Entry, Event, Refusal, Room, State, wire
from simulator.play.regret import drop
from simulator.play.roster import seat_of

LetterKind = Literal["notification", "referral", "samordning"]
Clock = Literal["answer", "feedback"]
"""Which of a letter's clocks: that it is looked into, or that the sender has been told."""


@wire("letter.reminded")
class LetterReminded(Event):
    """A letter was past a date of its own; those it concerns were reminded."""

    letter: str
    clock: Clock
    to: tuple[str, ...]


@dataclass
class Letter:
    """One letter. ``due_story`` is when it has to be answered, ``feedback_story`` when its sender
    has to know (both story ms); ``seq`` the entry that sent it.

    ``wanting`` holds what the receiver asked for before it could answer, by seq. ``closed_at`` is
    the play ms of the answer; ``passed`` the clocks that ran out before it.
    """

    id: str
    kind: LetterKind
    sender: str
    to: str
    text: str
    facts: tuple[str, ...]
    due_story: int
    seq: int
    at_ms: int
    story_ms: int
    feedback_story: int | None = None
    wanting: dict[int, str] = field(default_factory=dict)
    closed_at: int | None = None
    answer_seq: int = 0
    passed: list[Clock] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.closed_at is None

    @property
    def asked(self) -> list[str]:
        """What the receiver asked for, in that order."""
        return list(self.wanting.values())

    @property
    def item(self) -> str:
        """The item that shows it to its receiver."""
        return item_id(self.to, self.kind, self.id)

    @property
    def next_due(self) -> int:
        """Story ms of the clock that runs now."""
        later = self.feedback_story
        return later if later is not None and "answer" in self.passed else self.due_story


@dataclass
class Letters:
    """All letters by id, in the order sent."""

    sent: dict[str, Letter] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, kind: LetterKind) -> list[Letter]:
        """The letters of a sort, in the order sent."""
        return [letter for letter in self.sent.values() if letter.kind == kind]


def next_id(state: State, seat: str) -> str:
    """The id of the seat's next letter."""
    return f"{seat}-letter-{state[Letters].counts.get(seat, 0) + 1}"


def check_letter(
    state: State, by: Actor, to: Sequence[str], facts: Sequence[str], words: str
) -> str | Refusal:
    """The seat that writes, or why the letter cannot be sent."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, to) or check_cards(state, seat, facts)
    if wrong:
        return wrong
    return seat if facts or words.strip() else Refusal("nothing_to_send")


def own_letter(state: State, by: Actor, letter: str, kind: LetterKind) -> Letter | Refusal:
    """The open letter, if it was written to the acting seat."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Letters].sent.get(letter)
    if found is None or found.to != seat or found.kind != kind:
        return Refusal("not_in_your_inbox")
    return found if found.open else Refusal("already_answered")


def send(
    state: State, entry: Entry, letter: Letter, *, item: str = "", acute: bool = False
) -> None:
    """Fold helper: the letter is on its way, and waits on its receiver."""
    slice_ = state[Letters]
    slice_.counts[letter.sender] = slice_.counts.get(letter.sender, 0) + 1
    slice_.sent[letter.id] = letter
    put(
        state,
        entry,
        letter.to,
        letter.kind,
        letter.id,
        sender=letter.sender,
        waits=True,
        acute=acute,
    )
    if item:
        close(state, entry, item)


def ask_for_more(state: State, entry: Entry, letter: str, text: str) -> None:
    """Fold helper: the receiver needs more before it can answer. The letter's clock runs on."""
    found = state[Letters].sent[letter]
    found.wanting[entry.seq] = text
    ref = f"letter-more-{letter}-{len(found.asked)}"
    put(state, entry, found.sender, "notice", ref, sender=found.to)


def answer(state: State, entry: Entry, letter: str) -> None:
    """Fold helper: the letter is answered, and its sender told."""
    found = state[Letters].sent[letter]
    found.closed_at, found.answer_seq = entry.at_ms, entry.seq
    close(state, entry, found.item)
    put(state, entry, found.sender, "notice", f"letter-answered-{letter}", sender=found.to)


class Reply(Protocol):
    """What the receiver of a letter said."""

    @property
    def outcome(self) -> str:
        """'more' if it cannot answer before it knows more."""

    @property
    def text(self) -> str:
        """In its own words."""


R = TypeVar("R", bound=Reply)


@dataclass
class Replies(Generic[R]):
    """A room's slice: the answers to its letters, by letter id."""

    answers: dict[str, R] = field(default_factory=dict)
    answered: dict[int, str] = field(default_factory=dict)
    """Seq of an answer → the letter."""

    def take(self, state: State, entry: Entry, letter: str, said: R) -> None:
        """Fold helper: it is answered, or its receiver asked for more."""
        if said.outcome == "more":
            ask_for_more(state, entry, letter, said.text)
            return
        self.answers[letter] = said
        self.answered[entry.seq] = letter
        answer(state, entry, letter)

    def forget(self, seq: int) -> None:
        """Forget the answer of that seq."""
        self.answers.pop(self.answered.pop(seq, ""), None)


def asked_before(state: State, letter: str) -> list[int]:
    """The seqs at which more was asked for: whatever is asked or said next builds on them."""
    return list(state[Letters].sent[letter].wanting)


def _on_reminded(state: State, entry: Entry, event: LetterReminded) -> None:
    found = state[Letters].sent[event.letter]
    found.passed.append(event.clock)
    for seat in event.to:
        put(state, entry, seat, "reminder", f"letter-{event.clock}-{event.letter}")


def _forget(state: State, seq: int) -> None:
    letters = state[Letters].sent
    drop(letters, seq)
    for letter in letters.values():
        letter.wanting.pop(seq, None)
        if letter.answer_seq == seq:
            letter.closed_at, letter.answer_seq = None, 0


ROOM = Room("letters", rules={}, folds={LetterReminded: _on_reminded}, forget=_forget)
