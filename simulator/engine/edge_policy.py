"""The policy where a colleague goes beyond its plain duty, and where it only seems to work."""

from __future__ import annotations

from collections.abc import Callable

from scenarios.behaviour.traits import Traits
from simulator.engine.asked import said_of
from simulator.engine.defer import leader_of
from simulator.engine.stimuli import willing
from simulator.play.answers import GiveAnswer
from simulator.play.escalation import RaiseMatter
from simulator.play.facts import Facts, ShareFacts
from simulator.play.inbox import Inbox
from simulator.play.kernel import Command, State
from simulator.play.meetings import CallMeeting
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.script import Script
from simulator.play.tasks import ClaimTask, Tasks
from simulator.play.voice import Voices
from simulator.play.wonder import NoteWonder

NOTHING = "…"
"""What somebody writes that has nothing to say."""
TALK_MIN = 20
"""Story minutes that bringing two helpers together takes."""


def _stuck(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    """Nobody took over what it handed on: its leader hears of it."""
    found = state[Handovers].passes.get(handover)
    leader = leader_of(state, seat)
    if found is None or not leader or found.step not in ("offered", "seen", "declined"):
        return []
    if not willing(state, seat, f"stuck:{handover}", traits.raises):
        return []
    return [RaiseMatter(leader, found.request or said_of(state, seat, "stuck"))]


def _warm(state: State, traits: Traits, seat: str, handover: str) -> list[Command]:
    """It has met the child and hands over: it brings the one who comes next along."""
    found = state[Handovers].passes.get(handover)
    if found is None or not _has_met_child(state, seat):
        return []
    receiver = found.receiver
    held = state[Meetings].held.values()
    if any({seat, receiver} <= {*each.asked, each.called_by, *each.present} for each in held):
        return []
    if not willing(state, seat, f"warm:{handover}", traits.warm):
        return []
    why = found.request or said_of(state, seat, "warm")
    return [CallMeeting((receiver,), why, TALK_MIN, family=True)]


def _has_met_child(state: State, seat: str) -> bool:
    voices = state[Voices].listenings.values()
    if any(each.seat == seat and each.speaker == "child" for each in voices):
        return True
    stands = state[Script].stands
    return any(
        inject.contact
        and seat in inject.to
        and name in stands
        and stands[name].phase == "delivered"
        for name, inject in state.plan.injects.items()
    )


def _spread(state: State, traits: Traits, seat: str, cause: str) -> list[Command]:
    """Every card it has to everybody who has it not."""
    others = tuple(each for each in state.plan.seats if each != seat)
    own = state[Facts].of(seat)
    new = tuple(
        fact for fact in own if not all(state[Facts].knows(each, [fact]) for each in others)
    )
    yes = new and willing(state, seat, f"spread:{cause}", traits.spreads)
    return [ShareFacts(others, new, "", "")] if yes else []


def _type(state: State, traits: Traits, seat: str, item: str) -> list[Command]:
    """A line to what came, and a line to itself."""
    found = state[Inbox].items.get(item)
    if found is None or not willing(state, seat, f"type:{item}", traits.types):
        return []
    return [GiveAnswer(item, NOTHING), NoteWonder(NOTHING, item=item)]


def _grab(state: State, traits: Traits, seat: str, task: str) -> list[Command]:
    """Any task, whoever has it."""
    stand = state[Tasks].stands.get(task)
    free = stand is not None and stand.live and seat not in stand.owners
    return [ClaimTask(task)] if free and willing(state, seat, f"grab:{task}", traits.grabs) else []


VERBS: dict[str, Callable[[State, Traits, str, str], list[Command]]] = {
    "stuck": _stuck,
    "warm": _warm,
    "spread": _spread,
    "type": _type,
    "grab": _grab,
}
"""What each intention comes to."""
