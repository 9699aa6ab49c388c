"""The figures by Fafo's factors, who met whom, and when the child was heard."""

from __future__ import annotations

from debrief.crosswalk import FACTORS, factors, who_met
from debrief.heard import heard
from scenarios.indicators import indicators
from simulator.play.care_plan import SetGoal
from simulator.play.kernel import ENGINE
from simulator.play.voice import SeekVoice, VoiceHeard
from tests.debrief.builder import MINUTE, Tale
from tests.debrief.played import played


def test_each_factor_rests_on_indicators_that_there_are() -> None:
    """Seven factors; every indicator they name is published."""
    assert len(FACTORS) == 7
    named = {each for ids in FACTORS.values() for each in ids}
    assert named - {"RL6"} <= set(indicators())


def test_a_factor_holds_what_has_ground_and_was_declared() -> None:
    """M39: the same figures as in the five R's, sorted; nothing that the format does not show."""
    record = Tale().record.__class__(Tale().plan, played("typical", 2))
    declared = set(record.plan.format.indicators)
    rows = {row.factor: row for row in factors(record)}
    assert list(rows) == list(FACTORS)
    for factor, row in rows.items():
        for figure in row.figures:
            assert figure.id in declared & set(FACTORS[factor])
            assert figure.value is not None


def test_pairs_that_met_are_counted_once() -> None:
    """The scripted meeting brings all four together: six pairs of six."""
    before, tale = Tale().start(), Tale().to_meeting()
    assert (who_met(before.record).met, who_met(before.record).pairs) == (0, 6)
    tale.open_meeting()
    found = who_met(tale.record)
    assert (found.met, found.pairs, len(found.seqs)) == (6, 6, 1)


def test_when_she_was_first_heard() -> None:
    """F12: time to the first answer; a seat for the family; goals that rest on a listening."""
    tale = Tale().start().wait(MINUTE)
    assert (heard(tale.record).first, heard(tale.record).times) == (0, 0)
    tale.do("rektor", SeekVoice("child"))
    answer = tale.tell(ENGINE, VoiceHeard("rektor-1", "rektor", "child", "V1"))
    tale.do("rektor", SetGoal("Ha en venn", "rektor-1"))
    found = heard(tale.record)
    assert (found.first, found.times, found.goals, found.hers) == (answer.seq, 1, 1, 1)
    assert found.after_story == answer.story_ms
    assert found.meetings == 0
