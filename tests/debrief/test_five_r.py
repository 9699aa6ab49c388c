"""What holds of every indicator, over whole rehearsals and journals cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debrief.figure import Figure
from debrief.five_r import LEVELS, NAMES, five_r, index, rung, turned, word
from debrief.measures import MEASURES, measure
from debrief.record import Record
from debrief.summary import full, to_json
from scenarios.indicators import indicators
from simulator.play.kernel import Entry
from simulator.play.rooms import EVENTS
from tests.debrief.builder import Tale, small
from tests.debrief.played import played

PROFILES = ("typical", "silent")


def _figures(entries: tuple[Entry, ...]) -> Iterator[Figure]:
    yield from measure(Record(small(), entries)).values()


@given(
    players=st.sampled_from(PROFILES),
    odd=st.sampled_from(PROFILES),
    seed=st.integers(1, 6),
    cut=st.floats(0.05, 1),
)
@settings(max_examples=25, deadline=None)
def test_every_seq_cited_exists_and_is_of_a_kind_its_formula_names(
    players: str, odd: str, seed: int, cut: float
) -> None:
    """Also when the journal stops anywhere; and a figure with a value cites something."""
    entries = played(players, seed, rektor=odd)
    entries = entries[: max(int(len(entries) * cut), 1)]
    kinds = {entry.seq: entry.kind for entry in entries}
    for figure in _figures(entries):
        assert list(figure.evidence) == sorted(set(figure.evidence))
        assert {kinds[seq] for seq in figure.evidence} <= set(figure.kinds)
        assert (figure.value is None) == (figure.n == 0)
        if figure.value is not None:
            assert 0 <= figure.value <= 1
            assert figure.evidence


def test_every_kind_a_formula_names_exists() -> None:
    """A formula cannot rest on an entry that nothing writes."""
    for figure in _figures(played("typical", 1)):
        assert set(figure.kinds) <= set(EVENTS), figure.id


@pytest.mark.parametrize("seed", range(1, 4))
def test_silence_never_looks_good(seed: int) -> None:
    """A team that does nothing gets the worst of every automatic figure that has any ground."""
    known = indicators()
    for figure in (each for each in _figures(played("silent", seed)) if known[each.id].automatic):
        assert turned(figure) in (0, None), figure


def test_a_team_that_plays_beats_one_that_is_silent() -> None:
    """On each R, over some seeds, every index of the playing team is higher."""
    for seed in range(1, 5):
        playing = five_r(Record(small(), played("typical", seed)))
        silent = five_r(Record(small(), played("silent", seed)))
        for name in NAMES:
            ours, theirs = playing[name].index, silent[name].index
            assert ours is not None
            assert theirs is not None
            assert ours > theirs


def test_the_file_and_the_measures_name_the_same_indicators() -> None:
    """What is published is what is measured, two or more for each R, in one order."""
    published = indicators()
    assert list(MEASURES) == list(published)
    assert [each.id for each in _figures(played("typical", 1))] == list(published)
    for name in NAMES:
        assert sum(each.r == name for each in published.values()) >= 2


def test_each_r_has_all_three_levels() -> None:
    """Every R can be said to be there, used, and felt."""
    levels = {(each.r, each.level) for each in indicators().values()}
    assert levels == {(name, level) for name in NAMES for level in LEVELS}


def test_no_person_is_scored() -> None:
    """Neither a participant nor a figure for one seat stands in any debrief."""
    tale = Tale(people=("rektor", "barnevern")).start()
    tale.wait(10_000).deliver("I2")
    told = to_json(full(tale.plan, tale.at(600_000).end_leg().entries))
    assert not re.search(r"p-rektor|p-barnevern|participant", told)
    record = Record(small(), played("typical", 1))
    for figure in measure(record).values():
        assert not set(figure.counts) & set(small().seats)
    assert "total" not in told


def test_an_index_needs_two_and_turns_what_is_better_low() -> None:
    """RO4 0.2 counts as 0.8; one figure alone makes no index."""
    low = Figure("RO4", 0.2, 5, {}, (1,), ("task.opened",))
    high = Figure("RO1", 0.4, 5, {}, (1,), ("task.opened",))
    none = Figure("RO3", None, 0, {}, (), ())
    assert index([low, none]) is None
    assert index([low, high, none]) == pytest.approx(0.6)


def test_few_observations_give_no_word() -> None:
    """Four is too few to say anything; from five the words follow the thresholds."""
    for value, n, said in (
        (1.0, 4, "too_few"),
        (1.0, 5, "yes"),
        (0.5, 5, "partly"),
        (0.1, 5, "little"),
    ):
        assert word([Figure("RA3", value, n, {}, (1,), ())]) == said
    assert word([]) == "too_few"


def test_a_ratio_shows_from_five() -> None:
    """Counts show always, the ratio only where it rests on five."""
    assert Figure("RO3", 0.5, 4, {}, (1,), ()).shown_ratio is None
    assert Figure("RO3", 0.5, 5, {}, (1,), ()).shown_ratio == 0.5
    assert rung(Figure("RO3", 0.8, 5, {}, (1,), ())) == 2


def test_words_rest_on_what_the_format_declares() -> None:
    """RO5 is measured, but this format's screens do not show it."""
    row = five_r(Record(small(), played("typical", 1)))["roller"]
    assert "RO5" in {each.id for each in row.figures}
    assert "RO5" not in row.declared
    assert set(row.words) == set(LEVELS)
