"""RG2 on asking leave, told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.consent import quality
from simulator.play.consent import AskConsent
from simulator.play.kernel import ENGINE
from simulator.play.script import InjectDelivered
from tests.debrief.builder import Tale, expecting


def _knows() -> Tale:
    """Kontaktlærer knows a card."""
    tale = Tale().start()
    tale.tell(ENGINE, InjectDelivered("I1", ("kontaktlaerer",)))
    return tale


def test_six_parts_make_a_consent_that_means_something() -> None:
    """Who, what, to whom, why, how long, can be taken back: all six, and then three of them."""
    tale = _knows()
    cards = (next(iter(tale.plan.injects["I1"].facts)),)
    whole = AskConsent("parent", "share", cards, ("rektor",), "For å hjelpe", "weeks", True)  # noqa: FBT003
    tale.do("kontaktlaerer", whole)
    assert quality(tale.record).value == 1
    tale.do("kontaktlaerer", AskConsent("parent", "share", cards, ("rektor",)))
    figure = quality(tale.record)
    assert figure.value == pytest.approx((1 + 3 / 6) / 2)
    assert figure.counts == {"asked": 2, "whole": 1}


def test_not_asking_where_it_was_called_for_is_nothing() -> None:
    """Leave that somebody was expected to ask for."""
    tale = Tale(expecting("I7", "X7", act="consent", task=None)).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    assert quality(tale.record).value == 0


def test_nobody_asked_and_nobody_had_to() -> None:
    """No ground."""
    assert quality(Tale().start().record).value is None
