"""Simulated colleagues ask for leave where a card needs it, and only where a format has that."""

from __future__ import annotations

import copy

from scenarios.loader import from_document, load
from simulator.play.consent import AskConsent, ConsentAsked
from simulator.play.expectations import ExpectationMet
from simulator.rehearse import rehearse
from tests.simulator.builder import Room
from tests.simulator.leave import story


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
    done = [rehearse(from_document(document), "45", seed=seed) for seed in range(4)]
    assert any(isinstance(each.event, ConsentAsked) for one in done for each in one.entries)
