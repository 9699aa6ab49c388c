"""Again: the command that an act in a journal came from, so that it can be given once more.

A journal holds what happened, not what was asked for; for the kinds here the one tells the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, cast, get_args

from scenarios.duration import parse
from scenarios.plan import Plan
from simulator.play.answers import AnswerGiven, AskSeat, GiveAnswer, QuestionAsked
from simulator.play.baton import BatonOffered, PassBaton
from simulator.play.calendar import calendar_of
from simulator.play.coordinator import (
    AppointCoordinator,
    CoordinatorAppointed,
    CoordinatorNeeded,
    ReportNeed,
)
from simulator.play.escalation import MatterRaised, RaiseMatter
from simulator.play.facts import FactsShared, ShareFacts
from simulator.play.handover import OfferHandover, TakeOver
from simulator.play.isbar import When
from simulator.play.kernel import Command, Entry, Event
from simulator.play.meetings import CallMeeting
from simulator.play.minutes import MeetingCalled
from simulator.play.passes import HandoverOffered, HandoverTakenOver
from simulator.play.spoken import AgreementSaid, SayAgreed
from simulator.play.tasks import ClaimTask, GiveTask, TaskClaimed, TaskGiven
from simulator.play.voice import SeekVoice, VoiceSought

_COMMANDS: Mapping[type[Event], tuple[type[Command], Mapping[str, str]]] = {
    FactsShared: (ShareFacts, {"basis": "stated"}),
    AnswerGiven: (GiveAnswer, {}),
    QuestionAsked: (AskSeat, {}),
    HandoverOffered: (OfferHandover, {"to": "receiver"}),
    HandoverTakenOver: (TakeOver, {}),
    AgreementSaid: (SayAgreed, {}),
    TaskClaimed: (ClaimTask, {}),
    TaskGiven: (GiveTask, {}),
    BatonOffered: (PassBaton, {}),
    MatterRaised: (RaiseMatter, {}),
    MeetingCalled: (CallMeeting, {}),
    VoiceSought: (SeekVoice, {}),
    CoordinatorNeeded: (ReportNeed, {}),
    CoordinatorAppointed: (AppointCoordinator, {}),
}
"""Event → its command, and the command's fields that the event calls otherwise."""


def command_of(plan: Plan, act: Sequence[Entry]) -> Command | None:
    """The command of an act's entries, or None where they do not tell it.

    What was agreed aloud, or laid on a meeting's table, came of another command.
    """
    for entry in act:
        found = _COMMANDS.get(type(entry.event))
        if found is None or getattr(entry.event, "way", "written") != "written":
            continue
        kind, renamed = found
        body: dict[str, Any] = {}
        for field in fields(cast(Any, kind)):
            name = renamed.get(field.name, field.name)
            if hasattr(entry.event, name):
                body[field.name] = getattr(entry.event, name)
        command = kind(**body)
        return _timed(plan, act, command) if isinstance(command, OfferHandover) else command
    return None


def _timed(plan: Plan, act: Sequence[Entry], command: OfferHandover) -> OfferHandover:
    """With the time that the sender set, what it said the cards rest on, and what it answers."""
    calendar = calendar_of(plan.scenario)
    for entry in act:
        if isinstance(entry.event, FactsShared):
            command = replace(command, basis=entry.event.stated, item=entry.event.item)
        if isinstance(entry.event, HandoverOffered):
            due, since = entry.event.due_story, entry.story_ms
            spans = (each for each in get_args(When) if calendar.due(since, parse(each)) == due)
            command = replace(command, by=next(spans, command.by))
    return command


def to_another(command: Command, seat: str) -> Command | None:
    """The same command with ``seat`` as its receiver; None if it has not exactly one."""
    to = getattr(command, "to", None)
    if isinstance(to, str) and to:
        return cast(Command, replace(cast(Any, command), to=seat))
    if isinstance(to, tuple) and len(to) == 1:
        return cast(Command, replace(cast(Any, command), to=(seat,)))
    return None
