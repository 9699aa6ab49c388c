"""What if: pairs on the same seed, which differ by the change and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debrief.pairs import ASKED, compare
from debrief.summary import summary
from scenarios.loader import load
from simulator.moments import NotForkableError
from simulator.play.facts import FactsShared, ShareFacts
from simulator.play.kernel import Actor, Entry
from simulator.play.steering import EndLeg
from simulator.play.tasks import ClaimTask
from simulator.rehearse import Rehearsal, rehearse
from simulator.whatif import Pair, Step, act_at, change_at, first_different, whatif

SMALL = load("small")
MANNED = ("rektor", "barnevern", "helsesykepleier")


@cache
def _played(seed: int = 3) -> Rehearsal:
    return rehearse(SMALL, "45", seed=seed, manned=MANNED, protected=False)


def _acts(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if act_at(entries, entry.seq)]


def _pairs(played: Rehearsal, seq: int, instead: Sequence[Step] = (), runs: int = 3) -> list[Pair]:
    change = change_at(played.entries, seq, instead)
    return list(whatif(SMALL, played.entries, change, runs=runs, seed=11))


def _shared(played: Rehearsal) -> tuple[Entry, ShareFacts]:
    """An act of sharing, and the command it came from."""
    for entry in _acts(played.entries):
        if isinstance(entry.event, FactsShared) and len(act_at(played.entries, entry.seq)) == 1:
            event = entry.event
            return entry, ShareFacts(event.to, event.facts, event.line, event.stated, event.item)
    raise AssertionError("nobody shared anything")


def _unstamped(entries: Sequence[Entry]) -> list[Entry]:
    return [replace(entry, recorded_at=0) for entry in entries]


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 400))
def test_the_same_act_instead_differs_by_nothing(seed: int) -> None:
    """Given as a command at its own moment, the act leads to the very same journal, figure by
    figure exactly 0."""
    played = _played()
    entry, command = _shared(played)
    change = change_at(played.entries, entry.seq, [Step(0, entry.actor, command)])
    [pair] = whatif(SMALL, played.entries, change, runs=1, seed=seed)
    assert pair.refused is None
    assert _unstamped(pair.without) == _unstamped(pair.changed)
    lines = [[summary(played.plan, side)] for side in (pair.without, pair.changed)]
    for each in compare(*lines):
        assert each.difference["n"] == 0 or each.difference["min"] == each.difference["max"] == 0
        assert each.more == each.less == 0


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_a_pair_is_the_journal_up_to_the_change(data: st.DataObject) -> None:
    """Whatever act is left out, both runs have all that came before, and end."""
    played = _played(data.draw(st.sampled_from([3, 4])))
    entry = data.draw(st.sampled_from(_acts(played.entries)))
    change = change_at(played.entries, entry.seq, [])
    [pair] = whatif(SMALL, played.entries, change, runs=1, seed=data.draw(st.integers(1, 99)))
    before = played.entries[1 : change.head]
    assert pair.without[1 : change.head] == before == pair.changed[1 : change.head]
    assert change.head < entry.seq
    for side in (pair.without, pair.changed):
        assert any(each.kind == "play.ended" for each in side)


def test_an_act_left_out_is_what_first_differs() -> None:
    """The act stands in the one run and not in the other, and is told first."""
    played = _played()
    entry, _ = _shared(played)
    [pair] = _pairs(played, entry.seq, runs=1)
    change = change_at(played.entries, entry.seq, [])
    without, _ = first_different(pair, change.head)
    assert without[0].event == entry.event
    assert entry.event not in [each.event for each in pair.changed]


def test_runs_repeat_and_seeds_differ() -> None:
    """The same question gets the same answer; each pair is of a seed of its own."""
    played = _played()
    entry, _ = _shared(played)
    once, again = (_pairs(played, entry.seq) for _ in range(2))
    assert once == again
    assert [pair.seed for pair in once] == [11, 12, 13]
    assert once[0].without != once[1].without


def test_people_are_nowhere_in_a_pair_after_the_change() -> None:
    """From the chosen moment on no participant acts: all seats are colleagues."""
    played = _played()
    entry, _ = _shared(played)
    change = change_at(played.entries, entry.seq, [])
    for pair in _pairs(played, entry.seq, runs=2):
        for each in (*pair.without[change.head :], *pair.changed[change.head :]):
            assert not each.actor.participant


def test_an_act_can_come_later_or_earlier() -> None:
    """The changed run has it so much later; earlier, the comparison has it in its own time."""
    played = _played()
    entry, command = _shared(played)
    by = Actor("seat", entry.actor.seat)
    later = change_at(played.entries, entry.seq, [Step(30_000, by, command)])
    [pair] = whatif(SMALL, played.entries, later, runs=1)
    given_at = [each.at_ms for each in pair.changed if each.event == entry.event and not _sim(each)]
    assert given_at in ([later.at_ms + 30_000], [])
    earlier = change_at(
        played.entries, entry.seq, [Step(-1, by, command)], again=Step(0, by, command)
    )
    assert earlier.at_ms < later.at_ms
    assert [step.at_ms for step in earlier.asked] == [later.at_ms]
    with pytest.raises(NotForkableError, match="another time"):
        change_at(played.entries, entry.seq, [Step(-1, by, command)])


def _sim(entry: Entry) -> bool:
    return entry.actor.kind == "colleague"


def test_what_the_rules_refuse_is_told_with_the_pair() -> None:
    """A card that the seat does not know: the pair says why, and the run goes on without it."""
    played = _played()
    entry, _ = _shared(played)
    unknown = ShareFacts(("rektor",), ("no-such-card",))
    step = Step(0, Actor("seat", entry.actor.seat), unknown)
    [pair] = _pairs(played, entry.seq, [step], runs=1)
    assert pair.refused is not None
    assert pair.refused.code == "card_not_known"


def test_the_clock_is_no_act() -> None:
    """Its steps can neither be left out nor given."""
    played = _played()
    clock = next(each for each in played.entries if each.kind == "leg.started")
    assert act_at(played.entries, clock.seq) == ()
    with pytest.raises(NotForkableError, match="clock"):
        change_at(played.entries, clock.seq, [Step(0, Actor("facilitator"), EndLeg())])


def test_something_can_be_done_where_nothing_was() -> None:
    """At an entry that is nobody's act, the command comes right after its instant."""
    played = _played()
    opened = next(each for each in played.entries if each.kind == "task.opened")
    task = opened.event.task  # type: ignore[attr-defined]
    step = Step(0, Actor("seat", "rektor"), ClaimTask(task))
    change = change_at(played.entries, opened.seq, [step])
    [pair] = whatif(SMALL, played.entries, change, runs=1)
    _, changed = first_different(pair, change.head)
    assert changed[0].kind == "task.claimed"
    assert changed[0].at_ms <= change.at_ms + 1


def test_every_figure_asked_for_is_there() -> None:
    """Each has a median on both sides and a difference with its quartiles, or no ground at all."""
    played = _played()
    entry, _ = _shared(played)
    pairs = _pairs(played, entry.seq, runs=4)
    lines = [
        [summary(played.plan, pair.without) for pair in pairs],
        [summary(played.plan, pair.changed) for pair in pairs],
    ]
    compared = compare(*lines)
    assert tuple(each.path for each in compared) == ASKED
    for each in compared:
        assert each.more + each.less + each.same == each.difference["n"]
        if each.difference["n"]:
            low, middle, high = (each.difference[name] for name in ("q1", "median", "q3"))
            assert low <= middle <= high  # type: ignore[operator]
