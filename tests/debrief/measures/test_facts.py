"""RG1 on sharing told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.facts import lawful_sharing
from simulator.play.facts import ShareFacts
from tests.debrief.builder import Tale


def _told() -> Tale:
    """The form teacher holds F2, which the head teacher and the nurse need; barnevern may not."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I1")
    return tale.wait(10_000)


def test_sharing_nothing_earns_nothing() -> None:
    """F2 (twice) and F7 were needed and did not come; nobody was tempted."""
    figure = lawful_sharing(_told().at(600_000).end_leg().record)
    assert figure.value == 0
    assert figure.counts == {"needed": 3, "arrived": 0, "tempting": 0, "without_basis": 0}


def test_nothing_known_is_no_ground() -> None:
    """Before the scene that needs it is over, nothing was missed."""
    assert lawful_sharing(_told().record).value is None


def test_needed_and_withheld_both_count() -> None:
    """One of three needed cards came, and the one without a basis stayed: (1/3 + 1) ÷ 2."""
    tale = _told()
    tale.do("kontaktlaerer", ShareFacts(("rektor",), ("F2",), basis="task"))
    tale.do("kontaktlaerer", ShareFacts(("barnevern",), (), "Har dere tid til drøfting?"))
    figure = lawful_sharing(tale.at(600_000).end_leg().record)
    assert figure.value == pytest.approx((1 / 3 + 1) / 2)
    assert figure.counts["tempting"] == 1


def test_sharing_all_loses_what_should_have_stayed() -> None:
    """Everything to everybody brings what is needed and breaks every confidence."""
    tale = _told()
    tale.do("kontaktlaerer", ShareFacts(("rektor", "helsesykepleier", "barnevern"), ("F2",)))
    tale.do("rektor", ShareFacts(("kontaktlaerer",), ("F7",)))
    figure = lawful_sharing(tale.at(600_000).end_leg().record)
    assert figure.value == pytest.approx((1 + 0) / 2)
    assert figure.counts["without_basis"] == 1


def test_learned_too_late_to_pass_on_is_not_needed() -> None:
    """Who learned it two minutes before the end could not be asked to have shared it."""
    tale = Tale().start().at(480_000)
    tale.deliver("I1")
    figure = lawful_sharing(tale.at(600_000).end_leg().record)
    assert figure.counts["needed"] == 1  # F7, which the head teacher knew from the start
