"""RG6 on disagreement, told by hand."""

from __future__ import annotations

from debrief.measures.dissent import handled
from simulator.play.cooperation import AnswerDisagreement, Disagree, RepairCooperation
from tests.debrief.builder import Tale, expecting

FIRST = "kontaktlaerer-1"


def _said() -> Tale:
    tale = Tale().start()
    tale.do("kontaktlaerer", Disagree("rektor", "Det haster mer", "Planen"))
    return tale.at(600_000).end_leg()


def test_said_and_left_lying() -> None:
    """Four minutes later nobody has met it."""
    assert (handled(_said().record).value, handled(_said().record).n) == (0, 1)


def test_an_answer_or_taking_it_up_again_meets_it() -> None:
    """Either will do: agreeing is not asked for."""
    answered, repaired = _said(), _said()
    answered.do("rektor", AnswerDisagreement(FIRST, "keeps", "Vi venter til mandag"))
    repaired.do("rektor", RepairCooperation(FIRST, "Vi ringer sammen"))
    assert [handled(each.record).value for each in (answered, repaired)] == [1, 1]


def test_said_just_now_is_no_ground_yet() -> None:
    """Nobody could have met it."""
    tale = Tale().start()
    tale.do("kontaktlaerer", Disagree("rektor", "Det haster mer", "Planen"))
    assert handled(tale.record).value is None


def test_silence_where_the_story_calls_for_a_no() -> None:
    """Disagreement that somebody was expected to say, and did not."""
    tale = Tale(expecting("I7", "X7", act="disagree", task=None)).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    assert handled(tale.record).value == 0
