"""RL1 and RL3 on the child's contacts and voice told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.voice import chain, continuity
from simulator.play.kernel import ENGINE
from simulator.play.meetings import Decide, TakePen
from simulator.play.voice import SeekVoice, TellBack, VoiceHeard
from tests.debrief.builder import Tale

DAY = 75_000


def test_the_same_adult() -> None:
    """Two days with one seat and one with another: (2/3)² + (1/3)²."""
    tale = Tale().start()
    tale.do("helsesykepleier", SeekVoice("child"))
    tale.wait(DAY + 20_000).do("helsesykepleier", SeekVoice("child"))
    tale.do("rektor", SeekVoice("child"))
    figure = continuity(tale.record)
    assert figure.value == pytest.approx(5 / 9)
    assert figure.counts["effective"] == pytest.approx(1.8)


def test_twice_a_day_is_once() -> None:
    """Listening again and again on one day does not make a relation longer."""
    tale = Tale().start()
    for _ in range(5):
        tale.do("helsesykepleier", SeekVoice("child"))
    tale.do("rektor", SeekVoice("child"))
    assert continuity(tale.record).value == 0.5


def test_chances_not_taken_up_count() -> None:
    """She stood in the door (I3) and nobody listened: 0. A parent's talk is no contact."""
    tale = Tale().start()
    tale.deliver("I3")
    tale.do("rektor", SeekVoice("parent"))
    tale.at(400_000).late("X3")
    figure = continuity(tale.record)
    assert (figure.value, figure.n) == (0, 2)


def test_a_chance_taken_up() -> None:
    """Listening when she came is a contact, and takes up both chances."""
    tale = Tale().start()
    tale.deliver("I3")
    tale.met("X3", tale.do("helsesykepleier", SeekVoice("child"))[0])
    figure = continuity(tale.record)
    assert (figure.value, figure.counts["chances"], figure.counts["taken"]) == (1, 2, 2)


def test_no_contact_is_no_ground() -> None:
    """Where nobody could meet her and no meeting decided, nothing is said."""
    record = Tale().start().record
    assert continuity(record).value is None
    assert chain(record).value is None


@pytest.mark.parametrize("links", range(5))
def test_each_link_of_the_chain_is_a_quarter(links: int) -> None:
    """Asked, answered, named in the decision, told back; the other decision was not made."""
    tale = Tale().start().wait(10_000)
    if links > 0:
        tale.do("helsesykepleier", SeekVoice("child"))
    if links > 1:
        tale.tell(ENGINE, VoiceHeard("helsesykepleier-1", "helsesykepleier", "child", ""))
    if links > 3:
        tale.do("helsesykepleier", TellBack("helsesykepleier-1", "Du får begynne med Sara"))
    tale.end_leg().jump().wait(300_000).end_leg()
    tale.open_meeting()
    tale.do("rektor", TakePen("mote"))
    named = "helsesykepleier-1" if links > 2 else ""
    tale.do("rektor", Decide("mote", "Sara blir med", "rektor", "1wd", "D1", "", named))
    figure = chain(tale.wait(240_000).end_leg().record)
    assert figure.value == pytest.approx(links / 4 / 2)
    assert figure.n == 2


def test_an_empty_meeting_breaks_every_chain() -> None:
    """Decisions about her that were not made are 0."""
    figure = chain(Tale().to_meeting().wait(240_000).end_leg().record)
    assert (figure.value, figure.n) == (0, 2)
