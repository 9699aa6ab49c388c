"""RE1, RE5 and RO6 on answers told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.probes import duties, goals, shared_picture
from debrief.probe_rows import agreement
from scenarios.plan import Plan
from scenarios.schema import ProbeQuestion
from simulator.play.baton import TakeBaton
from simulator.play.probes import AnswerProbe
from tests.debrief.builder import Tale, changed

SEATS = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")


def _asked(answers: dict[str, tuple[str, ...]], question: str, plan: Plan | None = None) -> Tale:
    tale = Tale(plan).start()
    tale.do("rektor", TakeBaton())
    tale.ask("P1")
    for seat, choice in answers.items():
        tale.do(seat, AnswerProbe("P1", {question: choice}))
    tale.asked("P1")
    return tale


def _goals() -> Plan:
    asked = ProbeQuestion(id="G", ask="Hvilke mål?", kind="goals", options=["a", "b", "c", "d"])
    return changed("probes", "P1", questions=[asked])


def test_agreeing_on_what_is_right() -> None:
    """Three of four name the coordinator: agreement 3/4 × right 3/4."""
    tale = _asked({**dict.fromkeys(SEATS[:3], ("rektor",)), "barnevern": ("",)}, "Q1")
    figure = shared_picture(tale.record)
    assert figure.value == pytest.approx(9 / 16)
    assert (figure.n, len(figure.evidence)) == (4, 5)


def test_agreeing_on_what_is_wrong_is_nothing() -> None:
    """All of one wrong mind share no true picture."""
    tale = _asked(dict.fromkeys(SEATS, ("barnevern",)), "Q1")
    assert shared_picture(tale.record).value == 0
    assert agreement(tale.record) == pytest.approx((1 + 0) / 2)


def test_a_question_nobody_answered_is_nothing() -> None:
    """Silence is not agreement."""
    record = _asked({}, "Q1").record
    assert shared_picture(record).value == 0
    assert duties(record).value == 0
    assert agreement(record) == 0


def test_what_was_not_asked_is_no_ground() -> None:
    """Before any probe there is nothing to say."""
    record = Tale().start().record
    assert [each(record).value for each in (goals, shared_picture, duties)] == [None] * 3
    assert agreement(record) is None


def test_knowing_whose_duty_it_is() -> None:
    """One of two who answered was right; who kept silent is left out."""
    tale = _asked({"rektor": ("rektor",), "barnevern": ("kontaktlaerer",)}, "Q2")
    figure = duties(tale.record)
    assert (figure.value, figure.n) == (0.5, 2)


def test_goals_overlap_pair_by_pair() -> None:
    """{a, b} and {b, c} share one goal of three."""
    tale = _asked({"rektor": ("0", "1"), "barnevern": ("1", "2")}, "G", _goals())
    assert goals(tale.record).value == pytest.approx(1 / 3)


def test_one_voice_has_no_goals_in_common() -> None:
    """With a single answer there is nothing in common."""
    tale = _asked({"rektor": ("0", "1")}, "G", _goals())
    assert goals(tale.record).value == 0


def test_live_play_counts_people_only() -> None:
    """What simulated seats answer is not the team's picture; two people's is."""
    tale = Tale(people=("rektor", "barnevern")).start()
    tale.do("rektor", TakeBaton())
    tale.ask("P1")
    for seat in SEATS:
        choice = ("rektor",) if seat in tale.people else ("",)
        tale.do(seat, AnswerProbe("P1", {"Q1": choice}))
    figure = shared_picture(tale.record)
    assert (figure.value, figure.n) == (1, 2)
