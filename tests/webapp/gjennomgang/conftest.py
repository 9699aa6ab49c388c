"""A small exercise of two teams, played to its end with people in it.

It is played once a run; every test gets a copy of its database and browsers of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from scenarios.loader import Loaded
from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD, SECRET, Wall
from tests.webapp.gjennomgang.played import NAMES, Gjennomgang, play_through
from webapp import links
from webapp.accounts.first_link import new_account
from webapp.config import Config
from webapp.factory import build
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import EXTENSION, Runtime
from webapp.security import passwords

LEADER = "leder@example.no"


@dataclass(frozen=True)
class Finished:
    """What is left of an exercise that was played: its data, and the cookies of who was there."""

    data: Path
    ms: int
    room: RoomRow
    seats: tuple[tuple[str, str], ...]
    """Team and cookie of each participant."""
    login: str
    screen: str


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, small: Loaded) -> Finished:
    """Two teams, two people each, who did nothing but join."""
    data, wall = tmp_path_factory.mktemp("finished"), Wall()
    app = build(Config(data=data, secret_key=SECRET), wall)
    here: Runtime = app.extensions[EXTENSION]
    owner = new_account(here.accounts, LEADER, here.wall())
    here.accounts.set_password(owner.id, passwords.hashed(PASSWORD))
    room = open_exercise(here, small, "demo", owner_id=owner.id, teams=2, seed=7)
    seats = tuple(_joined(app, room, name) for name in NAMES)
    play_through(here, wall, room.exercise_id)
    leader, screen = Browser(app), Browser(app)
    leader.post("/login", {"email": LEADER, "password": PASSWORD})
    screen.post("/screen", {"token": links.projector_link(here, room).partition("#")[2]})
    return Finished(
        data,
        wall.ms,
        room,
        seats,
        leader.cookie("samspill_login"),
        screen.cookie("samspill_screen"),
    )


def _joined(app: Flask, room: RoomRow, name: str) -> tuple[str, str]:
    person = Browser(app)
    person.send("/join", {"pin": room.pin})
    person.send("/join/name", {"name": name, "lang": "nb"})
    person.post("/lobby/role")
    cookie = person.cookie("samspill_seat")
    here: Runtime = app.extensions[EXTENSION]
    row = here.room.participant(cookie.partition(".")[0])
    assert row is not None
    return row.team_id, cookie


@pytest.fixture
def wall(finished: Finished) -> Wall:
    """The time at which play ended."""
    return Wall(finished.ms)


@pytest.fixture
def config(tmp_path: Path, finished: Finished) -> Config:
    """Settings on a copy of what was played."""
    data = shutil.copytree(finished.data, tmp_path / "data")
    return Config(data=data, secret_key=SECRET)


@pytest.fixture
def room(finished: Finished) -> RoomRow:
    """The exercise that is over."""
    return finished.room


@pytest.fixture
def played(app: Flask, finished: Finished) -> Gjennomgang:
    """The exercise after play, with the browsers of all who look at it."""
    teams: dict[str, list[Browser]] = {}
    for team, cookie in finished.seats:
        teams.setdefault(team, []).append(_with(app, "samspill_seat", cookie))
    first, second = (tuple(teams[f"{finished.room.exercise_id}-{n}"]) for n in (1, 2))
    leader = _with(app, "samspill_login", finished.login)
    screen = _with(app, "samspill_screen", finished.screen)
    return Gjennomgang(finished.room, first, second, leader, screen)


def _with(app: Flask, name: str, cookie: str) -> Browser:
    browser = Browser(app)
    browser.client.set_cookie(name, cookie)
    return browser


@pytest.fixture
def analysed(played: Gjennomgang) -> Gjennomgang:
    """The same with the analysis open."""
    played.open("analysis")
    return played


@pytest.fixture
def asked(app: Flask) -> Iterator[None]:
    """A request of nobody's, for code that finds words and addresses."""
    with app.test_request_context("/"):
        yield
