"""Pushes: what changed since the last one, to whoever it is for, in their own language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.webapp.browser import Browser
from webapp import audience, fanout
from webapp.presence import Line
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime

Sent = list[tuple[str, dict[str, Any]]]


class Post:
    """Stands where the socket server does, and keeps what is handed to it."""

    def __init__(self) -> None:
        self.sent: Sent = []
        self.meanwhile: Callable[[], object] = lambda: None
        """What others do while somebody's regions are about to be drawn."""

    def sleep(self, _seconds: float) -> None:
        """Others have their turn."""
        self.meanwhile()

    def emit(self, event: str, payload: dict[str, Any], *, to: str) -> None:
        """Keep it, if it is about regions."""
        if event == "regions":
            self.sent.append((to, payload))


@pytest.fixture
def people(playing: RoomRow, here: Runtime, seated: Callable[..., Browser]) -> list[ParticipantRow]:
    """Three people with sockets open: two of team 1, one of team 2."""
    for name in ("Kari", "Per", "Ola"):
        seated(name)
    found = here.room.participants(playing.exercise_id)
    for each in found:
        room = audience.person(each.id)
        here.presence.enter(
            each.id, Line("seat", playing.exercise_id, each.id, each.token_hash, (room,))
        )
    return found


@pytest.fixture
def post(here: Runtime, people: list[ParticipantRow]) -> Post:
    """What is pushed once they are there."""
    assert people
    post = here.socketio = Post()
    return post


def test_only_the_team_it_is_about_is_pushed_to(
    app: Flask, post: Post, people: list[ParticipantRow]
) -> None:
    """Persons get regions; the console and the screen get a hint without content."""
    with app.app_context():
        fanout.announce([people[0].team_id])
    rooms = [to for to, _ in post.sent]
    mine = [audience.person(each.id).room for each in people if each.team_id == people[0].team_id]
    assert rooms[: len(mine)] == mine
    assert all(payload["regions"] == [] for to, payload in post.sent if to not in mine)
    assert not any(people[1].id in to for to in rooms)


def test_a_push_goes_on_from_the_one_before(
    app: Flask,
    post: Post,
    people: list[ParticipantRow],
    advance: Callable[[int], None],
) -> None:
    """``after`` is the seq of the last push; unchanged regions are not sent again."""
    me = audience.person(people[0].id).room
    with app.app_context():
        fanout.announce([people[0].team_id])
        fanout.announce([people[0].team_id])
        advance(40_000)
        fanout.announce([people[0].team_id])
    first, second, third = [payload for to, payload in post.sent if to == me]
    assert first["after"] == 0
    assert {"inbox", "team", "role"} <= {each["region"] for each in first["regions"]}
    assert second["after"] == first["seq"]
    assert second["regions"] == []
    assert third["seq"] > third["after"] == second["seq"]
    assert "inbox" in {each["region"] for each in third["regions"]}


def test_each_gets_it_in_their_own_language(
    app: Flask, here: Runtime, post: Post, people: list[ParticipantRow]
) -> None:
    """One act, two languages on one team."""
    here.room.change(people[0].id, lang="en")
    with app.app_context():
        fanout.announce([people[0].team_id])
    html = {to: " ".join(each["html"] for each in payload["regions"]) for to, payload in post.sent}
    assert "Week 38" in html[audience.person(people[0].id).room]
    assert "Uke 38" in html[audience.person(people[2].id).room]


def test_who_has_no_socket_is_not_rendered_for(app: Flask, here: Runtime, post: Post) -> None:
    """They ask when they are back."""
    del here
    with app.app_context():
        fanout.announce([])
    assert post.sent == []


def test_who_gets_another_place_meanwhile_is_told_nothing_of_the_old_one(
    app: Flask, here: Runtime, post: Post, people: list[ParticipantRow]
) -> None:
    """Telling is slow and people move: what was drawn for their old seat is not theirs."""
    moved, stays = people[0], people[2]
    post.meanwhile = lambda: here.room.change(moved.id, team_id=people[1].team_id)
    with app.app_context():
        fanout.announce([moved.team_id])
    rooms = [to for to, _ in post.sent]
    assert audience.person(moved.id).room not in rooms
    assert audience.person(stays.id).room in rooms
