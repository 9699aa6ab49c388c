"""Reading a journal once."""

from __future__ import annotations

import time

from debrief.record import Record, holders_at
from debrief.summary import full
from simulator.play.facts import FactsShared, ShareFacts
from simulator.play.tasks import ClaimTask, ReleaseTask
from simulator.play.undo import Withdraw
from tests.debrief.builder import Tale, small
from tests.debrief.played import played


def test_withdrawn_acts_are_never_handed_out() -> None:
    """What was taken back is folded, and asked for by nobody."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    shared = tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",)))[0]
    assert len(tale.record.of(FactsShared)) == 1
    tale.wait(2_000).do("kontaktlaerer", Withdraw(shared.seq))
    assert tale.record.of(FactsShared) == []
    assert tale.record.entry(shared.seq) == shared


def test_the_final_state_is_that_of_the_fold() -> None:
    """The record adds to the state, and never differs from it."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    assert tale.record.state == tale.state


def test_ownership_is_kept_over_time() -> None:
    """Who owned a task can be asked of any entry."""
    tale = Tale().start()
    tale.open("T1")
    claimed = tale.do("rektor", ClaimTask("T1"))[0]
    released = tale.do("rektor", ReleaseTask("T1"))[0]
    changes = tale.record.owners["T1"]
    assert [each.seats for each in changes] == [(), ("rektor",), ()]
    owned = holders_at(changes, released.seq)
    assert owned
    assert owned.seats == ("rektor",)
    assert holders_at(changes, changes[0].seq) is None
    assert claimed.seq == owned.seq


def test_who_counts_is_people_in_live_play_and_all_in_a_rehearsal() -> None:
    """Simulated seats are counted only where nobody else plays."""
    assert Tale(people=("rektor",)).start().record.counted == ("rektor",)
    assert Tale().start().record.counted == tuple(small().seats)


def test_a_question_is_answered_once() -> None:
    """What several measures need is made for the first of them."""
    asked: list[int] = []

    def ask(record: Record) -> int:
        asked.append(1)
        return len(record.entries)

    record = Tale().start().record
    assert record.once(ask) == record.once(ask) == 3
    assert asked == [1]


def test_a_thousand_entries_take_well_under_a_tenth_of_a_second() -> None:
    """Thousands of rehearsals wait on this."""
    entries = played("typical", 1)
    full(small(), entries)
    start = time.perf_counter()
    for _ in range(5):
        full(small(), entries)
    assert (time.perf_counter() - start) / 5 / len(entries) * 1_000 < 0.1
