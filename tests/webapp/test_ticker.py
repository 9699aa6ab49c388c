"""What happens by itself."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from simulator.play.clock import Clock
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from webapp import clock, ticker
from webapp.presence import Line, Presence
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]


def test_play_goes_on_by_itself(playing: RoomRow, here: Runtime, app: Flask, wall: Wall) -> None:
    """A tick lets happen what is due, for every team; a second one at once changes nothing."""
    teams = here.store.teams(playing.exercise_id)
    before = [team.head_seq for team in teams]
    wall.ms += 3 * clock.MINUTE
    with app.app_context():
        ticker.tick(here)
        after = [team.head_seq for team in here.store.teams(playing.exercise_id)]
        ticker.tick(here)
    assert all(now > then for now, then in zip(after, before, strict=True))
    assert [team.head_seq for team in here.store.teams(playing.exercise_id)] == after


def test_a_whole_exercise_runs_out_with_nobody_there(
    playing: RoomRow, here: Runtime, app: Flask, wall: Wall
) -> None:
    """Ticked every few seconds, the demo ends by itself within its planned time and holds."""
    with app.app_context():
        for _ in range(200):
            wall.ms += 10 * clock.SECOND
            ticker.tick(here)
    assert here.conduct.clock(playing.exercise_id)[Clock].phase == "over"
    assert here.conduct.due() == []


def test_signs_of_life_are_kept(room: RoomRow, here: Runtime, joined: Browsers, wall: Wall) -> None:
    """'Sist sett' survives in the database, written now and then, not at each request."""
    person = joined("Ola")
    wall.ms += clock.MINUTE
    person.get("/role")
    ticker.note_heard(here)
    (row,) = here.room.participants(room.exercise_id)
    assert row.seen_wall == wall.ms
    assert here.presence.take_heard() == {}


def test_presence_counts_sockets_by_holder() -> None:
    """Somebody is connected while any socket of theirs is open."""
    presence, line = Presence(), Line("seat", "", "p1", "hash", ())
    presence.enter("a", line)
    presence.enter("b", line)
    assert presence.held("p1") == ["a", "b"]
    presence.leave("a")
    assert presence.connected("p1")
    presence.leave("b")
    presence.leave("b")
    assert not presence.connected("p1")
