"""RA6 and RG4 on what the story puts to the test, told by hand."""

from __future__ import annotations

from debrief.measures.tested import own_rules, robust
from scenarios.plan import Plan
from simulator.play.pact import ReopenPact, SignPact, WritePact
from simulator.play.tasks import ClaimTask
from tests.debrief.builder import Tale, changed

AGREED = WritePact("Tirsdag", "Tuva først", "Rektor holder i det", "Vi spør", "Vi blir")
ABSENCE, PACT = (
    changed("injects", "I7", tests_absence=True),
    changed("injects", "I7", tests_pact="roller"),
)


def _tested(plan: Plan, *, kept: bool, tale: Tale | None = None) -> Tale:
    """The test comes to rektor, who claims the task or does not."""
    told = tale or Tale(plan).start()
    told.open("T2")
    told.wait(10_000).deliver("I7")
    told.wait(10_000)
    if kept:
        told.met("X7", told.do("rektor", ClaimTask("T2"))[0])
    else:
        told.late("X7")
    return told


def _agreed(*signers: str) -> Tale:
    told = Tale(PACT).start()
    told.do("helsesykepleier", AGREED)
    for seat in signers:
        told.do(seat, SignPact(1))
    return told


def test_what_went_on_when_somebody_fell_away() -> None:
    """Done in time counts 1, never 0; without such a test nothing is said."""
    assert robust(_tested(ABSENCE, kept=True).record).value == 1
    assert robust(_tested(ABSENCE, kept=False).record).value == 0
    assert robust(_tested(PACT, kept=True).record).value is None


def test_what_was_agreed_and_done() -> None:
    """The agreement stood, signed by the seat that was to act, and the act came."""
    assert own_rules(_tested(PACT, kept=True, tale=_agreed("rektor")).record).value == 1


def test_done_without_an_agreement_is_no_rule_kept() -> None:
    """Nothing agreed, not signed by whoever was to act, or opened again: nothing kept."""
    reopened = _agreed("rektor")
    reopened.do("rektor", ReopenPact("Vi må se på det igjen"))
    for tale in (Tale(PACT).start(), _agreed("barnevern"), reopened):
        assert own_rules(_tested(PACT, kept=True, tale=tale).record).value == 0


def test_agreed_and_not_done() -> None:
    """A sentence on paper is not a rule that holds."""
    figure = own_rules(_tested(PACT, kept=False, tale=_agreed("rektor")).record)
    assert (figure.value, figure.counts["agreed"], figure.counts["about_roller"]) == (0, 1, 1)
