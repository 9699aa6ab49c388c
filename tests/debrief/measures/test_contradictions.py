"""RE6 on tasks that pull two ways, told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.contradictions import held_together
from simulator.play.cooperation import TalkCooperation
from simulator.play.spoken import ConfirmAgreed, SayAgreed
from simulator.play.tasks import ClaimTask, ReleaseTask
from tests.debrief.builder import Tale, changed

PULLING = changed("tasks", "T1", pulls_against=["T2"])


@pytest.fixture
def taken() -> Tale:
    """Both tasks have an owner, and those two have not met."""
    tale = Tale(PULLING).start()
    for task, seat in (("T1", "kontaktlaerer"), ("T2", "rektor")):
        tale.open(task)
        tale.do(seat, ClaimTask(task))
    return tale.wait(1_000)


def test_each_pulls_its_way(taken: Tale) -> None:
    """Nobody who holds the one has spoken with who holds the other."""
    taken.do("helsesykepleier", TalkCooperation(("rektor",), "Hvordan vi jobber"))
    assert (held_together(taken.record).value, held_together(taken.record).n) == (0, 1)


def test_talking_holds_them_together(taken: Tale) -> None:
    """The two owners talked about how they work, after both had taken theirs."""
    taken.do("kontaktlaerer", TalkCooperation(("rektor",), "To planer"))
    assert held_together(taken.record).value == 1


def test_agreeing_aloud_holds_them_together(taken: Tale) -> None:
    """Said by the one, confirmed by the other; said alone is not agreed."""
    said = taken.do("kontaktlaerer", SayAgreed("rektor", line="Vi gjør det i én plan"))[0].event
    assert held_together(taken.record).value == 0
    taken.do("rektor", ConfirmAgreed(said.agreement))  # type: ignore[attr-defined]
    assert held_together(taken.record).value == 1


def test_one_owner_of_both_holds_them_together(taken: Tale) -> None:
    """Rektor takes the other one, too, when its owner lets go."""
    taken.do("kontaktlaerer", ReleaseTask("T1"))
    taken.do("rektor", ClaimTask("T1"))
    assert held_together(taken.record).value == 1


def test_a_pair_that_nobody_took_is_no_ground() -> None:
    """What has no owner is RO4's to tell."""
    tale = Tale(PULLING).start()
    for task in ("T1", "T2"):
        tale.open(task)
    assert held_together(tale.record).value is None
