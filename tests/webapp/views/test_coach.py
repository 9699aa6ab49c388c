"""Advice on the desk: asked for by a tap, suggested in the forms, and nowhere in measured play."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask

from scenarios.loader import Loaded
from simulator.play.coach import Coach
from simulator.play.inbox import Inbox
from simulator.play.kernel import FACILITATOR, State
from simulator.play.roster import Roster, absent
from simulator.play.steering import StartPlay
from tests.webapp.browser import CHOSEN, Browser
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"
TEACHER = "kontaktlaerer"
ITEM = f"inject.I1@{TEACHER}"


@pytest.fixture
def coached(here: Runtime, room: RoomRow, small: Loaded) -> RoomRow:
    """Another exercise, made with advice."""
    return open_exercise(here, small, "45", owner_id=room.owner_id, mode="coached", seed=7)


@pytest.fixture
def teacher(coached: RoomRow, app: Flask, here: Runtime) -> Browser:
    """Somebody in the seat that the first inject of the story reaches."""
    person = Browser(app)
    person.send("/join", {"pin": coached.pin})
    person.send("/join/name", {"name": "Kari", "lang": "nb"})
    person.post("/lobby/role")
    person.post("/role", {"seat": TEACHER})
    here.conduct.steer(coached.exercise_id, FACILITATOR, StartPlay(), "start-it")
    return person


def test_a_way_on_is_told_when_it_is_asked_for(
    teacher: Browser,
    coached: RoomRow,
    here: Runtime,
    advance: Callable[..., None],
    small: Loaded,
) -> None:
    """Before: only the offer. After: a question, a way on, and forms that suggest it."""
    advance(60_000, coached.exercise_id)
    page, form = f"/desk/items/{ITEM}", f"/desk/do/share?item={ITEM}"
    way = next(each.text for each in small.scenario().injects[0].expects)
    assert way not in unescape(teacher.get(page).text)
    assert "Vis råd" in teacher.get(page).text
    assert not CHOSEN.search(teacher.get(form).text.partition('class="verb-form"')[2])
    teacher.post("/desk/tap", {"tap": f"kind=coach.ask&item={ITEM}"})
    assert ITEM in here.conduct.state(f"{coached.exercise_id}-1")[Coach].told
    assert way in unescape(teacher.get(page).text)
    shown = teacher.get(form).text.partition('class="verb-form"')[2]
    assert re.search(r'value="F2"\s+checked', shown)
    assert re.search(r'value="rektor"\s+checked', shown)
    assert "telles ikke i målingene" in unescape(shown)


def test_measured_play_has_no_trace_of_it(
    person: Browser,
    advance: Callable[[int], None],
    state: Callable[..., State],
) -> None:
    """No offer on any item, and a forged request is refused."""
    advance(60_000)
    items = state()[Inbox].of(FIRST)
    assert items
    for each in items:
        assert "Vis råd" not in person.get(f"/desk/items/{each.id}").text
    person.post("/desk/tap", {"tap": f"kind=coach.ask&item={items[0].id}"})
    assert not state()[Coach].told


def test_whoever_makes_the_exercise_chooses(room: RoomRow, leader: Browser, here: Runtime) -> None:
    """Measured unless one says otherwise (decision 18)."""
    for sent, mode in (({}, "measured"), ({"mode": "coached"}, "coached")):
        before = {each.exercise_id for each in here.room.owned(room.owner_id)}
        leader.post("/library", {"play": "emma:demo", "teams": "1", **sent})
        (made,) = {each.exercise_id for each in here.room.owned(room.owner_id)} - before
        assert here.store.exercise(made).mode == mode
        assert "Hvordan vil dere spille?" in leader.get("/library").text


def test_whoever_makes_the_exercise_may_leave_out_a_service(
    room: RoomRow, leader: Browser, here: Runtime
) -> None:
    """M15: only a service that the story says a kommune may lack, and only if it is ticked."""
    for sent, gone in (
        ([], set()),
        (["emma:fact-ung", "emma:bup", "small:fact-ung"], {"fact-ung"}),
    ):
        before = {each.exercise_id for each in here.room.owned(room.owner_id)}
        leader.post("/library", {"play": "emma:demo", "teams": "1", "absent": sent})
        (made,) = {each.exercise_id for each in here.room.owned(room.owner_id)} - before
        assert absent(here.conduct.state(f"{made}-1")) == gone
    shown = leader.get("/library").text
    assert shown.count('name="absent"') == 1


def test_whoever_makes_the_exercise_may_say_what_kind_of_kommune(
    room: RoomRow, leader: Browser, here: Runtime
) -> None:
    """The kind stands in the team's first entry; none, and one that there is not, is none."""
    for sent, kind in (("", ""), ("small", "small"), ("atlantis", "")):
        before = {each.exercise_id for each in here.room.owned(room.owner_id)}
        leader.post("/library", {"play": "emma:demo", "teams": "1", "kommune": sent})
        (made,) = {each.exercise_id for each in here.room.owned(room.owner_id)} - before
        formed = here.conduct.state(f"{made}-1")[Roster].formed
        assert formed is not None
        assert formed.kommune == kind
    assert leader.get("/library").text.count('name="kommune"') == 3
