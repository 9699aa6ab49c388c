"""What holds in every journal: one is responsible inside a handover; facts come only by events."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.loader import load
from scenarios.plan import Plan
from simulator.play.clock import PlayStarted
from simulator.play.facts import Facts, FactsShared, ShareFacts
from simulator.play.handover import (
    DeclineHandover,
    OfferHandover,
    ReadBack,
    StartHandover,
    TakeOver,
    TellFamily,
)
from simulator.play.kernel import Command, Entry, Event
from simulator.play.passes import HandoverDeclined, HandoverOffered, Handovers, HandoverTakenOver
from simulator.play.rooms import evolve, new_state
from simulator.play.script import InjectDelivered
from simulator.play.spoken import ConfirmAgreed, SayAgreed
from simulator.play.undo import Acts, ActWithdrawn, Withdraw
from simulator.play.voice import VoiceHeard
from simulator.rehearse import rehearse
from tests.simulator.builder import Room
from tests.simulator.planning import with_plan

SEATS = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
STORIES = {"small": load("small"), "full": with_plan()}
WAIT_MS = 4_000
Journal = tuple[Plan, Sequence[Entry]]


def rehearsed(story: str, seed: int, manned: frozenset[str]) -> Journal:
    """A whole drill, played by the policy."""
    played = rehearse(STORIES[story], "45", seed=seed, manned=sorted(manned))
    return played.plan, played.entries


def command(room: Room, kind: str, seat: str, to: str, number: int) -> Command:
    """A command that may fit or not: the rules decide."""
    passes = list(room.state[Handovers].passes)
    name = passes[number % len(passes)] if passes else "ingen-1"
    facts = tuple(list(room.state[Facts].of(seat))[: number % 3])
    made: dict[str, Command] = {
        "offer": OfferHandover(to, "Tar du over?", facts=facts),
        "share": ShareFacts((to,), facts, "Se her"),
        "take": TakeOver(name),
        "decline": DeclineHandover(name, "Spør heller en annen", to),
        "read": ReadBack(name, "Ringe", "1wd", number % 3),
        "start": StartHandover(name),
        "tell": TellFamily(name),
        "say": SayAgreed(to, "T1", "you", facts, "Du tar den"),
        "confirm": ConfirmAgreed(f"{to}-1"),
        "undo": Withdraw(room.state[Acts].latest(seat, room.state.at_ms) or 1),
    }
    return made[kind]


KINDS = ("offer", "share", "take", "decline", "read", "start", "tell", "say", "confirm", "undo")
OF_THE_ASKED = ("take", "decline", "read", "start", "tell")
"""What the receiver does, mostly; now and then somebody else tries."""
acts = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(SEATS), st.sampled_from(SEATS), st.integers(0, 5)
)


def acted(story: str, done: list[tuple[str, str, str, int]]) -> Journal:
    """People who press whatever they find, in any order."""
    room = Room(manned=SEATS, story=STORIES[story]).start().at(60_000)
    for place, (kind, drawn, to, number) in enumerate(done):
        passes = list(room.state[Handovers].passes.values())
        asked = passes[number % len(passes)].receiver if passes else drawn
        seat = asked if kind in OF_THE_ASKED and number % 4 else drawn
        room.seat(seat, command(room, kind, seat, to, number))
        room.at(60_000 + (place + 1) * WAIT_MS)
    return room.state.plan, room.entries


journals = st.one_of(
    st.builds(
        rehearsed,
        st.sampled_from(sorted(STORIES)),
        st.integers(1, 10_000),
        st.frozensets(st.sampled_from(SEATS)),
    ),
    st.builds(acted, st.sampled_from(sorted(STORIES)), st.lists(acts, min_size=5, max_size=30)),
)


@settings(max_examples=25, deadline=None)
@given(journals)
def test_inside_an_open_handover_exactly_one_is_responsible(journal: Journal) -> None:
    """Decisions 13: the sender until it is taken over by name, the receiver after; never neither,
    never both. A no leaves it with the sender. The events alone say the same as the state."""
    plan, entries = journal
    state, holder, ends = new_state(plan), dict[str, str](), dict[str, tuple[str, str]]()
    for entry in entries:
        evolve(state, entry)
        match entry.event:
            case HandoverOffered() as offered:
                ends[offered.handover] = (offered.sender, offered.receiver)
                holder[offered.handover] = offered.sender
            case HandoverTakenOver() as taken:
                assert holder[taken.handover] == ends[taken.handover][0]
                assert taken.seat == ends[taken.handover][1]
                holder[taken.handover] = taken.seat
            case HandoverDeclined() as declined:
                assert holder[declined.handover] == ends[declined.handover][0]
            case _:
                pass
        for name, passed in state[Handovers].passes.items():
            assert passed.responsible == holder[name]
            assert passed.responsible in ends[name]


def told_by(plan: Plan, event: Event) -> set[tuple[str, str]]:
    """(seat, fact) that an event says it told."""
    match event:
        case PlayStarted():
            return {(seat, fact.id) for fact in plan.facts.values() for seat in fact.known_by}
        case FactsShared():
            return {(seat, fact) for seat in event.to for fact in event.facts}
        case InjectDelivered():
            return {(seat, fact) for seat in event.to for fact in plan.injects[event.inject].facts}
        case VoiceHeard() if event.voice:
            return {(event.seat, fact) for fact in plan.voices[event.voice].facts}
        case _:
            return set()


@settings(max_examples=25, deadline=None)
@given(journals)
def test_a_fact_reaches_a_seat_only_by_an_event_that_names_both(journal: Journal) -> None:
    """No seat comes to know a card by anything but an entry that tells it; only an act that is
    taken back makes it forget."""
    plan, entries = journal
    state, known = new_state(plan), set[tuple[str, str]]()
    for entry in entries:
        evolve(state, entry)
        now = {(seat, fact) for seat in plan.seats for fact in state[Facts].of(seat)}
        assert now - known <= told_by(plan, entry.event)
        if not isinstance(entry.event, ActWithdrawn):
            assert known <= now
        known = now
