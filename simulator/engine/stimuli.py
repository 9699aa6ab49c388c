"""Stimuli: what in an entry makes a seat's policy want to act, and how soon.

An intention is a plain string (``verb:what``), so that it can stand in the journal as a matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from scenarios.behaviour.traits import Traits
from scenarios.duration import SECOND
from simulator.engine import edge_stimuli, formal_stimuli, leading_stimuli, services
from simulator.engine.absence import is_asked
from simulator.engine.chance import chance, draw
from simulator.play.answers import QuestionAsked
from simulator.play.baton import BatonOffered
from simulator.play.clock import InterludeStarted, LegStarted, leg_ends_at, play_at, scene_id
from simulator.play.consent import Consents
from simulator.play.escalation import MatterRaised
from simulator.play.expectations import ExpectationOpened
from simulator.play.facts import FactsShared
from simulator.play.grants import ConsentAnswered
from simulator.play.kernel import Entry, State
from simulator.play.minutes import MeetingCalled, MeetingOpened, MeetingReplied, Meetings
from simulator.play.passes import (
    HandoverOffered,
    HandoverReadBack,
    Handovers,
    HandoverStarted,
    HandoverTakenOver,
)
from simulator.play.planned import MeasureReminded, MeasureSetDown
from simulator.play.script import InjectDelivered
from simulator.play.spoken import AgreementSaid
from simulator.play.tasks import TaskGiven, TaskOpened
from simulator.play.voice import VoiceHeard

SOONEST_MS = 10 * SECOND
"""A colleague never acts within ten seconds of play (decisions 10)."""
USUAL_MS = 40 * SECOND
"""Time it gives itself where the story sets no deadline."""
PARTS = 1000
"""Parts into which the span of time is drawn, so that the same draw serves any span."""


class Intention(NamedTuple):
    """What a seat wants to do, at play ms ``due_at``."""

    seat: str
    what: str
    due_at: int


Plays = Callable[[str], Traits | None]
"""The traits by which a policy plays a seat; None if it does not play it."""


def stimuli(state: State, entry: Entry, plays: Plays) -> Iterator[Intention]:
    """The intentions that ``entry`` gives the seats this policy plays."""
    for seat, what, limit in chain(
        _wants(state, entry),
        formal_stimuli.wants(state, entry.event),
        _wants_of_leading(state, entry),
    ):
        traits = plays(seat)
        if traits is not None and minds(traits, what):
            due_at = entry.at_ms + delay(state, traits, seat, what, limit)
            yield Intention(seat, what, services.open_at(state, seat, what, due_at))
    for trait, seat, what in edge_stimuli.tempts(state, entry.event):
        traits = plays(seat)
        if traits is not None and getattr(traits, trait):
            later = delay(state, traits, seat, what, SOONEST_MS * 2)
            yield Intention(seat, what, entry.at_ms + later)


def minds(traits: Traits, what: str) -> bool:
    """Whether a seat with these traits wants anything at all, and this."""
    return bool(traits.sees) and (bool(traits.here) or is_asked(what))


def delay(state: State, traits: Traits, seat: str, what: str, limit: int) -> int:
    """Real ms until a seat does ``what``, if it has ``limit`` real ms for it."""
    span = max(traits.latest - traits.soonest, 0)
    share = traits.soonest + draw(state, seat, f"pace:{what}", PARTS) * (span + 1) // PARTS
    return max(SOONEST_MS, limit * share // 100)


def _until(state: State, entry: Entry, due_story: int) -> int:
    """Real ms that a seat has until ``due_story``, or until the scene ends if that is sooner."""
    ends = leg_ends_at(state)
    due = play_at(state, due_story)
    end = min(each for each in (due, ends, entry.at_ms + USUAL_MS * 6) if each is not None)
    return max(end - entry.at_ms, SOONEST_MS)


def _wants(  # noqa: C901, PLR0912 - one case for each kind of event
    state: State, entry: Entry
) -> Iterator[tuple[str, str, int]]:
    """(seat, intention, real ms it has) for an entry, whoever plays the seat."""
    event = entry.event
    match event:
        case ExpectationOpened():
            yield event.seat, f"expected:{event.expected}", _until(state, entry, event.due_story)
        case InjectDelivered():
            for seat in event.to:
                yield seat, f"see:inject.{event.inject}@{seat}", SOONEST_MS
        case FactsShared():
            for seat in event.to:
                yield seat, f"see:share.{event.share}@{seat}", USUAL_MS
                yield from _pass_on(state, seat, event.facts)
        case VoiceHeard() if event.voice:
            yield event.seat, f"tellback:{event.listening}", USUAL_MS * 2
            yield from _pass_on(state, event.seat, state.plan.voices[event.voice].facts)
        case ConsentAnswered(answer="full" | "limited"):
            asker = state[Consents].requests[event.request].asked.seat
            yield from _pass_on(state, asker, event.facts)
        case QuestionAsked():
            yield event.to, f"reply:{event.question}", USUAL_MS
        case AgreementSaid():
            yield event.who, f"confirm:{event.agreement}", SOONEST_MS
        case BatonOffered():
            yield event.to, f"coordinate:{event.seat}", USUAL_MS
        case MatterRaised():
            yield event.to, f"verdict:{event.escalation}", USUAL_MS
        case LegStarted():
            yield from _at_leg_start(state, event.leg)
        case InterludeStarted():
            for seat in state.plan.seats:
                yield seat, f"hold:{scene_id(state)}", USUAL_MS // 2
        case _:
            yield from _wants_of_work(state, entry)


def _wants_of_work(  # noqa: C901 - one case for each kind of event
    state: State, entry: Entry
) -> Iterator[tuple[str, str, int]]:
    event = entry.event
    match event:
        case TaskOpened():
            fit = [each for each in state.plan.tasks[event.task].fit if each in state.plan.seats]
            for place, seat in enumerate(fit):
                yield seat, f"claim:{event.task}", USUAL_MS * (place + 1)
        case TaskGiven():
            yield event.to, f"accept:{event.task}", USUAL_MS
        case HandoverOffered(way="written"):
            yield (
                event.receiver,
                f"takeover:{event.handover}",
                _until(state, entry, event.due_story),
            )
        case HandoverTakenOver():
            receiver = state[Handovers].passes[event.handover].receiver
            yield receiver, f"readback:{event.handover}", USUAL_MS
        case HandoverReadBack():
            receiver = state[Handovers].passes[event.handover].receiver
            yield receiver, f"start:{event.handover}", _until(state, entry, event.due_story)
        case HandoverStarted():
            receiver = state[Handovers].passes[event.handover].receiver
            yield receiver, f"tell:{event.handover}", USUAL_MS
        case MeetingCalled():
            for seat in event.seats:
                yield seat, f"come:{event.meeting}", SOONEST_MS * 2
        case MeetingReplied():
            caller = state[Meetings].held[event.meeting].called_by
            yield caller, f"open:{event.meeting}", USUAL_MS // 2
        case MeetingOpened():
            yield from _in_meeting(state, event)
        case _:
            yield from _wants_of_planning(state, entry)


def _wants_of_planning(state: State, entry: Entry) -> Iterator[tuple[str, str, int]]:
    event = entry.event
    match event:
        case MeasureSetDown() if event.owner and event.state == "planned":
            yield event.owner, f"begin:{event.measure}", USUAL_MS
        case MeasureReminded():
            limit = _until(state, entry, event.due_story)
            yield event.to, f"evaluate:{event.measure}:{event.round}", limit
        case _:
            return


def _wants_of_leading(state: State, entry: Entry) -> Iterator[tuple[str, str, int]]:
    wanted = (leading_stimuli.wants(state, entry.event), edge_stimuli.wants(state, entry.event))
    for seat, what, times in chain(*wanted):
        yield seat, what, USUAL_MS * times


def _at_leg_start(state: State, index: int) -> Iterator[tuple[str, str, int]]:
    """Handovers the scenario expects in this scene, whoever thinks of them."""
    scene = state.plan.legs[index].scene.id
    for wanted in state.plan.handovers.values():
        if wanted.scene == scene and wanted.after not in state.plan.injects:
            yield wanted.sender, f"handover:{wanted.id}", USUAL_MS * 2


def _in_meeting(state: State, event: MeetingOpened) -> Iterator[tuple[str, str, int]]:
    for seat in event.present:
        yield seat, f"table:{event.meeting}", USUAL_MS
    writer = state[Meetings].held[event.meeting].called_by or event.present[0]
    scene = state.plan.scenes.get(event.scene)
    decisions = [decision.id for decision in scene.decisions] if scene else ["1"]
    for place, decision in enumerate(decisions):
        yield writer, f"minute:{event.meeting}:{decision}", USUAL_MS * (place + 2)
    if not event.scene:
        yield writer, f"close:{event.meeting}", USUAL_MS * 4


def _pass_on(
    state: State, seat: str, facts: tuple[str, ...] | list[str]
) -> Iterator[tuple[str, str, int]]:
    """A seat that learned something another seat needs."""
    for fact in facts:
        if fact not in state.plan.facts:
            continue
        for need in state.plan.facts[fact].needed:
            if need.seat != seat and need.seat in state.plan.seats:
                yield seat, f"inform:{fact}:{need.seat}", USUAL_MS * 3


def willing(state: State, seat: str, what: str, percent: int) -> bool:
    """Whether this seat does this at all."""
    return chance(state, seat, f"will:{what}", percent)
