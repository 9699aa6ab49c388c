"""What in an entry about letters and levels makes a seat's policy want to act, and how soon."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.duration import SECOND
from simulator.play.facts import FactsShared
from simulator.play.kernel import Event, State
from simulator.play.letters import Letter, LetterReminded, Letters
from simulator.play.levels import Levels, LevelStalled
from simulator.play.notification import NotificationAnswered, NotificationSent
from simulator.play.referral import ReferralAnswered, ReferralSent
from simulator.play.samordning import SamordningRaised

TAKES_MS = 60 * SECOND
"""Real time a colleague gives itself to answer a letter."""
ANSWERED_BY = {"notification": "review", "referral": "assess", "samordning": "settle"}
"""The intention that answers each sort of letter."""

Want = tuple[str, str, int]
"""(seat, intention, real ms it has)."""


def wants(state: State, event: Event) -> Iterator[Want]:
    """What an event about letters or levels makes seats want."""
    match event:
        case LevelStalled():
            yield event.to, f"unstall:{state[Levels].stalled}", TAKES_MS
        case FactsShared():
            yield from _heard_more(state, event)
        case _:
            yield from _of_letter(state, event)


def _of_letter(state: State, event: Event) -> Iterator[Want]:
    sent = state[Letters].sent
    match event:
        case NotificationSent():
            yield _answer(sent[event.notification])
        case ReferralSent():
            yield _answer(sent[event.referral])
        case SamordningRaised():
            yield _answer(sent[event.samordning])
        case LetterReminded():
            yield _answer(sent[event.letter])
        case NotificationAnswered(outcome="more"):
            yield _more(sent[event.notification])
        case ReferralAnswered(outcome="more"):
            yield _more(sent[event.referral])


def _answer(letter: Letter) -> Want:
    return letter.to, f"{ANSWERED_BY[letter.kind]}:{letter.id}", TAKES_MS


def _more(letter: Letter) -> Want:
    return letter.sender, f"more:{letter.id}", TAKES_MS // 2


def _heard_more(state: State, event: FactsShared) -> Iterator[Want]:
    """A receiver that asked for more takes the letter up again when its sender has written."""
    for letter in state[Letters].sent.values():
        if letter.open and letter.asked and letter.sender == event.sender and letter.to in event.to:
            yield _answer(letter)
