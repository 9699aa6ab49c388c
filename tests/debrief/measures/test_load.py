"""RA4 on tasks and posts told by hand."""

from __future__ import annotations

from debrief.measures.load import realistic
from scenarios.loader import load
from scenarios.plan import Plan, plan_for
from simulator.play.tasks import ClaimTask
from tests.debrief.builder import Tale, expecting, small


def capped(most: int) -> Plan:
    """The small scenario in which nobody should own more than so many tasks."""
    scenario = load("small").scenario()
    chosen = small().format
    limits = chosen.load.model_copy(update={"tasks": most})
    formats = {**scenario.formats, "45": chosen.model_copy(update={"load": limits})}
    return plan_for(scenario.model_copy(update={"formats": formats}), "45")


def test_a_task_too_many_has_no_room() -> None:
    """Two tasks where one is the cap: half of what was taken on had room."""
    tale = Tale(capped(1)).start()
    for task in ("T1", "T2"):
        tale.open(task)
        tale.do("rektor", ClaimTask(task))
    figure = realistic(tale.record)
    assert (figure.value, figure.n, figure.counts["over_cap"]) == (0.5, 2, 1)


def test_without_a_cap_a_task_says_nothing() -> None:
    """A format that declares no cap gives no ground."""
    tale = Tale().start()
    tale.open("T1")
    tale.do("rektor", ClaimTask("T1"))
    assert realistic(tale.record).value is None


def test_time_that_was_due_and_never_freed_is_a_post_without_room() -> None:
    """A leader who was expected to free time, and did not."""
    tale = Tale(expecting("I7", "X7", act="release", task=None)).start()
    tale.deliver("I7")
    tale.wait(60_000).late("X7")
    assert (realistic(tale.record).value, realistic(tale.record).n) == (0, 1)
