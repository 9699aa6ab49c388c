"""Rehearsals: whole exercises play to their end by themselves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scenarios.loader import load
from simulator.play.facts import Facts
from simulator.play.kernel import Entry
from simulator.play.passes import Handovers
from simulator.play.rooms import evolve, new_state
from simulator.rehearse import rehearse

SMALL = load("small")
ALL = ("rektor", "kontaktlaerer", "helsesykepleier", "barnevern")


@pytest.mark.parametrize("players", ["silent", "typical"])
@pytest.mark.parametrize("manned", [(), ("rektor",), ALL])
def test_plays_to_its_end(players: str, manned: tuple[str, ...]) -> None:
    """Every profile, with any number of seats manned, reaches the end near its planned time."""
    for seed in range(1, 6):
        played = rehearse(SMALL, "45", seed=seed, players=players, manned=manned)
        assert "play.ended" in {entry.kind for entry in played.entries}
        holds = 3 * 60_000 * len(played.plan.legs)
        assert played.plan.play_ms <= played.entries[-1].at_ms + 1
        assert played.entries[-1].at_ms <= played.plan.play_ms + holds + 1_000


def test_silent_never_sees_or_acts() -> None:
    """Silent colleagues neither open nor do anything."""
    played = rehearse(SMALL, "45", players="silent")
    assert not [entry for entry in played.entries if entry.actor.kind == "colleague"]


def test_journal_is_gapless_and_never_goes_back() -> None:
    """Seq counts from 1 without a gap; play and story time never fall."""
    entries = rehearse(SMALL, "45", seed=9).entries
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    pairs = list(pairwise(entries))
    assert all(a.at_ms <= b.at_ms and a.story_ms <= b.story_ms for a, b in pairs)


def test_knowledge_comes_only_by_events() -> None:
    """Colleagues pass on only what they know, and nobody knows what no event told them."""
    for seed in range(1, 8):
        played = rehearse(SMALL, "45", seed=seed)
        state = new_state(played.plan)
        for entry in played.entries:
            _only_known_cards(state[Facts], entry)
            before = {seat: set(own) for seat, own in state[Facts].known.items()}
            evolve(state, entry)
            telling = ("inject.delivered", "fact.shared", "voice.heard", "play.started")
            if entry.kind not in telling:
                after = {seat: set(own) for seat, own in state[Facts].known.items() if own}
                assert after == {seat: own for seat, own in before.items() if own}


def _only_known_cards(facts: Facts, entry: Entry) -> None:
    sender = getattr(entry.event, "sender", None)
    cards = getattr(entry.event, "facts", None)
    if sender and cards:
        assert facts.knows(sender, cards)


def test_exactly_one_is_responsible_inside_a_handover() -> None:
    """At every moment each open handover has one responsible seat: sender or receiver."""
    for seed in range(1, 8):
        played = rehearse(SMALL, "45", seed=seed)
        state = new_state(played.plan)
        for entry in played.entries:
            evolve(state, entry)
            for each in state[Handovers].passes.values():
                assert each.responsible in (each.sender, each.receiver)
                if each.step in ("taken_over", "read_back", "started", "told"):
                    assert each.responsible == each.receiver


def test_unknown_words_are_refused() -> None:
    """A profile or seat that does not exist is named, with those that do."""
    with pytest.raises(KeyError, match="typical"):
        rehearse(SMALL, "45", players="perfect")
    with pytest.raises(KeyError, match="rektor"):
        rehearse(SMALL, "45", manned=["nobody"])
