"""RA1 and RG5 on decisions told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.decisions import complete, mandate
from simulator.play.decisions import MakeDecision
from simulator.play.voice import SeekVoice
from tests.debrief.builder import Tale, expecting

DUE = expecting("I7", "X7", act="decide", task=None)
"""Rektor is to decide something."""


def _whole(best: str = "Å slippe å være alene") -> MakeDecision:
    return MakeDecision(
        "Fast plass på SFO", "card-1", best, "heard", "rektor-1", owner="rektor", by="1wd"
    )


def test_a_ground_that_is_ones_own() -> None:
    """One decision on a line of the own card, one on no ground at all: half have a mandate."""
    tale = Tale().start()
    tale.do("rektor", MakeDecision("Fast plass", "card-1"))
    tale.do("kontaktlaerer", MakeDecision("Ny timeplan"))
    figure = mandate(tale.record)
    assert (figure.value, figure.n) == (0.5, 2)
    assert figure.counts == {"made": 2, "by_leaders": 1}


def test_a_decision_that_was_due_and_never_made_is_none() -> None:
    """Silence earns nothing where a decision was called for."""
    tale = Tale(DUE).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    assert (mandate(tale.record).value, complete(tale.record).value) == (0, 0)


def test_no_decision_is_no_ground() -> None:
    """Where none was made or called for, nothing is said."""
    record = Tale().start().record
    assert mandate(record).value is None
    assert complete(record).value is None


def test_a_whole_decision_has_five_parts() -> None:
    """Ground, what is best for her, how she was heard, who, and when; each a fifth."""
    tale = Tale().start()
    tale.do("rektor", SeekVoice("child"))
    tale.do("rektor", _whole())
    assert complete(tale.record).value == 1
    tale.do("rektor", MakeDecision("Noe annet", "card-1", heard="not"))
    figure = complete(tale.record)
    assert figure.value == pytest.approx((1 + 1 / 5) / 2)
    assert figure.counts["whole"] == 1


def test_an_assessment_that_was_copied_is_none() -> None:
    """The same words about what is best for her, twice, are an assessment once."""
    tale = Tale().start()
    tale.do("rektor", SeekVoice("child"))
    tale.do("rektor", _whole())
    tale.do("rektor", _whole())
    assert complete(tale.record).value == pytest.approx(0.9)
