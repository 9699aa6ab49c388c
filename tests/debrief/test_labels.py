"""The three words that mix up, as decisions say them: asked about, never judged."""

from __future__ import annotations

from debrief.labels import labels
from simulator.play.meetings import CallMeeting, Decide, OpenMeeting, ReplyMeeting
from tests.debrief.builder import Tale


def _decided(*texts: str, owner: str = "") -> Tale:
    tale = Tale().start()
    tale.do("rektor", CallMeeting(("kontaktlaerer",), "Hvem gjør hva"))
    tale.do("kontaktlaerer", ReplyMeeting("rektor-1", comes=True))
    tale.do("rektor", OpenMeeting("rektor-1"))
    for text in texts:
        tale.do("rektor", Decide("rektor-1", text, owner))
    return tale


def test_a_decision_that_says_one_of_the_words_is_found() -> None:
    """L03: bent or not, large or small; others are left alone, as are words that only begin so."""
    tale = _decided(
        "Samhandlingen skal bli bedre",
        "Vi samarbeider om Tuva",
        "PPT skal samordne hjelpen",
        "Rektor ringer hjem i morgen",
    )
    assert [label.term for label in labels(tale.record)] == [
        "samhandling", "samarbeid", "samordning",
    ]  # fmt: skip


def test_the_vaguest_word_is_asked_about_first() -> None:
    """L03: one question for a decision, and it knows whether somebody answers for it."""
    unowned = labels(_decided("Samarbeid og samhandling rundt Tuva").record)
    assert [(label.term, label.owned) for label in unowned] == [("samhandling", False)]
    (owned,) = labels(_decided("Vi samordner", owner="rektor").record)
    assert (owned.term, owned.owned) == ("samordning", True)
