"""A9: every wait says whom it waits for, and leaves a way out when nothing ever comes."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from simulator.play.kernel import FACILITATOR, Command
from simulator.play.probes import OpenProbe
from simulator.play.steering import EndLeg, EndPlay, HoldLeg, Pause
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

WAITS: dict[str, tuple[Command, str]] = {
    "pause": (Pause(), "Vi venter på at øvingslederen starter igjen."),
    "held": (HoldLeg(), "Vi venter på dem som er midt i noe"),
    "interlude": (EndLeg(), "Vi venter på de andre, og på at øvingslederen går videre."),
    "over": (EndPlay(), "øvingslederen"),
}


def shown(person: Browser) -> str:
    """The page that the desk leads to, as a person reads it."""
    answer = person.get("/desk")
    while answer.location:
        answer = person.get(answer.location)
    return unescape(answer.text)


def leads_on(page: str) -> bool:
    """Whether something on the page itself can be pressed or followed."""
    main = page.partition("<main")[2]
    return "<a " in main or "<button" in main


@pytest.mark.parametrize("wait", WAITS)
def test_a_wait_in_play_says_for_whom(
    wait: str, playing: RoomRow, here: Runtime, seated: Callable[..., Browser]
) -> None:
    """A9: paused, held, between scenes and after play, in words; and the page is no dead end."""
    person = seated("Kari")
    command, words = WAITS[wait]
    here.conduct.steer(playing.exercise_id, FACILITATOR, command, "wait-for-it")
    if wait == "over":
        person.get("/desk")
        person.post("/act", {"kind": "hotwash.give", "body.well": "Vi snakket sammen"})
    page = shown(person)
    assert words in page
    assert leads_on(page)


def test_waits_before_play_say_for_whom(
    room: RoomRow, joined: Callable[..., Browser], leader: Browser, seated: Callable[..., Browser]
) -> None:
    """A9: at a guarded door and before the start it is the øvingsleder, with what one can do."""
    assert "Vi venter på at øvingslederen starter." in shown(seated("Kari"))
    leader.post(f"/exercises/{room.exercise_id}/door", {"door": "admit"})
    outside = unescape(joined("Ola", role=False).get("/lobby").text)
    assert "Øvingslederen slipper dere inn." in outside
    assert "last siden på nytt eller si fra i rommet" in outside


def test_a_probe_that_one_has_answered_waits_for_the_others(
    playing: RoomRow, here: Runtime, seated: Callable[..., Browser]
) -> None:
    """A9: the answer is stored, the others are waited for; before that one may skip it."""
    first, _other_team, other = seated("Kari"), seated("Per"), seated("Ola")
    team = here.conduct.state(f"{playing.exercise_id}-1")
    probe = team.plan.probes[next(iter(team.plan.probes))]
    here.conduct.steer(playing.exercise_id, FACILITATOR, OpenProbe(probe.id), "ask-them")
    assert "Hopp over" in unescape(other.get("/desk/probe").text)
    first.post("/desk/probe", {f"answer.{each.id}": "" for each in probe.questions})
    assert "Vi venter på de andre." in shown(first)
    assert "Svar nå" in shown(other)
