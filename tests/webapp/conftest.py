"""An application on a database of its own, with a small exercise open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from scenarios.loader import Loaded, load
from simulator.play.kernel import FACILITATOR
from simulator.play.steering import StartPlay
from tests.webapp.browser import Browser
from webapp import links
from webapp.accounts.first_link import new_account
from webapp.config import Config
from webapp.factory import build
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import EXTENSION, Runtime
from webapp.security import passwords

SECRET = "a secret of nobody, long enough for all"
PASSWORD = "tre blide bjelker"


@dataclass
class Wall:
    """A wall clock that a test moves."""

    ms: int = 1_800_000_000_000

    def __call__(self) -> int:
        """Now."""
        return self.ms


@pytest.fixture
def wall() -> Wall:
    """The time of day, as the test has it."""
    return Wall()


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Settings of a test: plain HTTP on localhost, threads."""
    return Config(data=tmp_path, secret_key=SECRET)


@pytest.fixture
def app(config: Config, wall: Wall) -> Flask:
    """The whole application."""
    return build(config, wall)


@pytest.fixture
def here(app: Flask) -> Runtime:
    """The application's runtime. No context is left open: requests would share its ``g``."""
    found: Runtime = app.extensions[EXTENSION]
    return found


@pytest.fixture(scope="session")
def small() -> Loaded:
    """A scenario of four seats."""
    return load("small")


@pytest.fixture
def room(here: Runtime, small: Loaded) -> RoomRow:
    """An open exercise with two teams, not yet started."""
    owner = new_account(here.accounts, "leder@example.no", here.wall())
    here.accounts.set_password(owner.id, passwords.hashed(PASSWORD))
    return open_exercise(here, small, "demo", owner_id=owner.id, teams=2, seed=7)


@pytest.fixture
def browser(app: Flask) -> Callable[..., Browser]:
    """As many browsers as a test wants."""
    return lambda *details: Browser(app, *details)


@pytest.fixture
def joined(room: RoomRow, app: Flask, wall: Wall) -> Callable[..., Browser]:
    """Browsers of people who have come as far as the lobby, or their role."""

    def come(name: str = "", *, role: bool = True) -> Browser:
        wall.ms += 1_000
        person = Browser(app)
        person.send("/join", {"pin": room.pin})
        person.send("/join/name", {"name": name, "lang": "nb"})
        if role:
            person.post("/lobby/role")
        return person

    return come


@pytest.fixture
def leader(room: RoomRow, app: Flask) -> Browser:
    """The browser of whoever leads the exercise."""
    person = Browser(app)
    person.post("/login", {"email": "leder@example.no", "password": PASSWORD})
    assert person.cookie("samspill_login")
    return person


@pytest.fixture
def screen(room: RoomRow, here: Runtime, app: Flask) -> Browser:
    """The browser of the screen in the room."""
    shown = Browser(app)
    shown.post("/screen", {"token": links.projector_link(here, room).partition("#")[2]})
    return shown


@pytest.fixture
def playing(room: RoomRow, here: Runtime) -> RoomRow:
    """The exercise, started."""
    here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start-it")
    return room
