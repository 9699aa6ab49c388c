"""RE2, RE3 and RE4 on Planen told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.care_plan import childs_goals, line_of_sight, looked_back
from simulator.play.care_plan import EvaluateMeasure, SetGoal, SetMeasure
from simulator.play.kernel import ENGINE
from simulator.play.planned import MeasureReminded
from simulator.play.voice import SeekVoice
from tests.debrief.builder import Tale, expecting

GOAL = MEASURE = "helsesykepleier-1"


def _planned(**measure: str) -> Tale:
    """A goal on no voice, with one measure."""
    tale = Tale().start()
    tale.do("helsesykepleier", SetGoal("Ha en å gå til"))
    tale.do("helsesykepleier", SetMeasure(GOAL, "Fast voksen", **measure))  # type: ignore[arg-type]
    return tale


def _missed(act: str) -> Tale:
    tale = Tale(expecting("I7", "X7", act=act, task=None)).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    return tale


def test_goals_that_are_hers() -> None:
    """One goal rests on a time she was listened to, one on none."""
    tale = Tale().start()
    tale.do("helsesykepleier", SeekVoice("child"))
    tale.do("helsesykepleier", SetGoal("Ha en å gå til", "helsesykepleier-1"))
    tale.do("helsesykepleier", SetGoal("Møte opp hver dag"))
    assert (childs_goals(tale.record).value, childs_goals(tale.record).n) == (0.5, 2)


def test_a_plan_that_was_due_and_never_begun() -> None:
    """Nobody wrote a goal or a measure where somebody was expected to."""
    record = _missed("plan").record
    assert (childs_goals(record).value, line_of_sight(record).value) == (0, 0)
    assert looked_back(_missed("evaluate").record).value == 0


def test_a_measure_needs_what_for_who_and_when() -> None:
    """A third each; all three are a line from goal to act."""
    assert line_of_sight(_planned().record).value == 0
    assert line_of_sight(_planned(owner="rektor").record).value == pytest.approx(1 / 3)
    whole = _planned(owner="rektor", expected="Hun leker igjen", by="2wd")
    assert line_of_sight(whole.record).value == 1


def test_looking_back_when_the_date_comes() -> None:
    """Never is 0; in time with a line of one's own is 1, and half with nothing behind it."""
    for line, worth in (("Hun ler mer", 1.0), ("", 0.5)):
        tale = _planned(owner="rektor", expected="Hun leker igjen", by="2wd")
        due = tale.entries[-1].story_ms + 1
        tale.tell(ENGINE, MeasureReminded(MEASURE, 1, "rektor", due))
        tale.at(600_000).end_leg()
        assert looked_back(tale.record).value == 0
        tale.do("rektor", EvaluateMeasure(MEASURE, "better", "keep", line))
        assert (looked_back(tale.record).value, looked_back(tale.record).n) == (worth, 1)


def test_a_date_that_has_not_come_is_no_ground() -> None:
    """Reminded, with time left."""
    tale = _planned(owner="rektor", expected="Hun leker igjen", by="2wd")
    tale.tell(ENGINE, MeasureReminded(MEASURE, 1, "rektor", tale.entries[-1].story_ms + 10**9))
    assert looked_back(tale.record).value is None
