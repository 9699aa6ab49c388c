"""A service that this kommune does not have says so, and whom to turn to."""

from __future__ import annotations

import pytest

from scenarios.behaviour.profiles import profile
from scenarios.cast import Absence
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.casting import Casting
from simulator.conduct import Conduct
from simulator.journal.memory import MemoryStore
from simulator.play.answers import AskSeat
from simulator.play.handover import OfferHandover
from simulator.play.kernel import FACILITATOR, Actor, Entry
from simulator.play.meetings import CallMeeting
from simulator.play.roster import ABSENCE, TakeSeat, absent
from simulator.play.steering import StartPlay
from simulator.rehearse import rehearse

EMMA = load("emma")
SEAT, SENDER, TEAM = "fact-ung", "ke", "x-1"
MINUTE = 60_000


class _Wall:
    """A wall that a test moves."""

    ms = 0

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def answered() -> list[Entry]:
    """What FACT ung did within three minutes of being turned to, in a kommune without it."""
    wall = _Wall()
    conduct = Conduct(MemoryStore(), wall)
    casting = Casting({SEAT: ABSENCE})
    conduct.create(EMMA, "90", seed=4, teams=1, exercise_id="x", casting=casting)
    assert absent(conduct.state(TEAM)) == {SEAT}
    asker = Actor("seat", SENDER, "p-ke")
    conduct.handle(TEAM, asker, TakeSeat(SENDER, "p-ke"), "sit")
    conduct.steer("x", FACILITATOR, StartPlay(), "go")
    wall.ms += 2 * MINUTE
    conduct.tick("x")
    for name, command in (
        ("ask", AskSeat(SEAT, "Kan dere møte Emma hjemme?")),
        ("hand", OfferHandover(SEAT, "Ta kontakt med Emma", "2wd")),
        ("meet", CallMeeting((SEAT,), "Hvem gjør hva")),
    ):
        receipt = conduct.handle(TEAM, asker, command, name)
        assert receipt.code is None, receipt
    for _ in range(90):
        wall.ms += 2_000
        conduct.tick("x")
    return [each for each in conduct.entries(TEAM) if each.actor.seat == SEAT]


def test_whoever_turns_to_it_is_told_and_told_whom_to_ask(answered: list[Entry]) -> None:
    """M15: a handover and a question get the scenario's words, a meeting a no; nothing else."""
    told = {each.kind: each.event for each in answered}
    assert set(told) == {"handover.declined", "question.answered", "meeting.replied"}
    declined, said = told["handover.declined"], told["question.answered"]
    assert "finnes ikke hos oss" in getattr(declined, "alternative", "")
    assert getattr(declined, "seat", "") == "bup"
    assert "finnes ikke hos oss" in getattr(said, "text", "")
    assert getattr(told["meeting.replied"], "comes", True) is False


def test_it_never_acts_of_its_own_accord() -> None:
    """A rehearsal of the whole story without it has no act of its seat but a no."""
    for seed in (1, 2):
        played = rehearse(EMMA, "90", seed=seed, seats={SEAT: ABSENCE})
        kinds = {each.kind for each in played.entries if each.actor.seat == SEAT}
        assert kinds <= {
            "handover.declined", "question.answered", "meeting.replied", "task.declined",
            "baton.declined",
        }  # fmt: skip
        assert "play.ended" in {each.kind for each in played.entries}


def test_an_absent_service_is_no_measured_service() -> None:
    """It opens nothing, claims nothing and answers no probe."""
    found = profile(ABSENCE)
    assert not found.here
    assert {found.acts, found.claims, found.answers, found.tells_on, found.candid} == {0}


def test_every_language_says_it() -> None:
    """The words are the scenario's, in the language that is played."""
    for lang, words in (("nb", "finnes ikke"), ("nn", "finst ikkje"), ("en", "no FACT youth")):
        absence = plan_for(EMMA.scenario(lang), "90").seats[SEAT].absence
        assert isinstance(absence, Absence)
        assert words in absence.line
