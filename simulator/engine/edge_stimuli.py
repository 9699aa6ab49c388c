"""What makes a seat want to act beyond its plain duty: something is stuck, the child is to meet
somebody new, leave was not given; and what makes it do what only looks like work."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.play.answers import QuestionAsked
from simulator.play.consent import Consents
from simulator.play.facts import FactsShared
from simulator.play.grants import ConsentAnswered
from simulator.play.inbox import item_id
from simulator.play.kernel import Event, State
from simulator.play.passes import HandoverDeclined, HandoverOffered, HandoverReminded, Handovers
from simulator.play.script import InjectDelivered
from simulator.play.tasks import TaskOpened
from simulator.play.voice import VoiceHeard


def wants(state: State, event: Event) -> Iterator[tuple[str, str, int]]:
    """(seat, intention, how many times the usual time it has) for an event."""
    match event:
        case HandoverReminded():
            yield state[Handovers].passes[event.handover].sender, f"stuck:{event.handover}", 1
        case HandoverDeclined(alternative=""):
            yield state[Handovers].passes[event.handover].sender, f"stuck:{event.handover}", 1
        case HandoverOffered() if "meet" in state.plan.format.actions:
            yield event.sender, f"warm:{event.handover}", 1
        case ConsentAnswered(answer="refused" | "silent" | "limited", about="share"):
            asker = state[Consents].requests[event.request].asked.seat
            yield asker, f"press:{event.request}", 1
        case _:
            return


def tempts(  # noqa: C901 - one case for each kind of event
    state: State, event: Event
) -> Iterator[tuple[str, str, str]]:
    """(trait, seat, intention) for an event: wanted only by a seat that has the trait."""
    match event:
        case TaskOpened():
            for seat in state.plan.seats:
                yield "grabs", seat, f"grab:{event.task}"
        case InjectDelivered():
            for seat in event.to:
                yield "types", seat, f"type:{item_id(seat, 'inject', event.inject)}"
                yield "spreads", seat, f"spread:{event.inject}"
        case FactsShared():
            for seat in event.to:
                yield "types", seat, f"type:{item_id(seat, 'share', event.share)}"
                yield "spreads", seat, f"spread:{event.share}"
        case VoiceHeard():
            yield "spreads", event.seat, f"spread:{event.listening}"
        case QuestionAsked():
            yield "types", event.to, f"type:{item_id(event.to, 'question', event.question)}"
        case HandoverOffered():
            yield "spreads", event.receiver, f"spread:{event.handover}"
        case _:
            return
