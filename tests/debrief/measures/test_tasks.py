"""RO1, RO4 and RO5 on tasks told by hand."""

from __future__ import annotations

import pytest

from debrief.clarity import gaps, unowned_share
from debrief.measures.tasks import one_owner, overlap, unowned
from simulator.play.handover import OfferHandover, TakeOver
from simulator.play.interlude import ConfirmHolds
from simulator.play.steering import EndPlay
from simulator.play.tasks import ClaimTask, FinishTask, ReleaseTask
from tests.debrief.builder import Tale


def _opened(*tasks: str) -> Tale:
    tale = Tale().start()
    for task in tasks:
        tale.open(task)
    return tale.wait(10_000)


def _finished(tale: Tale) -> Tale:
    """Play host out, jump, and play uke43 out."""
    return tale.at(600_000).end_leg().jump().at(960_000).end_leg()


def test_nobody_took_it() -> None:
    """Three cells (scene, jump, scene) without an owner: all unowned, none clear, no overlap."""
    record = _finished(_opened("T1")).record
    assert (unowned(record).value, unowned(record).n) == (1, 3)
    assert one_owner(record).value == 0
    assert overlap(record).value is None
    assert unowned_share(record) == 1


def test_no_task_is_no_ground() -> None:
    """Before a task opens there is nobody to miss."""
    record = _finished(Tale().start()).record
    assert [each(record).value for each in (one_owner, unowned, overlap)] == [None] * 3
    assert unowned_share(record) is None


def test_taken_in_the_jump() -> None:
    """Unowned in the scene, owned in the jump and the scene after: a third unowned."""
    tale = _opened("T1").at(600_000).end_leg()
    tale.do("kontaktlaerer", ClaimTask("T1"))
    tale.do("kontaktlaerer", ConfirmHolds(("T1",)))
    record = tale.jump().at(960_000).end_leg().record
    assert unowned(record).value == pytest.approx(1 / 3)
    assert unowned(record).counts["confirmed"] == 1
    assert one_owner(record).value == pytest.approx(2 / 3)


def test_the_wrong_owner_is_not_clear() -> None:
    """A task outside the owner's mandate has an owner, but not the right one."""
    tale = _opened("T1")
    tale.do("barnevern", ClaimTask("T1"))
    record = _finished(tale).record
    assert unowned(record).value == 0
    assert one_owner(record).value == 0


def test_two_owners_overlap() -> None:
    """Of two owned tasks one has two owners: half, and that one is not clear."""
    tale = _opened("T1", "T2")
    tale.do("kontaktlaerer", ClaimTask("T1"))
    tale.do("helsesykepleier", ClaimTask("T1"))
    tale.do("rektor", ClaimTask("T2"))
    record = _finished(tale).record
    assert overlap(record).value == 0.5
    assert one_owner(record).value == 0.5


def test_in_an_open_handover_the_sender_holds_it() -> None:
    """Offered and not taken over, the task is the sender's; taken over, the receiver's."""
    tale = _opened("T1")
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Tar du T1?", tasks=("T1",)))
    tale.at(600_000).end_leg()
    tale.do("helsesykepleier", TakeOver("kontaktlaerer-helsesykepleier-1"))
    figure = one_owner(tale.jump().at(960_000).end_leg().record)
    assert figure.value == 1
    assert figure.n == 1


def test_a_task_just_opened_is_not_counted() -> None:
    """Opened a minute before the scene's end, nobody could take it yet."""
    tale = Tale().start().at(540_000)
    tale.open("T1")
    record = tale.at(600_000).end_leg().record
    assert unowned(record).value is None


def test_finished_keeps_its_owner() -> None:
    """A task that its owner finished was owned in the scene in which it ended, and then no more."""
    tale = _opened("T2")
    tale.do("rektor", ClaimTask("T2"))
    tale.wait(60_000).do("rektor", FinishTask("T2"))
    figure = unowned(_finished(tale).record)
    assert (figure.value, figure.n) == (0, 1)


def test_gaps_are_the_stretches_without_a_name() -> None:
    """From opening to claim, and from release to the end of play."""
    tale = _opened("T1")
    tale.do("kontaktlaerer", ClaimTask("T1"))
    tale.wait(100_000).do("kontaktlaerer", ReleaseTask("T1"))
    tale.wait(50_000)
    tale.steer(EndPlay())
    assert [gap.lasted_ms for gap in gaps(tale.record)] == [10_000, 50_000]
