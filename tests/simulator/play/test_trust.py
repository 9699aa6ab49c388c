"""Trust: it grows when she is heard and told, and decides what she tells."""

from __future__ import annotations

from simulator.play.facts import Facts
from simulator.play.situation import Child
from simulator.play.voice import SeekVoice, TellBack, Voices
from tests.simulator.builder import Room

MINUTE = 60_000
SEAT = "helsesykepleier"


def test_what_she_tells_waits_for_trust() -> None:
    """M17: heard and told back, she tells the next thing; before that she keeps it."""
    room = Room(manned=(SEAT,)).start().at(MINUTE)
    voices, child = room.state[Voices], room.state[Child]
    needed = room.state.plan.voices["V2"].trust
    assert child.values["trust"] < needed
    room.seat(SEAT, SeekVoice("child"))
    assert voices.listenings[f"{SEAT}-1"].voice == "V1"
    room.seat(SEAT, SeekVoice("child"))
    assert voices.listenings[f"{SEAT}-2"].voice == "", "silence, while trust is too low"
    room.seat(SEAT, TellBack(f"{SEAT}-1", "Jo kommer på SFO igjen på mandag."))
    room.seat(SEAT, TellBack(f"{SEAT}-2", "Det er helt greit å ikke si noe."))
    assert child.values["trust"] >= needed
    room.seat(SEAT, SeekVoice("child"))
    assert voices.listenings[f"{SEAT}-3"].voice == "V2"
    assert room.state[Facts].knows(SEAT, ["F6"])
