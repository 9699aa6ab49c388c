"""RO8 on what child and parents had to carry, told by hand."""

from __future__ import annotations

import pytest

from debrief.measures.family import not_coordinating
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.facts import ShareFacts
from simulator.play.kernel import ENGINE
from simulator.play.voice import SeekVoice, VoiceHeard
from tests.debrief.builder import Tale, changed


def test_a_measure_of_theirs_rests_on_being_heard() -> None:
    """The same measure for the family, on a goal that rests on a talk and on one that does not."""
    for rests, worth in (("helsesykepleier-1", 1), ("", 0)):
        tale = Tale().start()
        tale.do("helsesykepleier", SeekVoice("parent"))
        tale.do("helsesykepleier", SetGoal("Rolige ettermiddager", rests))
        tale.do(
            "helsesykepleier",
            SetMeasure("helsesykepleier-1", "Søke om plass", family="Mor sender søknaden"),
        )
        assert (not_coordinating(tale.record).value, not_coordinating(tale.record).n) == (worth, 1)


def test_telling_it_again_fell_to_her() -> None:
    """She told another seat what somebody knew already."""
    tale = Tale().start()
    tale.do("rektor", SeekVoice("child"))
    tale.tell(ENGINE, VoiceHeard("rektor-1", "rektor", "child", "V1", again=("F4",)))
    figure = not_coordinating(tale.record)
    assert (figure.value, figure.counts["told_again"]) == (0, 1)


@pytest.mark.parametrize("carried", [1, 0])
def test_what_was_told_once_is_the_services_to_bring_on(carried: int) -> None:
    """What she told the nurse, and rektor needs after the jump: brought on, or left to her."""
    tale = Tale(changed("voices", "V1", facts=["F9"])).start()
    tale.do("helsesykepleier", SeekVoice("child"))
    tale.tell(ENGINE, VoiceHeard("helsesykepleier-1", "helsesykepleier", "child", "V1"))
    if carried:
        tale.do("helsesykepleier", ShareFacts(("rektor",), ("F9",)))
    tale.at(600_000).end_leg().jump().at(960_000).end_leg()
    assert (not_coordinating(tale.record).value, not_coordinating(tale.record).n) == (carried, 1)
