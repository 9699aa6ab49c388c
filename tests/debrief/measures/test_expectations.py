"""RA3 and RG3 on expected actions told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.expectations import duty_to_report, response_times
from debrief.responses import response_rows, summarize
from simulator.play.answers import GiveAnswer
from simulator.play.facts import ShareFacts
from simulator.play.kernel import Entry
from simulator.play.undo import Withdraw
from simulator.play.voice import SeekVoice
from tests.debrief.builder import Tale, expecting

DAY = 75_000
"""Real ms of a working day in ``host``."""


def _share(tale: Tale) -> Entry:
    return tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",), basis="task"))[0]


def test_in_time_is_one_and_never_is_nothing() -> None:
    """Severity weighs: X1 (1) met and X3 (2) missed give a third."""
    tale = Tale().start()
    tale.deliver("I1")
    tale.deliver("I3")
    tale.met("X1", _share(tale.wait(60_000)))
    tale.at(400_000).late("X3")
    figure = response_times(tale.record)
    assert figure.value == pytest.approx(1 / 3)
    assert (figure.n, figure.counts) == (2, {"in_time": 1, "missed": 1})


def test_late_falls_evenly_to_twice_the_deadline() -> None:
    """Five working days for a deadline of four is a quarter over: 0.75."""
    tale = Tale().start()
    tale.deliver("I1")
    tale.at(4 * DAY).late("X1")
    tale.met("X1", _share(tale.at(5 * DAY)), in_time=False)
    assert response_times(tale.record).value == pytest.approx(0.75)
    assert summarize(tale.record).median_ratio == pytest.approx(1.25)


def test_nothing_asked_is_no_ground() -> None:
    """Without an expectation there is no response time, and no duty kept or broken."""
    record = Tale().start().wait(300_000).record
    assert response_times(record).value is None
    assert duty_to_report(record).value is None
    assert summarize(record).median_ratio is None


def test_what_the_drill_passed_over_does_not_count() -> None:
    """Postponed by a jump is neither late nor an opportunity."""
    tale = Tale().start()
    tale.deliver("I1")
    tale.wait(60_000).postponed("X1")
    assert response_times(tale.record).value is None


def test_more_than_two_things_at_once_are_not_measured() -> None:
    """The third thing that waits on a seat has no measured time, the first two have."""
    tale = Tale().start()
    for inject in ("I3", "I6", "I8"):
        tale.deliver(inject)
    for expected in ("X3", "X6", "X8"):
        tale.wait(100_000).late(expected)
    rows = response_rows(tale.record)
    assert [row.measured for row in rows] == [True, True, False]
    assert response_times(tale.record).n == 2


def test_an_act_taken_back_meets_nothing() -> None:
    """What was withdrawn within its ten seconds is as if it had not been done."""
    tale = Tale().start()
    tale.deliver("I1")
    act = _share(tale)
    tale.met("X1", act)
    tale.wait(5_000).do("kontaktlaerer", Withdraw(act.seq))
    assert response_rows(tale.record)[0].standing == "going_on"


def test_a_gate_is_in_no_mean() -> None:
    """A safety act is shown held or not held, and weighs in nothing."""
    tale = Tale(expecting("I3", "X3", gate=True)).start()
    tale.deliver("I3")
    tale.met("X3", tale.do("helsesykepleier", SeekVoice("child"))[0])
    assert response_times(tale.record).value is None


def test_the_duty_to_report_late_is_half() -> None:
    """A report in time is 1, a late one a half, one that never came 0."""
    plan = expecting("I1", "X1", basis="duty")
    for end, value in (("met", 1.0), ("late", 0.5), ("never", 0.0)):
        tale = Tale(plan).start()
        tale.deliver("I1")
        tale.at(4 * DAY)
        if end != "met":
            tale.late("X1")
        if end != "never":
            tale.met("X1", _share(tale), in_time=end == "met")
        assert duty_to_report(tale.record).value == value, end


def test_a_report_without_a_duty_counts_against() -> None:
    """Who claims the duty to report where it does not apply scores 0 for it."""
    tale = Tale().start()
    tale.deliver("I1")
    tale.do("kontaktlaerer", ShareFacts(("barnevern",), ("F2",), basis="duty"))
    figure = duty_to_report(tale.record)
    assert (figure.value, figure.counts) == (0, {"without_duty": 1})


def test_a_thin_report_is_not_a_false_one() -> None:
    """A line without cards claims nothing wrong; what it lacks is counted where it was expected."""
    tale = Tale().start()
    tale.do("kontaktlaerer", ShareFacts(("barnevern",), (), "Vi er urolige", basis="duty"))
    assert duty_to_report(tale.record).value is None


def test_what_passed_a_card_on_without_a_basis_earns_nothing() -> None:
    """Sending all to all meets what was expected in the journal, and gains no time for it."""
    tale = Tale(expecting("I1", "X1", basis="duty")).start()
    tale.deliver("I1")
    everybody = ("rektor", "helsesykepleier", "barnevern")
    sent = tale.do("kontaktlaerer", ShareFacts(everybody, ("F2",), basis="task"))[0]
    tale.met("X1", sent)
    row = response_rows(tale.record)[0]
    assert (row.standing, row.sound, row.done) == ("in_time", False, False)
    assert response_times(tale.record).value == 0
    assert duty_to_report(tale.record).value == 0


def test_an_answer_without_a_word_earns_nothing() -> None:
    """Three dots at once are no answer in time; a word is, whatever it says."""
    for said, value in (("…", 0), ("Jeg ringer", 1)):
        tale = Tale(expecting("I1", "X1", act="answer")).start()
        tale.deliver("I1")
        item = "inject.I1@kontaktlaerer"
        tale.met("X1", tale.do("kontaktlaerer", GiveAnswer(item, said))[0])
        assert response_times(tale.record).value == value, said
