"""RL5 on turns told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.dialogue import balance, gini
from simulator.play.answers import AnswerQuestion, AskSeat
from simulator.play.facts import ShareFacts
from simulator.play.inbox import SeeItem
from tests.debrief.builder import Tale


def test_gini_is_nought_for_all_alike_and_one_for_one_alone() -> None:
    """The two ends of the measure, whatever the number of seats."""
    assert gini([3, 3, 3]) == 0
    assert gini([6, 0, 0]) == 1


def test_no_turns_are_no_balance() -> None:
    """Nobody saying anything is 0, not perfectly even."""
    figure = balance(Tale().start().record)
    assert (figure.value, figure.n) == (0, 4)


def test_alone_there_is_no_ground() -> None:
    """One person among simulated seats has nobody to balance with."""
    assert balance(Tale(people=("rektor",)).start().record).value is None


def test_only_what_was_taken_up_is_a_turn() -> None:
    """A question and its answer are two turns; a line nobody opened is none."""
    tale = Tale(people=("rektor", "barnevern", "kontaktlaerer")).start()
    tale.do("rektor", AskSeat("barnevern", "Når kan vi drøfte?"))
    tale.do("barnevern", AnswerQuestion("rektor-1", "Tirsdag"))
    for _ in range(4):
        tale.wait(1_000).do("kontaktlaerer", ShareFacts(("rektor",), (), "Hei"))
    figure = balance(tale.record)
    assert figure.value == pytest.approx(1 - gini([0, 1, 1]))
    assert figure.counts == {"seats": 3, "turns": 2, "silent": 1}


def test_a_line_that_was_read_is_a_turn() -> None:
    """Opened by its receiver, it was part of the talk."""
    tale = Tale(people=("rektor", "kontaktlaerer")).start()
    tale.do("kontaktlaerer", ShareFacts(("rektor",), (), "Hei"))
    tale.do("rektor", SeeItem("share.kontaktlaerer-1@rektor"))
    assert balance(tale.record).counts["turns"] == 1


def test_what_goes_to_everybody_is_no_part_of_the_talk() -> None:
    """Cards sent without a basis, or mostly to those who need nothing of them, are no turn."""
    for to, facts, turns in (
        (("rektor",), ("F2",), 1),
        (("rektor", "helsesykepleier", "barnevern"), ("F2",), 0),
    ):
        tale = Tale().start()
        tale.deliver("I1")
        tale.do("kontaktlaerer", ShareFacts(to, facts))
        tale.do("rektor", SeeItem("share.kontaktlaerer-1@rektor"))
        assert balance(tale.record).counts["turns"] == turns, to
