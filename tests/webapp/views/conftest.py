"""People at their desks, and a story that a test moves on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask_babel import force_locale

from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import Actor, Command, State
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from webapp.regions.look import look
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

PROMISES = ["1", "2", "3", "4", "5"]


@pytest.fixture
def advance(here: Runtime, room: RoomRow, wall: Wall) -> Callable[..., None]:
    """Let play time go on, as the ticker does; another exercise's, if it is named."""

    def go(ms: int, exercise: str = room.exercise_id) -> None:
        for _ in range(0, ms, 2_000):
            wall.ms += 2_000
            here.conduct.tick(exercise)

    return go


@pytest.fixture
def seated(joined: Callable[..., Browser]) -> Callable[..., Browser]:
    """People who have a role and have heard what there is to hear before playing."""

    def come(name: str = "") -> Browser:
        person = joined(name)
        person.post("/before", {"step": "role"})
        person.post("/before", {"step": "brief", "promise": PROMISES})
        person.post("/before", {"step": "practice"})
        return person

    return come


@pytest.fixture
def person(playing: RoomRow, seated: Callable[..., Browser]) -> Browser:
    """Somebody at the desk that is given first, while play goes on."""
    del playing
    return seated()


@pytest.fixture
def pair(playing: RoomRow, seated: Callable[..., Browser]) -> tuple[Browser, Browser]:
    """Two of the same team at their desks, while play goes on."""
    del playing
    first, _other_team, second = seated("Kari"), seated("Per"), seated("Ola")
    return first, second


@pytest.fixture
def state(here: Runtime, room: RoomRow) -> Callable[..., State]:
    """A team's state now."""
    return lambda number=1: here.conduct.state(f"{room.exercise_id}-{number}")


@pytest.fixture
def item(state: Callable[..., State]) -> Callable[..., Item]:
    """The first item in a seat's inbox whose id begins so."""

    def find(seat: str, begins: str = "", number: int = 1) -> Item:
        items = state(number)[Inbox].of(seat)
        return next(each for each in items if each.id.startswith(begins))

    return find


@pytest.fixture
def sight(app: Flask, here: Runtime, room: RoomRow) -> Callable[..., Iterator[Sight]]:
    """What a seat of a team sees now, in a language; a context to be opened."""

    @contextmanager
    def see(seat: str = "", number: int = 1, lang: str = "nb") -> Iterator[Sight]:
        with app.app_context(), force_locale(lang):
            yield look(here, f"{room.exercise_id}-{number}", lang, seat)

    return see  # type: ignore[return-value]


@pytest.fixture
def acts(here: Runtime, playing: RoomRow) -> Callable[[str, Command], None]:
    """A colleague's act, as the engine would have it done; refused acts fail the test."""
    done = 0

    def act(seat: str, command: Command) -> None:
        nonlocal done
        done += 1
        team = f"{playing.exercise_id}-1"
        receipt = here.conduct.handle(team, Actor("colleague", seat), command, f"act-{done}")
        assert receipt.code is None, receipt

    return act
