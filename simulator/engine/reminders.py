"""Letters and levels that have lain too long: the dates they run to, and who is reminded.

Dates stand in the events that started them, taken from the rule pack of the story's day.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.emission import Emission
from simulator.play.baton import Baton
from simulator.play.kernel import Entry, Event, State
from simulator.play.letters import Clock, Letter, LetterReminded, Letters
from simulator.play.levels import LevelChanged, Levels, LevelStalled
from simulator.play.matters import Matter, MatterPlanned
from simulator.play.notification import NotificationSent
from simulator.play.referral import ReferralSent
from simulator.play.samordning import SamordningRaised

WHAT = ("feedback", "level")
"""Heads of ``late`` matters that are looked after here: ``feedback:<letter>``, ``level:<seq>``."""


def letter_of(state: State, event: Event) -> Letter | None:
    """The letter that ``event`` sent, None if it sent none."""
    match event:
        case NotificationSent():
            return state[Letters].sent[event.notification]
        case ReferralSent():
            return state[Letters].sent[event.referral]
        case SamordningRaised():
            return state[Letters].sent[event.samordning]
        case _:
            return None


def later(state: State, entry: Entry) -> Iterator[Emission]:
    """The dates beyond a seat's own inbox: feedback to a reporter, a level 0 that lies still."""
    event = entry.event
    letter = letter_of(state, event)
    if letter is not None and letter.feedback_story is not None:
        due = letter.feedback_story
        planned = MatterPlanned("late", f"feedback:{letter.id}", letter.to, due_story=due)
        yield Emission(planned, caused_by=entry.seq)
    elif isinstance(event, LevelChanged) and event.due_story is not None:
        ref = f"level:{entry.seq}"
        planned = MatterPlanned("late", ref, event.seat, due_story=event.due_story)
        yield Emission(planned, caused_by=entry.seq)


def waits(state: State, what: str, name: str) -> bool:
    """Whether a date of :data:`WHAT` still stands."""
    if what == "level":
        return state[Levels].level == 0 and str(state[Levels].seq) == name
    letter = state[Letters].sent.get(name)
    return letter is not None and letter.open


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """A date of :data:`WHAT` passed."""
    what, _, name = matter.ref.partition(":")
    if what == "level":
        yield Emission(LevelStalled(_minder(state)), caused_by=matter.id)
    else:
        yield reminder(state, name, "feedback", matter.id)


def reminder(state: State, letter: str, clock: Clock, cause: int) -> Emission:
    """The sender, the receiver and the receiver's leader are told that it lies there."""
    found = state[Letters].sent[letter]
    leader = state.plan.seats[found.to].leader
    to = [found.sender, found.to]
    if leader in state.plan.seats and leader not in to:
        to.append(str(leader))
    return Emission(LetterReminded(letter, clock, tuple(to)), caused_by=cause)


def _minder(state: State) -> str:
    """Whoever coordinates; else the leader of the one who decided the level; else that one."""
    setter = state[Levels].seat
    leader = state.plan.seats[setter].leader
    return state[Baton].holder or (str(leader) if leader in state.plan.seats else setter)
