"""Adequate acts: does this entry meet what a seat was expected to do? (decisions 15)"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scenarios.schema import Expected
from simulator.engine.emission import Emission
from simulator.play.answers import AnswerGiven, QuestionAsked
from simulator.play.baton import BatonOffered, BatonTaken
from simulator.play.consent import ConsentAsked
from simulator.play.control import ControlChecked
from simulator.play.cooperation import (
    Cooperation,
    CooperationDisagreed,
    CooperationRepaired,
    CooperationTalked,
)
from simulator.play.coordinator import CoordinatorAppointed, CoordinatorNeeded
from simulator.play.decisions import DecisionMade
from simulator.play.escalation import Escalations, MatterAnswered, MatterRaised
from simulator.play.expectations import Expectation, ExpectationMet, Expectations
from simulator.play.facts import Facts, FactsShared
from simulator.play.kernel import Entry, Event, State
from simulator.play.levels import LevelChanged
from simulator.play.minutes import MeetingCalled
from simulator.play.notification import NotificationSent
from simulator.play.pact import PactSigned, PactWritten
from simulator.play.passes import HandoverOffered, Handovers, HandoverTold
from simulator.play.planned import GoalSetDown, MeasureEvaluated, MeasureSetDown
from simulator.play.referral import ReferralSent
from simulator.play.release import ReleaseGiven
from simulator.play.samordning import SamordningRaised, SamordningSettled
from simulator.play.tasks import TaskClaimed
from simulator.play.voice import VoiceSought, VoiceTold
from simulator.play.wonder import WonderNoted


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry read as an act: of which kind, by whom, to whom, with what."""

    act: str
    seat: str
    to: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    task: str = ""
    basis: str = ""
    item: str = ""
    level: int | None = None
    about: str = ""


def deeds(state: State, event: Event) -> list[Deed]:  # noqa: C901 - one case for each kind of event
    """What an event counts as; an empty list if it is no act."""
    match event:
        case AnswerGiven():
            return [Deed("answer", event.seat, item=event.item)]
        case QuestionAsked():
            return [Deed("ask", event.sender, (event.to,))]
        case FactsShared():
            return [Deed("share", event.sender, event.to, event.facts, basis=event.stated)]
        case HandoverOffered():
            return [Deed("handover", event.sender, (event.receiver,), event.facts)]
        case TaskClaimed():
            return [Deed("claim", event.seat, task=event.task)]
        case MeetingCalled():
            return [Deed("meet", event.seat, event.seats)]
        case VoiceSought():
            return [Deed("listen", event.seat)]
        case ConsentAsked():
            return [Deed("consent", event.seat, event.to, event.facts, about=event.about)]
        case WonderNoted():
            return [Deed("wonder", event.seat)]
        case _:
            return _deeds_of_leading(state, event)


def _deeds_of_leading(state: State, event: Event) -> list[Deed]:
    match event:
        case MatterRaised():
            return [Deed("escalate", event.seat, (event.to,), task=event.task)]
        case MatterAnswered():
            raised = state[Escalations].raised[event.escalation].raised
            to = (event.seat,) if event.seat else ()
            return [Deed("answer", raised.to), Deed("coordinate", raised.to, to)]
        case BatonTaken():
            return [Deed("coordinate", event.seat, (event.seat,))]
        case BatonOffered():
            return [Deed("coordinate", event.seat, (event.to,))]
        case VoiceTold():
            return [Deed("tell", event.seat)]
        case HandoverTold():
            return [Deed("tell", state[Handovers].passes[event.handover].receiver)]
        case _:
            return [*_deeds_of_planning(event), *_deeds_of_cooperation(state, event)]


def _deeds_of_planning(event: Event) -> list[Deed]:
    match event:
        case GoalSetDown():
            return [Deed("plan", event.seat)]
        case MeasureSetDown():
            return [Deed("plan", event.seat, (event.owner,) if event.owner else ())]
        case MeasureEvaluated():
            return [Deed("evaluate", event.seat)]
        case _:
            return _deeds_in_form(event)


def _deeds_in_form(event: Event) -> list[Deed]:
    """Letters and decisions. What a receiver answers is an answer, too."""
    match event:
        case NotificationSent():
            to, stated = (event.to,), event.stated
            return [Deed("notify", event.sender, to, event.facts, basis=stated)]
        case ReferralSent():
            return [Deed("refer", event.sender, (event.to,), event.facts)]
        case DecisionMade():
            return [Deed("decide", event.seat, (event.owner,) if event.owner else ())]
        case LevelChanged():
            return [Deed("level", event.seat, level=event.level)]
        case SamordningRaised():
            return [Deed("order", event.seat, (event.to,))]
        case SamordningSettled():
            named = (event.who,)
            return [Deed("order", event.seat, named), Deed("coordinate", event.seat, named)]
        case _:
            return []


def _deeds_of_cooperation(  # noqa: C901 - one case for each kind of event
    state: State, event: Event
) -> list[Deed]:
    match event:
        case CoordinatorNeeded():
            return [Deed("need", event.seat, (event.to,))]
        case CoordinatorAppointed():
            return [Deed("appoint", event.seat, (event.to,))]
        case ReleaseGiven():
            to = (event.to,) if event.to else ()
            return [Deed("release", event.seat, to, task=event.task)]
        case ControlChecked():
            return [Deed("control", event.seat)]
        case PactWritten(short=True) | PactSigned():
            return [Deed("sign", event.seat)]
        case CooperationTalked():
            return [Deed("talk", event.seat, event.to)]
        case CooperationRepaired():
            found = state[Cooperation].disagreements[event.disagreement]
            return [Deed("talk", event.seat, (found.other(event.seat),))]
        case CooperationDisagreed():
            return [Deed("disagree", event.seat, (event.to,))]
        case _:
            return []


def fits(state: State, expected: Expected, due: Expectation, deed: Deed) -> bool:
    """Whether ``deed`` is an adequate act for ``expected``."""
    if deed.act != expected.act or deed.seat != expected.seat:
        return False
    if expected.act == "answer" and deed.item and deed.item != due.item:
        return False
    if expected.to and not set(expected.to) & set(deed.to):
        return False
    if expected.task and deed.task and expected.task != deed.task:
        return False
    if expected.task and not deed.task and expected.act in ("claim", "escalate"):
        return False
    if expected.basis and expected.act == "share" and deed.basis != expected.basis:
        return False
    return _says(expected, deed) and _carries(state, expected.facts, deed)


def _says(expected: Expected, deed: Deed) -> bool:
    """It sets the level, and is about the thing, that it should."""
    if expected.level is not None and deed.level != expected.level:
        return False
    return not expected.about or deed.about == expected.about


def _carries(state: State, needed: Iterable[str], deed: Deed) -> bool:
    """Each needed card went along, or an addressee knew it already."""
    facts = state[Facts]
    return all(
        fact in deed.facts or any(facts.knows(seat, [fact]) for seat in deed.to) for fact in needed
    )


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """The expectations that ``entry`` meets."""
    for deed in deeds(state, entry.event):
        for due in state[Expectations].open_of(deed.seat):
            expected = state.plan.expected[due.expected][1]
            if fits(state, expected, due, deed):
                met = ExpectationMet(due.expected, entry.seq, not due.late)
                yield Emission(met, caused_by=entry.seq)
