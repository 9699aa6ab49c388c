"""What the coach touched is not scored, and nothing else is lost by it (mechanics 3)."""

from __future__ import annotations

from debrief.coached import touched
from debrief.handovers import counted_rows, handover_rows
from debrief.measures import measure
from debrief.measures.expectations import response_times
from debrief.responses import response_rows
from simulator.play.coach import AskCoach
from simulator.play.facts import ShareFacts
from simulator.play.handover import OfferHandover
from simulator.play.kernel import Entry
from tests.debrief.builder import Tale, expecting

TEACHER = "kontaktlaerer"
ALL = (TEACHER, "rektor", "helsesykepleier", "barnevern")
ITEM = f"inject.I1@{TEACHER}"


def coached(tale: Tale | None = None) -> Tale:
    """A coached exercise in which two things have come."""
    told = (tale or Tale(people=ALL, mode="coached")).start()
    told.deliver("I1")
    told.deliver("I3")
    return told


def share(tale: Tale) -> Entry:
    """The expected share."""
    command = ShareFacts(("rektor",), ("F2",), basis="task", item=ITEM)
    return tale.do(TEACHER, command)[0]


def test_what_was_done_on_advice_is_not_scored() -> None:
    """The advised answer leaves RA3, met or not; the other one stays."""
    tale = coached()
    tale.do(TEACHER, AskCoach(ITEM))
    tale.met("X1", share(tale.wait(60_000)))
    tale.at(400_000).late("X3")
    standing = {row.expected: row.standing for row in response_rows(tale.record)}
    assert standing == {"X1": "coached", "X3": "missed"}
    figure = response_times(tale.record)
    assert (figure.value, figure.n, figure.counts) == (0, 1, {"missed": 1})


def test_advice_afterwards_takes_nothing_back() -> None:
    """What was met before one asked, was one's own."""
    tale = coached()
    tale.met("X1", share(tale.wait(60_000)))
    tale.do(TEACHER, AskCoach(ITEM))
    assert response_times(tale.record).value == 1
    assert touched(tale.record) == frozenset()


def test_a_figure_that_would_rest_on_it_reads_for_lite_grunnlag() -> None:
    """RG1 counts cards that arrived: one that came on advice takes its ground away."""
    own, led = coached(), coached()
    led.do(TEACHER, AskCoach(ITEM))
    found = {}
    for name, tale in (("own", own), ("led", led)):
        tale.met("X1", share(tale.wait(60_000)))
        tale.at(600_000).end_leg()
        found[name] = measure(tale.record)["RG1"]
    assert found["own"].n > 0
    assert (found["led"].value, found["led"].n) == (None, 0)


def test_a_handover_on_advice_counts_neither_for_nor_against() -> None:
    """Whether it was offered or not, and whoever else the seat hands over to still counts."""
    plan = expecting("I1", "X1", act="handover", to=["rektor"], facts=[], basis=None)
    tale = coached(Tale(plan, ALL, "coached"))
    tale.do(TEACHER, AskCoach(ITEM))
    tale.do(TEACHER, OfferHandover("rektor", "Ta det videre", facts=("F2",)))
    tale.do(TEACHER, OfferHandover("helsesykepleier", "Følg henne opp", facts=("F2",)))
    rows = {row.receiver: row for row in handover_rows(tale.record) if row.offered}
    assert not rows["rektor"].counts
    assert rows["rektor"] not in counted_rows(tale.record)
    assert rows["helsesykepleier"].useful


def test_a_measured_exercise_is_touched_by_nothing() -> None:
    """Without advice every figure is what it was."""
    tale = coached(Tale(people=ALL))
    tale.met("X1", share(tale.wait(60_000)))
    assert touched(tale.record) == frozenset()
    assert response_times(tale.record).value == 1
