"""Svar and Spør: answering what came in, asking another service and being answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.facts import Basis, FactsShared, check_cards, check_seats, shared_event
from simulator.play.inbox import close, own_item, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.regret import by_seat, by_sender, drop
from simulator.play.roster import seat_of


@wire("answer.give")
class GiveAnswer(Command):
    """Svar: say what you do about an item, in your own words."""

    item: str
    text: Words


@wire("question.ask")
class AskSeat(Command):
    """Spør: ask another seat, in connection with an item or not."""

    to: str
    text: Words
    item: str = ""


@wire("question.answer")
class AnswerQuestion(Command):
    """Answer a question, with cards if you like."""

    question: str
    text: Words
    facts: tuple[str, ...] = ()
    basis: Basis = ""


@wire("answer.given")
class AnswerGiven(Event):
    """A seat answered an item."""

    seat: str
    item: str
    text: str


@wire("question.asked")
class QuestionAsked(Event):
    """A seat asked another."""

    question: str
    sender: str
    to: str
    text: str
    item: str = ""


@wire("question.answered")
class QuestionAnswered(Event):
    """The question was answered."""

    question: str
    seat: str
    text: str


@dataclass
class Question:
    """A question between seats and its answer, if it has one."""

    id: str
    sender: str
    to: str
    text: str
    item: str
    seq: int
    at_ms: int
    answer: str | None = None
    answered_at: int | None = None
    answer_seq: int = 0


@dataclass
class Answers:
    """What was answered (text by item), and the questions asked."""

    given: dict[str, str] = field(default_factory=dict)
    said: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Seq of an answer → its item and text."""
    questions: dict[str, Question] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def _give(state: State, by: Actor, command: GiveAnswer) -> Sequence[Event] | Refusal:
    item = own_item(state, by, command.item)
    if isinstance(item, Refusal):
        return item
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [AnswerGiven(item.seat, item.id, command.text)]


def _ask(state: State, by: Actor, command: AskSeat) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, [command.to])
    if wrong:
        return wrong
    if not command.text.strip():
        return Refusal("nothing_to_send")
    number = state[Answers].counts.get(seat, 0) + 1
    return [QuestionAsked(f"{seat}-{number}", seat, command.to, command.text, command.item)]


def _answer(state: State, by: Actor, command: AnswerQuestion) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    question = state[Answers].questions.get(command.question)
    if question is None or question.to != seat:
        return Refusal("not_in_your_inbox")
    if question.answer is not None:
        return Refusal("already_answered")
    wrong = check_cards(state, seat, command.facts)
    if wrong:
        return wrong
    if not command.text.strip() and not command.facts:
        return Refusal("nothing_to_send")
    answered = QuestionAnswered(question.id, seat, command.text)
    if not command.facts:
        return [answered]
    cards: FactsShared = shared_event(
        state, seat, [question.sender], command.facts, stated=command.basis
    )
    return [answered, cards]


def _on_given(state: State, entry: Entry, event: AnswerGiven) -> None:
    state[Answers].given[event.item] = event.text
    state[Answers].said[entry.seq] = event.item, event.text
    close(state, entry, event.item)


def _on_asked(state: State, entry: Entry, event: QuestionAsked) -> None:
    answers = state[Answers]
    answers.counts[event.sender] = answers.counts.get(event.sender, 0) + 1
    answers.questions[event.question] = Question(
        event.question, event.sender, event.to, event.text, event.item, entry.seq, entry.at_ms
    )
    put(state, entry, event.to, "question", event.question, sender=event.sender, waits=True)


def _on_answered(state: State, entry: Entry, event: QuestionAnswered) -> None:
    question = state[Answers].questions[event.question]
    question.answer, question.answered_at = event.text, entry.at_ms
    question.answer_seq = entry.seq
    close(state, entry, f"question.{question.id}@{question.to}")
    put(state, entry, question.sender, "reply", question.id, sender=question.to)


def _forget(state: State, seq: int) -> None:
    answers = state[Answers]
    drop(answers.questions, seq)
    for question in answers.questions.values():
        if question.answer_seq == seq:
            question.answer, question.answered_at, question.answer_seq = None, None, 0
    if answers.said.pop(seq, None):
        answers.given = dict(answers.said.values())


ROOM = Room(
    "answers",
    rules={GiveAnswer: _give, AskSeat: _ask, AnswerQuestion: _answer},
    folds={AnswerGiven: _on_given, QuestionAsked: _on_asked, QuestionAnswered: _on_answered},
    regrets={AnswerGiven: by_seat, QuestionAsked: by_sender, QuestionAnswered: by_seat},
    forget=_forget,
)
