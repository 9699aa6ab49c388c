"""RO3 and RL2 on handovers told by hand."""

from __future__ import annotations

import pytest

from debrief.handovers import handover_rows, summarize
from debrief.measures.handover import closed_loop, warm
from simulator.play.handover import (
    DeclineHandover,
    OfferHandover,
    ReadBack,
    StartHandover,
    TakeOver,
    TellFamily,
)
from simulator.play.inbox import SeeItem
from simulator.play.kernel import ENGINE
from simulator.play.minutes import MeetingOpened
from simulator.play.spoken import ConfirmAgreed, SayAgreed
from simulator.play.undo import Withdraw
from simulator.play.voice import SeekVoice, VoiceHeard
from tests.debrief.builder import Tale

PASS = "kontaktlaerer-helsesykepleier-1"
OFFER = OfferHandover("helsesykepleier", "Tar du det videre?", facts=("F3", "F5"))
STEPS = [
    SeeItem(f"handover.{PASS}@helsesykepleier"),
    TakeOver(PASS),
    ReadBack(PASS, "Ringer mor", "1wd", 0),
    StartHandover(PASS),
    TellFamily(PASS),
]


def _offered(steps: int, *, offer: bool = True) -> Tale:
    tale = Tale().start().wait(10_000)
    tale.deliver("I5")
    tale.wait(10_000)
    if offer:
        tale.do("kontaktlaerer", OFFER)
    for step in STEPS[:steps]:
        tale.wait(1_000).do("helsesykepleier", step)
    return tale


@pytest.mark.parametrize("steps", range(6))
def test_each_step_is_worth_a_fifth(steps: int) -> None:
    """Seen, taken over, understood, started, told: as far as the chain goes."""
    tale = _offered(steps).at(600_000).end_leg()
    assert closed_loop(tale.record).value == pytest.approx(0.2 * steps)


def test_without_a_needed_card_there_was_nothing_to_understand() -> None:
    """An expected handover that brought none of its cards stops at taken over, said back or not."""
    tale = _offered(0, offer=False)
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Tar du det videre?"))
    for step in STEPS:
        tale.wait(1_000).do("helsesykepleier", step)
    assert closed_loop(tale.at(600_000).end_leg().record).value == pytest.approx(0.4)


def test_due_and_never_offered_is_nothing() -> None:
    """An expected handover that did not come is 0, and its cards are missing."""
    record = _offered(0, offer=False).at(600_000).end_leg().record
    assert closed_loop(record).value == 0
    summary = summarize(record)
    assert (summary.expected, summary.offered, summary.content) == (1, 0, 0)


def test_nothing_due_is_no_ground() -> None:
    """Without a due or useful handover there is no loop to close."""
    record = Tale().start().at(600_000).end_leg().record
    assert closed_loop(record).value is None
    assert warm(record).value is None


def test_due_too_late_to_be_done_is_not_due() -> None:
    """An inject two minutes before the scene's end leaves no time for a handover."""
    tale = Tale().start().at(480_000)
    tale.deliver("I5")
    assert closed_loop(tale.at(600_000).end_leg().record).value is None


def test_a_wrong_answer_breaks_the_chain() -> None:
    """Whoever misread the key card stands at taken over, whatever follows."""
    tale = _offered(2)
    wrong = [ReadBack(PASS, "Ringer mor", "1wd", 2), *STEPS[3:]]
    for step in wrong:
        tale.do("helsesykepleier", step)
    assert closed_loop(tale.at(600_000).end_leg().record).value == pytest.approx(0.4)


def test_a_no_is_nothing_unless_it_shows_a_way() -> None:
    """Declined without an alternative is 0, with one it was at least seen."""
    for alternative, level in (("", 0), ("Spør rektor", 0.2)):
        tale = _offered(1)
        tale.do("helsesykepleier", DeclineHandover(PASS, alternative))
        assert closed_loop(tale.at(600_000).end_leg().record).value == level


def test_a_handover_that_carries_nothing_needed_moves_nothing() -> None:
    """Handing everything to the leader neither helps nor hurts the mean."""
    tale = _offered(5)
    tale.do("helsesykepleier", OfferHandover("barnevern", "Kan du ta alt?"))
    figure = closed_loop(tale.at(600_000).end_leg().record)
    assert (figure.value, figure.n) == (1, 1)
    assert summarize(tale.record).offered == 2


def test_content_counts_what_came_along_or_was_known() -> None:
    """Two of the three cards the receiver needs came: two thirds."""
    record = _offered(1).at(600_000).end_leg().record
    row = handover_rows(record)[0]
    assert (row.delivered, row.missing, row.relevant) == (("F3", "F5"), ("F2",), ("F3", "F5"))
    assert summarize(record).content == pytest.approx(2 / 3)


def test_a_spoken_handover_counts_as_a_written_one() -> None:
    """Agreed across the table and confirmed, it is offered and taken over."""
    tale = Tale().start().wait(10_000)
    tale.open("T1")
    tale.do("rektor", SayAgreed("kontaktlaerer", "T1", "you", line="Tar du Tuva?"))
    tale.do("kontaktlaerer", ConfirmAgreed("rektor-1"))
    assert closed_loop(tale.record).value == pytest.approx(0.4)


def test_a_handover_taken_back_is_as_never_offered() -> None:
    """What was withdrawn is not in the list; what was due still is."""
    tale = _offered(0)
    offered = next(entry for entry in tale.entries if entry.kind == "handover.offered")
    tale.wait(2_000).do("kontaktlaerer", Withdraw(offered.seq))
    rows = handover_rows(tale.at(600_000).end_leg().record)
    assert [(row.handover, row.expected) for row in rows] == [("", "H1")]


def _break(*, meeting: bool, again: bool = False) -> Tale:
    """Helsesykepleier has met Tuva, and hands a task over to the head teacher."""
    tale = Tale().start().wait(10_000)
    tale.open("T1")
    tale.do("helsesykepleier", SeekVoice("child"))
    heard = VoiceHeard("helsesykepleier-1", "helsesykepleier", "child", "", ("F4",) * again)
    tale.tell(ENGINE, heard)
    tale.do("helsesykepleier", OfferHandover("kontaktlaerer", "Tar du T1?", tasks=("T1",)))
    if meeting:
        both = ("helsesykepleier", "kontaktlaerer")
        tale.tell(ENGINE, MeetingOpened("mote", both, family=True, scene="mote"))
    return tale.at(600_000).end_leg()


def test_a_break_is_warm_with_both_in_one_meeting() -> None:
    """Old and new adult in one meeting is 1, else 0."""
    assert warm(_break(meeting=True).record).value == 1
    assert warm(_break(meeting=False).record).value == 0


def test_retelling_cools_a_warm_handover() -> None:
    """When she had to tell it again in every talk, nothing is left of the warmth."""
    figure = warm(_break(meeting=True, again=True).record)
    assert (figure.value, figure.counts["retold"]) == (0, 1)
