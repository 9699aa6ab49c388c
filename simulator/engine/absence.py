"""A service that this kommune does not have: it does nothing, and says so when it is asked.

Small kommuner lack services that others have. Whoever hands over to one, asks it, gives it a task
or calls it to a meeting is told in the scenario's words that it is not there, and whom to turn to.
"""

from __future__ import annotations

from simulator.play.answers import AnswerQuestion, Answers
from simulator.play.baton import DeclineBaton
from simulator.play.handover import DeclineHandover
from simulator.play.kernel import Command, State
from simulator.play.meetings import ReplyMeeting
from simulator.play.minutes import Meetings
from simulator.play.tasks import DeclineTask, Tasks

ASKED = frozenset({"takeover", "reply", "accept", "come", "coordinate"})
"""What others want of a seat, and must not wait for in vain."""


def is_asked(what: str) -> bool:
    """Whether an intention (``verb:what``) is an answer to somebody."""
    return what.partition(":")[0] in ASKED


def no(state: State, seat: str, what: str) -> list[Command]:
    """How it says no to ``what``. What is settled meanwhile, the rules refuse."""
    verb, _, ref = what.partition(":")
    absence = state.plan.seats[seat].absence
    line, instead = (absence.line, absence.instead) if absence else ("", "")
    match verb:
        case "takeover":
            return [DeclineHandover(ref, line, instead)]
        case "reply" if line and ref in state[Answers].questions:
            return [AnswerQuestion(ref, line)]
        case "accept" if ref in state[Tasks].stands:
            return [DeclineTask(ref)]
        case "come" if ref in state[Meetings].held:
            return [ReplyMeeting(ref, comes=False)]
        case "coordinate":
            return [DeclineBaton()]
    return []
