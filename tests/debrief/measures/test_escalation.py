"""RA7 on matters told by hand."""

from __future__ import annotations

from debrief.measures.escalation import frame
from simulator.play.escalation import RaiseMatter
from simulator.play.handover import DeclineHandover, OfferHandover, TakeOver
from simulator.play.kernel import ENGINE
from simulator.play.passes import HandoverReminded
from tests.debrief.builder import Tale, expecting

OFFER = OfferHandover("helsesykepleier", "Tar du det videre?")
PASS = "kontaktlaerer-helsesykepleier-1"


def _reminded() -> Tale:
    tale = Tale().start().wait(10_000)
    tale.do("kontaktlaerer", OFFER)
    tale.wait(300_000).tell(ENGINE, HandoverReminded(PASS, ("kontaktlaerer", "helsesykepleier")))
    return tale


def test_nothing_stuck_is_no_ground() -> None:
    """Raising a matter when nothing is stuck earns nothing."""
    tale = Tale().start()
    tale.do("kontaktlaerer", RaiseMatter("rektor", "Alt er vanskelig"))
    figure = frame(tale.record)
    assert figure.value is None
    assert figure.counts == {"raised": 1, "to_own_leader": 1}


def test_stuck_and_not_raised_is_nothing() -> None:
    """A handover that was reminded of and never taken over asks to be raised."""
    assert frame(_reminded().record).value == 0


def test_stuck_and_raised_to_the_own_leader() -> None:
    """Only the right level counts: the leader of the seat that is stuck."""
    tale = _reminded()
    tale.do("kontaktlaerer", RaiseMatter("barnevern", "Ingen svarer"))
    assert frame(tale.record).value == 0
    tale.do("kontaktlaerer", RaiseMatter("rektor", "Ingen svarer"))
    assert frame(tale.record).value == 1


def test_taken_over_in_the_end_was_not_stuck() -> None:
    """What the receiver took over after all needed no leader."""
    tale = _reminded()
    tale.do("helsesykepleier", TakeOver(PASS))
    assert frame(tale.record).value is None


def test_a_no_with_an_alternative_is_not_stuck() -> None:
    """A no that shows another way leaves nothing stuck; a bare no does."""
    for alternative, value in (("Spør rektor", None), ("", 0)):
        tale = Tale().start().wait(10_000)
        tale.do("kontaktlaerer", OFFER)
        tale.do("helsesykepleier", DeclineHandover(PASS, alternative))
        assert frame(tale.record).value == value


def test_an_expected_matter_in_time() -> None:
    """Where the script expects a matter to be raised, in time is 1 and late is 0."""
    for in_time, value in ((True, 1), (False, 0)):
        tale = Tale(expecting("I7", "X7", act="escalate", task=None)).start()
        tale.deliver("I7")
        act = tale.wait(100_000).do("rektor", RaiseMatter("barnevern", "Vi trenger plass"))[0]
        tale.met("X7", act, in_time=in_time)
        assert frame(tale.record).value == value
