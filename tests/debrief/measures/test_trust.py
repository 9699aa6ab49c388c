"""RL8: the child's trust, told by hand."""

from __future__ import annotations

from debrief.five_r import five_r
from debrief.measures.trust import trust
from simulator.play.kernel import ENGINE
from simulator.play.situation import SituationMoved
from tests.debrief.builder import Tale


def _moved() -> Tale:
    tale = Tale().start()
    tale.tell(ENGINE, SituationMoved("listened", "", {"trust": 70}))
    tale.tell(ENGINE, SituationMoved("retold", "", {"load": 60}))
    return tale


def test_where_her_trust_stood() -> None:
    """Seventy of a hundred, after one movement of it."""
    figure = trust(_moved().record)
    assert (figure.value, figure.n, len(figure.evidence)) == (0.7, 1, 1)


def test_it_enters_no_index_and_no_word() -> None:
    """It stands beside the indicators of relasjoner; alone it gives neither."""
    row = five_r(_moved().record)["relasjoner"]
    assert "RL8" in {each.id for each in row.figures}
    assert row.index is None
    assert "RL8" not in row.declared
