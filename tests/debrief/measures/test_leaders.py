"""RO7 on what leaders do, told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.leaders import at_own_level
from simulator.play.escalation import AnswerMatter, RaiseMatter
from simulator.play.release import GiveRelease
from simulator.play.tasks import ClaimTask
from tests.debrief.builder import Tale, changed, expecting


def test_backing_and_freeing_is_a_leaders_work() -> None:
    """Rektor, kontaktlærer's leader, backs one matter and frees time: all at the own level."""
    tale = Tale().start()
    tale.do("kontaktlaerer", RaiseMatter("rektor", "Vi står fast"))
    tale.do("rektor", AnswerMatter("kontaktlaerer-1", "backs", "Gjør det"))
    tale.do("rektor", GiveRelease("time", "To timer", 2, to="kontaktlaerer"))
    assert (at_own_level(tale.record).value, at_own_level(tale.record).n) == (1, 2)


def test_sending_back_and_doing_others_work_is_not() -> None:
    """A matter sent back, and a task that is not rektor's to carry, beside one that was backed."""
    tale = Tale(changed("tasks", "T1", fit=["kontaktlaerer"])).start()
    tale.do("kontaktlaerer", RaiseMatter("rektor", "Vi står fast"))
    tale.do("kontaktlaerer", RaiseMatter("rektor", "Og her"))
    tale.do("rektor", AnswerMatter("kontaktlaerer-1", "returns", "Finn ut av det"))
    tale.do("rektor", AnswerMatter("kontaktlaerer-2", "backs", "Ja"))
    tale.open("T1")
    tale.do("rektor", ClaimTask("T1"))
    figure = at_own_level(tale.record)
    assert figure.value == pytest.approx(1 / 3)
    assert figure.counts == {"own": 1, "others": 2}


def test_what_only_a_leader_could_do_and_nobody_did() -> None:
    """Time was to be freed, and was not."""
    tale = Tale(expecting("I7", "X7", act="release", task=None)).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    assert at_own_level(tale.record).value == 0


def test_no_leaders_act_is_no_ground() -> None:
    """Nobody led, and nothing was asked of a leader."""
    assert at_own_level(Tale().start().record).value is None
