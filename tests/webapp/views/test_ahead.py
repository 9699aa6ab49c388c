"""Det neste, om ingen gjør noe: asked for by whoever leads, and by nobody else made to wait."""

from __future__ import annotations

from threading import Thread

import pytest
from flask import Flask

from simulator.play.kernel import FACILITATOR
from simulator.play.steering import EndPlay
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from webapp.looking import AT_MOST_EVERY_MS, STALE_MS, LookAheads
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.views.console import LOOK_AHEADS

HEADING = "Det neste, om ingen gjør noe"


def console(room: RoomRow, *, opened: bool = False) -> str:
    """The console's address, with the panel open or closed."""
    return f"/exercises/{room.exercise_id}/console{'?team=1&ahead=1' if opened else ''}"


def regions(room: RoomRow) -> str:
    """Where a page that holds the panel asks for what is new."""
    return f"/exercises/{room.exercise_id}/console/regions?team=1&held=ahead.0,log.0"


@pytest.fixture
def aheads(app: Flask) -> LookAheads:
    """The look-aheads of the application."""
    found: LookAheads = app.extensions[LOOK_AHEADS]
    return found


def test_the_panel_costs_nothing_until_it_is_opened(
    playing: RoomRow, leader: Browser, aheads: LookAheads
) -> None:
    """The console has the way there; the list is made for who follows it."""
    page = leader.get(console(playing)).text
    assert HEADING in page
    assert 'data-region="ahead"' not in page
    assert aheads.made == 0
    opened = leader.get(console(playing, opened=True)).text
    assert 'data-region="ahead"' in opened
    assert aheads.made == 1


def test_it_says_when_and_to_whom(playing: RoomRow, leader: Browser) -> None:
    """Lines with minutes, the sender and the receivers, from the scenario's own names."""
    page = leader.get(console(playing, opened=True)).text
    assert "ahead-list" in page
    assert "om 1 minutt" in page or "om 2 minutter" in page or "straks" in page
    assert "til " in page


def test_before_and_after_play_it_says_so(
    room: RoomRow, here: Runtime, leader: Browser, playing: RoomRow
) -> None:
    """Nothing comes by itself when play is not under way."""
    here.conduct.steer(room.exercise_id, FACILITATOR, EndPlay(), "end-it")
    assert "står det her hva som kommer" in leader.get(console(room, opened=True)).text


def test_a_storm_of_pushes_makes_one_fork(
    playing: RoomRow, leader: Browser, here: Runtime, wall: Wall, aheads: LookAheads
) -> None:
    """However often the page asks while the room acts, it is made at most every few seconds."""
    leader.get(console(playing, opened=True))
    for number in range(20):
        wall.ms += 100
        tap = "kind=clock.pause" if number % 2 else "kind=clock.resume"
        leader.post(f"{console(playing)}/tap", {"tap": tap})
        assert leader.get(regions(playing)).get_json()["regions"]
    assert aheads.made == 1
    wall.ms += AT_MOST_EVERY_MS
    leader.get(regions(playing))
    assert aheads.made == 2
    here.conduct.tick(playing.exercise_id)


def test_it_goes_on_reaching_ahead_when_nothing_happens(
    playing: RoomRow, leader: Browser, wall: Wall, aheads: LookAheads
) -> None:
    """A list half a minute old is made anew."""
    leader.get(console(playing, opened=True))
    wall.ms += STALE_MS
    leader.get(regions(playing))
    assert aheads.made == 2


def test_no_act_waits_for_it(playing: RoomRow, here: Runtime, aheads: LookAheads) -> None:
    """It is made without the lock that acts take: a look under way holds nobody back."""
    team = here.store.teams(playing.exercise_id)[0].id
    looked: list[object] = []
    with here.lock:
        looking = Thread(target=lambda: looked.append(aheads.of(here, team)))
        looking.start()
        looking.join(20)
    assert looked
    assert looked[0]


def test_it_is_for_who_leads(playing: RoomRow, joined: Browser, browser: Browser) -> None:
    """Nobody else gets it, in the page or by asking for the region."""
    stranger = browser()  # type: ignore[operator]
    assert stranger.get(regions(playing)).status_code in (303, 401, 403)
    person = joined()  # type: ignore[operator]
    assert "ahead-list" not in person.get("/regions?held=ahead.0").text


def test_looking_stores_nothing(playing: RoomRow, here: Runtime, leader: Browser) -> None:
    """Every team's journal is as long as before."""
    before = [team.head_seq for team in here.store.teams(playing.exercise_id)]
    leader.get(console(playing, opened=True))
    assert [team.head_seq for team in here.store.teams(playing.exercise_id)] == before
