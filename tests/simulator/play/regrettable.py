"""Acts that may be regretted, a room in which all of them can be done, and how it stands."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from simulator.play.answers import AnswerQuestion, Answers, AskSeat, GiveAnswer
from simulator.play.care_plan import EvaluateMeasure, SetGoal, SetMeasure
from simulator.play.consent import AskConsent, Consents
from simulator.play.expectations import Expectations
from simulator.play.facts import Facts, ShareFacts
from simulator.play.family import AcceptFamily, PlayFamily
from simulator.play.inbox import Inbox
from simulator.play.kernel import FACILITATOR, Actor, Command, State
from simulator.play.letters import Letters
from simulator.play.levels import Levels, SetLevel
from simulator.play.meetings import CallMeeting
from simulator.play.minutes import Meetings
from simulator.play.notification import AnswerNotification, Notifications, SendNotification
from simulator.play.pact import Pact, ReopenPact, SignPact, WritePact
from simulator.play.planned import CarePlan
from simulator.play.referral import AnswerReferral, Referrals, SendReferral
from simulator.play.relay_log import NoteInLog, RelayLog
from simulator.play.voice import Voices
from tests.simulator.builder import Room
from tests.simulator.play.formal import ALL, MINUTE, formal_room

ITEM = "inject.I1@kontaktlaerer"
GUEST = Actor.parse("family:p-guest")
TEACHER, HEAD, NURSE, CARE = ALL
FIVE = WritePact("Møte hver uke", "Tuva på SFO", "Rektor holder i det", "Spør først", "Si ifra")
OTHER = WritePact("Møte annenhver uke", "Tuva ute", "Rektor", "Ring først", "Vær greie")


def seat(name: str) -> Actor:
    """The person in a seat."""
    return Actor("seat", name, f"p-{name}")


BEFORE: list[tuple[Actor, Command]] = [
    (FACILITATOR, PlayFamily("parent", "leader")),
    (FACILITATOR, PlayFamily("child", "person", "p-guest")),
    (GUEST, AcceptFamily("child")),
    (seat(HEAD), SetGoal("Noen å leke med")),
    (seat(HEAD), SetMeasure("rektor-1", "Voksen ute", TEACHER, by="2wd")),
    (seat(HEAD), FIVE),
    (seat(HEAD), SetLevel(1, "Vi ser det begge to")),
    (seat(TEACHER), SendNotification(CARE, "Trøtt og sulten", ("F2",))),
    (seat(TEACHER), SendReferral(NURSE, "Vurder Tuva")),
    (seat(TEACHER), AskSeat(HEAD, "Hva vet dere?")),
]
"""What stands when the acts begin: a plan, an agreement, a level, letters, a question."""

ACTS: dict[str, tuple[Actor, Command]] = {
    "answer": (seat(TEACHER), GiveAnswer(ITEM, "Jeg ringer")),
    "share": (seat(TEACHER), ShareFacts((HEAD,), ("F2",), "", "task", ITEM)),
    "reply": (seat(HEAD), AnswerQuestion("kontaktlaerer-1", "Lite ennå")),
    "consent": (seat(TEACHER), AskConsent("parent", "share", ("F2",), (CARE,), "For å hjelpe")),
    "goal": (seat(HEAD), SetGoal("Være ute uten å grue meg")),
    "reworded": (seat(HEAD), SetGoal("En å leke med", goal="rektor-1")),
    "measure": (seat(HEAD), SetMeasure("rektor-1", "Ringe hjem", TEACHER, by="3wd")),
    "owner": (seat(HEAD), SetMeasure(measure="rektor-1", owner=NURSE)),
    "date": (seat(TEACHER), SetMeasure(measure="rektor-1", by="1w")),
    "evaluate": (seat(TEACHER), EvaluateMeasure("rektor-1", "better", "keep", by="1wd")),
    "stop": (seat(HEAD), EvaluateMeasure("rektor-1", "worse", "stop")),
    "draft": (seat(HEAD), OTHER),
    "sign": (seat(CARE), SignPact(1)),
    "reopen": (seat(NURSE), ReopenPact("Vi glemte ferien")),
    "level": (seat(NURSE), SetLevel(2, "Flere må inn")),
    "level 0": (seat(HEAD), SetLevel(0, "Vi venter litt")),
    "meeting": (seat(NURSE), CallMeeting((HEAD, TEACHER), "Hvem gjør hva?")),
    "looks into": (seat(CARE), AnswerNotification("kontaktlaerer-letter-1", "investigates")),
    "needs more": (seat(CARE), AnswerNotification("kontaktlaerer-letter-1", "more", "Hva så du?")),
    "declines": (seat(NURSE), AnswerReferral("kontaktlaerer-letter-2", "declined", "Ikke her")),
    "asks more": (seat(NURSE), AnswerReferral("kontaktlaerer-letter-2", "more", "Hva er prøvd?")),
    "child notes": (GUEST, NoteInLog("child", "disputes", "Jeg vil ha Jo der", line=1)),
    "parents note": (FACILITATOR, NoteInLog("parent", "adds", "Vi kan følge til porten")),
}


def prepared() -> Room:
    """All seats manned, and :data:`BEFORE` done."""
    room = formal_room()
    for second, (actor, command) in enumerate(BEFORE, start=1):
        room.at(MINUTE + second * 1_000)
        assert room.do(actor, command).code is None, command
    return room.at(MINUTE + 30_000)


def stands(state: State) -> dict[str, Any]:
    """All that the acts can change, as it stands; ids that were given out are not part of it."""
    plan, levels, letters = state[CarePlan], state[Levels], state[Letters]
    found = {
        "inbox": state[Inbox].items,
        "facts": (state[Facts].known, state[Facts].shares),
        "answers": (state[Answers].given, state[Answers].questions),
        "leave": state[Consents].requests,
        "plan": (plan.goals, plan.measures, plan.actors()),
        "log": [line for line in state[RelayLog].lines if not line.gone],
        "pact": state[Pact].versions,
        "level": (levels.level, levels.seat, levels.seq, levels.story_ms),
        "letters": (letters.sent, state[Notifications].answers, state[Referrals].answers),
        "meetings": state[Meetings].held,
        "voices": state[Voices].listenings,
        "expected": state[Expectations].due,
    }
    return deepcopy(found)
