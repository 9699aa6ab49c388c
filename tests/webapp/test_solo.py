"""Solo: who plays alone leads the clock; nobody else does, and in no other exercise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from scenarios.loader import load
from simulator.play.clock import Clock
from simulator.play.debriefing import Debriefing
from simulator.play.solo import LED
from tests.webapp.browser import Browser
from webapp.accounts.first_link import new_account
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]


@pytest.fixture
def solo(here: Runtime, app: Flask) -> tuple[Browser, RoomRow]:
    """Somebody in the only seat of Emma's solo format, asked for as a measured room of many."""
    owner = new_account(here.accounts, "alene@example.no", here.wall())
    room = open_exercise(
        here, load("emma"), "solo", owner_id=owner.id, teams=3, people=6, mode="measured", seed=1
    )
    person = Browser(app)
    person.send("/join", {"pin": room.pin})
    person.send("/join/name", {"name": "Kim", "lang": "nb"})
    person.post("/lobby/role")
    return person, room


def asked(person: Browser, kind: str, **body: object) -> dict[str, object]:
    """A command through the door, with 'Før vi starter' read."""
    sent = {"command_id": f"id-{kind}-{body}"[:40].replace(" ", ""), "kind": kind, "body": body}
    sent["command_id"] = "".join(c if c.isalnum() else "-" for c in str(sent["command_id"]))
    answer: dict[str, object] = person.post_json("/act", sent | {"briefed": "1"}).get_json()
    return answer


def test_a_solo_exercise_is_one_coached_team(solo: tuple[Browser, RoomRow], here: Runtime) -> None:
    """Whatever the form said, it is one team, for one person, with advice."""
    _person, room = solo
    assert here.store.exercise(room.exercise_id).mode == "coached"
    assert len(here.store.teams(room.exercise_id)) == 1
    assert room.people == 1


def test_one_alone_leads_from_start_to_gjennomgang(
    solo: tuple[Browser, RoomRow], here: Runtime
) -> None:
    """Start, pause, go on, end, and open the phases; not before 'Før vi starter' is read."""
    person, room = solo
    sent = {"command_id": "not-briefed", "kind": "play.start", "body": {}}
    assert person.post_json("/act", sent).get_json()["code"] == "not_read_aloud"
    for kind in ("play.start", "clock.pause", "clock.resume", "leg.end", "play.end"):
        assert asked(person, kind)["ok"], kind
    assert asked(person, "debrief.open", stage="analysis")["ok"]
    clock = here.conduct.clock(room.exercise_id)
    assert (clock[Clock].phase, clock[Debriefing].stage) == ("over", "analysis")


def test_a_rest_of_one_alone_stops_the_clock(solo: tuple[Browser, RoomRow], here: Runtime) -> None:
    """Nobody else waits, so time does; it goes on when they are back."""
    person, room = solo
    asked(person, "play.start")
    asked(person, "care.rest")
    assert here.conduct.clock(room.exercise_id)[Clock].paused
    asked(person, "care.return")
    assert not here.conduct.clock(room.exercise_id)[Clock].paused


def test_no_seat_of_another_exercise_leads(playing: RoomRow, joined: Browsers) -> None:
    """D6: the same commands are refused to everybody who does not play alone."""
    person = joined()
    for kind in sorted(each.KIND for each in LED):
        body = {"stage": "analysis"} if kind == "debrief.open" else {}
        assert asked(person, kind, **body)["code"] == "not_yours_to_ask", kind


def test_the_map_comes_when_play_is_over(solo: tuple[Browser, RoomRow]) -> None:
    """Before, it leads back to the desk and is no file; after, it says whom to ask for what."""
    person, _room = solo
    assert person.get("/map").location
    assert person.get("/map/file").status_code == 404
    asked(person, "play.start")
    asked(person, "play.end")
    shown = person.words("/map")
    assert "Mitt kart" in shown
    assert "Fastlege" in shown
    kept = person.get("/map/file")
    assert kept.headers["Content-Disposition"] == 'attachment; filename="mitt-kart.txt"'
    assert "{" not in kept.text
    assert "&" not in kept.text


def test_only_a_solo_exercise_can_be_sat_down_in(
    room: RoomRow, leader: Browser, solo: tuple[Browser, RoomRow]
) -> None:
    """D6: an øvingsleder cannot take a seat in a drill of others by that door, nor in another's."""
    _person, alone = solo
    assert leader.post(f"/exercises/{room.exercise_id}/sit").status_code == 404
    assert leader.post(f"/exercises/{alone.exercise_id}/sit").status_code in (403, 404)
