"""Simulated colleagues ask for leave where a card needs it, and only where a format has that."""

from __future__ import annotations

import copy
from itertools import groupby

from scenarios.loader import from_document, load
from simulator.engine.engine import Engine
from simulator.journal.order import first_difference
from simulator.play.consent import AskConsent, ConsentAsked
from simulator.play.expectations import ExpectationMet
from simulator.play.family import KeepSilent, PlayFamily, TakeTime
from simulator.play.kernel import FACILITATOR
from simulator.play.voice import SeekVoice
from simulator.rehearse import rehearse
from simulator.replay import refold
from tests.simulator.builder import Room
from tests.simulator.leave import story

ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


def test_colleagues_ask_for_leave_where_a_card_needs_it() -> None:
    """Someone who knows what another needs asks the one who can give leave, each thing once."""
    document = copy.deepcopy(story().document)
    for fact in document["source"]["facts"]:
        if fact["id"] in ("F1", "F2"):
            fact["needed"].append({"seat": "barnevern", "scene": "host", "within": "7wd"})
    asked = []
    for seed in range(4):
        played = rehearse(from_document(document), "45", seed=seed)
        found = [each.event for each in played.entries if isinstance(each.event, ConsentAsked)]
        assert len({(each.seat, each.facts, each.to) for each in found}) == len(found)
        asked += found
    assert asked
    assert {each.giver for each in asked} == {"parent"}


def test_without_the_action_nobody_asks() -> None:
    """A format that does not name the action plays as it did."""
    played = rehearse(load("small"), "45", seed=1)
    assert not [each for each in played.entries if each.kind.startswith(("consent.", "family."))]


def test_asking_for_leave_can_be_what_was_expected() -> None:
    """An expected act 'consent' is met by asking for its cards, for one of its seats."""
    document = copy.deepcopy(story().document)
    inject = next(each for each in document["source"]["injects"] if each["id"] == "I1")
    inject["expects"][0] = {
        **{key: inject["expects"][0][key] for key in ("id", "within", "text")},
        "seat": "kontaktlaerer",
        "act": "consent",
        "to": ["barnevern"],
        "facts": ["F2"],
    }
    room = Room(manned=("kontaktlaerer",), story=from_document(document)).start().at(60_000)
    room.seat("kontaktlaerer", AskConsent("parent", "share", ("F2",), ("barnevern",)))
    met = [each.event for each in room.entries if isinstance(each.event, ExpectationMet)]
    assert [each.expected for each in met] == ["X1"]
    done = [rehearse(from_document(document), "45", seed=seed) for seed in range(12)]
    assert any(isinstance(each.event, ConsentAsked) for one in done for each in one.entries)


def _played() -> Room:
    """A room in which people play the family, take time, answer, let the story answer, and in
    which leave is given slowly, at once, and taken back."""
    room = Room(manned=ALL, story=story(I5=["C1"])).start().at(60_000)
    room.seat("kontaktlaerer", AskConsent("parent", "share", ("F2",), ("barnevern",)))
    room.seat("helsesykepleier", AskConsent("child", "share", ("F4",), ("barnevern",)))
    room.do(FACILITATOR, PlayFamily("child", "leader"))
    room.at(70_000).seat("helsesykepleier", SeekVoice("child"))
    room.at(80_000).do(FACILITATOR, TakeTime(listening="helsesykepleier-1"))
    room.seat("rektor", SeekVoice("child"))
    room.at(90_000).do(FACILITATOR, KeepSilent("rektor-1"))
    return room.at(300_000)


def test_the_family_goes_on_from_every_head() -> None:
    """Started from the state after any committed head, the engine does what it did (decisions 6):
    what people have not answered yet is answered at the same moment, by the same row."""
    room = _played()
    entries, plan = room.entries, room.state.plan
    kinds = {entry.kind for entry in entries}
    assert kinds >= {"consent.answered", "consent.withdrawn", "family.waited", "voice.heard"}
    for head in range(1, len(entries)):
        if entries[head].at_ms == entries[head - 1].at_ms:
            continue
        engine = Engine(refold(plan, entries[:head]))
        later = [entry for entry in entries[head:] if entry.actor.is_input]
        for (command, at_ms), group in groupby(later, key=lambda e: (e.command_id, e.at_ms)):
            acts = list(group)
            engine.run(at_ms - 1)
            engine.apply([e.event for e in acts], acts[0].actor, at_ms, command or "")
        engine.run(300_000)
        assert first_difference(entries[head:], engine.take()) is None, head
