"""The full handover: asked for only where a format names it; only what was asked for counts."""

from __future__ import annotations

from simulator.play.codec import entry_of, line_of
from simulator.play.handover import OfferHandover
from simulator.play.isbar import FIELDS, Isbar, filled
from simulator.play.passes import HandoverOffered, Handovers
from simulator.play.rooms import EVENTS
from simulator.play.voice import SeekVoice, Voices
from simulator.rehearse import rehearse
from simulator.replay import verify
from tests.simulator.builder import Room
from tests.simulator.planning import with_plan

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
SAID = Isbar(situation="Borte i tre uker", contact="rektor", contact_by="1wd", strengths="Hun ber")


def full() -> Room:
    """A minute into a drill whose format names ``isbar``."""
    return Room(manned=ALL, story=with_plan()).start().at(MINUTE)


def test_a_short_format_neither_asks_nor_keeps_nor_counts() -> None:
    """What the format did not ask for is not in the journal, whatever a page sends."""
    room = Room(manned=ALL).start().at(MINUTE)
    room.seat("kontaktlaerer", OfferHandover("rektor", "Tar du over?", isbar=SAID))
    passed = room.state[Handovers].passes["kontaktlaerer-rektor-1"]
    assert (passed.asked, passed.isbar) == ((), None)
    assert filled(passed.asked, passed.isbar, passed.request) == ()


def test_a_field_counts_by_being_said() -> None:
    """A contact needs its time; the request and the basis are the handover's own."""
    room = full()
    room.seat("kontaktlaerer", OfferHandover("rektor", "Tar du over?", basis="task", isbar=SAID))
    passed = room.state[Handovers].passes["kontaktlaerer-rektor-1"]
    assert passed.asked == FIELDS
    held = filled(passed.asked, passed.isbar, passed.request)
    assert held == ("situation", "request", "basis", "contact", "strengths")
    blank = Isbar(situation="  ", contact="rektor")
    assert filled(FIELDS, blank, "Tar du over?") == ("request",)
    assert filled(FIELDS[:2], SAID, "x") == ("situation",)


def test_her_words_go_along_only_from_who_heard_them() -> None:
    """The sender's own listening, linked to the handover; another's is refused."""
    room = full()
    room.seat("helsesykepleier", SeekVoice("child"))
    offer = OfferHandover("rektor", "Tar du?", isbar=Isbar(listening="helsesykepleier-1"))
    assert room.seat("kontaktlaerer", offer).code == "not_your_listening"
    assert room.seat("helsesykepleier", offer).code is None
    (link,) = room.state[Voices].listenings["helsesykepleier-1"].links
    assert (link.kind, link.ref) == ("handover", "helsesykepleier-rektor-1")
    nobody = OfferHandover("rektor", "Tar du?", isbar=Isbar(meanwhile="ingen"))
    assert room.seat("kontaktlaerer", nobody).code == "no_such_seat"


def test_a_line_from_before_reads_as_one_that_was_not_asked() -> None:
    """Journals from before the full form stay readable."""
    room = full()
    room.seat("kontaktlaerer", OfferHandover("rektor", "Tar du over?", isbar=SAID))
    entry = next(each for each in room.entries if isinstance(each.event, HandoverOffered))
    line = line_of(entry)
    assert entry_of(line, EVENTS).event == entry.event
    del line["body"]["asked"], line["body"]["isbar"]
    old = entry_of(line, EVENTS).event
    assert isinstance(old, HandoverOffered)
    assert (old.asked, old.isbar) == ((), None)


def test_colleagues_fill_what_they_plainly_know_and_replay_agrees() -> None:
    """Some fields, never all; the same journal again."""
    played = rehearse(with_plan(), "45", seed=3)
    offered = [each.event for each in played.entries if isinstance(each.event, HandoverOffered)]
    written = [each for each in offered if each.way == "written"]
    assert written
    assert all(2 < len(filled(e.asked, e.isbar, e.request)) < len(FIELDS) for e in written)
    assert verify(played.plan, played.entries) is None
