"""Strengths, improvements and obstacles that a journal points at (domain 4.11, B9)."""

from __future__ import annotations

import pytest

from debrief.obstacles import obstacles
from debrief.proposals import MOST, Proposal, improvements, strengths
from debrief.record import Record
from debrief.said import named
from tests.debrief.builder import small
from tests.debrief.played import played


def _proposed(record: Record) -> tuple[Proposal, ...]:
    return (*strengths(record), *improvements(record))


@pytest.mark.parametrize("players", ["typical", "silent", "expert"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_proposal_rests_on_entries_of_the_journal(players: str, seed: int) -> None:
    """Each names entries that exist, a seat of the scenario or none, and no blank stays an id."""
    record = Record(small(), played(players, seed))
    last = len(record.entries)
    for each in _proposed(record):
        assert each.said.seqs
        assert all(0 < seq <= last for seq in each.said.seqs), each
        assert each.owner in {"", *small().seats}
        assert each.level in ("case", "service", "leader", "system")
        for key, words in named(small(), each.said.about).items():
            assert words, key
    for said in obstacles(record):
        assert all(0 < seq <= last for seq in said.seqs)


@pytest.mark.parametrize("players", ["typical", "silent"])
def test_three_at_most_of_different_kinds_and_always_the_same(players: str) -> None:
    """No more than a team can do something about, one of a kind, from the journal alone."""
    entries = played(players, 1)
    first, again = (Record(small(), entries) for _ in range(2))
    for of in (strengths, improvements):
        found = of(first)
        assert len(found) <= MOST
        assert len({each.kind for each in found}) == len(found)
        assert found == of(again)


def test_a_silent_team_is_praised_for_nothing_and_hears_of_the_child_first() -> None:
    """Nothing is praised that did not happen; what concerns the child comes first."""
    record = Record(small(), played("silent", 1))
    assert strengths(record) == ()
    assert improvements(record)[0].said.code == "change.child_not_asked"
    assert len(improvements(record)) == MOST


def test_a_service_that_the_kommune_lacks_is_no_fault_of_the_team() -> None:
    """What nobody at the table could decide is told apart."""
    record = Record(small(), played("typical", 1, rektor="absent"))
    assert "obstacle.no_such_service" in [each.code for each in obstacles(record)]
    codes = {each.said.code for each in _proposed(record)}
    assert not any(code.startswith("obstacle.") for code in codes)
