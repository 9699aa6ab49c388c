"""The console: the dreiebok, the room by exception, and controls that say what they do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from flask import Flask
from flask_babel import force_locale

from simulator.play.clock import Clock
from simulator.play.inbox import Inbox
from simulator.play.kernel import State
from simulator.play.script import Script
from tests.webapp.browser import Browser
from webapp.notebook.open import notebook
from webapp.regions.controls import desk
from webapp.regions.dreiebok import dreiebok
from webapp.regions.overview import overview
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

See = Callable[..., AbstractContextManager[Sight]]


def console(room: RoomRow) -> str:
    """The address of the exercise's console."""
    return f"/exercises/{room.exercise_id}/console"


def test_play_starts_only_when_the_room_has_heard_what_it_must(
    room: RoomRow, leader: Browser, state: Callable[..., State]
) -> None:
    """B1: without the tick nothing starts, by whichever door; with it the clock goes."""
    leader.post(f"{console(room)}/start")
    assert state()[Clock].phase == "lobby"
    assert "kryss av" in leader.get(console(room)).text
    plain = {"command_id": "start-plainly", "exercise": room.exercise_id, "kind": "play.start"}
    assert leader.post_json("/act", plain).get_json()["code"] == "not_read_aloud"
    leader.post(f"{console(room)}/tap", {"tap": "kind=play.start"})
    assert state()[Clock].phase == "lobby"
    leader.post(f"{console(room)}/start", {"briefed": "1"})
    assert state()[Clock].phase == "leg"


def test_play_starts_by_the_plain_door_too(
    room: RoomRow, leader: Browser, state: Callable[..., State]
) -> None:
    """The tick may come with any door; that it was read is kept, so the card is gone."""
    sent = {"command_id": "start-plainly", "exercise": room.exercise_id, "kind": "play.start"}
    assert leader.post_json("/act", sent | {"briefed": True}).get_json()["ok"]
    assert state()[Clock].phase == "leg"
    assert 'name="briefed"' not in leader.get(console(room)).text


def test_only_who_leads_sees_it(
    room: RoomRow, joined: Callable[..., Browser], leader: Browser
) -> None:
    """A participant is sent to log in, and no post of theirs does anything."""
    person = joined()
    assert leader.get(console(room)).status_code == 200
    assert person.get(console(room)).status_code == 303
    for door in ("tap", "start", "note", "support"):
        assert person.post(f"{console(room)}/{door}").status_code == 403


def test_taps_steer_the_clock(
    playing: RoomRow, leader: Browser, state: Callable[..., State]
) -> None:
    """Pause and pace, for all teams at once, without script."""
    leader.post(f"{console(playing)}/tap", {"tap": "kind=clock.pause"})
    assert state(1)[Clock].paused
    assert state(2)[Clock].paused
    leader.post(f"{console(playing)}/tap", {"tap": "kind=clock.resume"})
    leader.post(f"{console(playing)}/tap", {"tap": "kind=clock.pace&pace_ms=44000"})
    assert state(2)[Clock].pace_ms == 44_000


def test_an_inject_can_be_held_sent_and_taken_out(
    playing: RoomRow, leader: Browser, state: Callable[..., State]
) -> None:
    """For every team, or for one that is named."""
    tap = f"{console(playing)}/tap"
    leader.post(tap, {"tap": "kind=inject.hold&inject=I5"})
    assert state(2)[Script].stand("I5").phase == "held"
    leader.post(tap, {"tap": f"kind=inject.release&inject=I5&@team={playing.exercise_id}-1"})
    assert state(1)[Script].stand("I5").phase == "delivered"
    assert state(2)[Script].stand("I5").phase == "held"
    leader.post(tap, {"tap": "kind=inject.skip&inject=I8"})
    assert state(1)[Script].stand("I8").phase == "skipped"


def test_an_ad_hoc_inject_reaches_those_it_is_for(
    playing: RoomRow, leader: Browser, state: Callable[..., State]
) -> None:
    """Ticked seats get it, others do not."""
    leader.post(
        "/act",
        {
            "kind": "inject.add",
            "exercise": playing.exercise_id,
            "body.to[]": "rektor",
            "body.sender": "Vaktmesteren",
            "body.text": "Det lyser på SFO ennå.",
        },
    )
    assert [item.seat for item in state()[Inbox].items.values()] == ["rektor"]


def test_notes_are_the_leaders_own(
    playing: RoomRow, leader: Browser, seated: Callable[..., Browser], app: Flask
) -> None:
    """A note stands in the log of its team and in nobody's phone; real people's data do not."""
    person = seated()
    leader.post(f"{console(playing)}/note", {"text": "De snakker godt sammen", "team": "1"})
    leader.post(f"{console(playing)}/note", {"text": "Ring 01017012345 i dag", "team": "1"})
    assert "De snakker godt sammen" in leader.get(console(playing)).text
    assert "De snakker godt sammen" not in leader.get(f"{console(playing)}?team=2").text
    assert "De snakker godt sammen" not in person.get("/desk").text
    with app.app_context():
        assert len(notebook().notes(playing.exercise_id)) <= 2


def test_who_is_touched_is_told_to_the_leader_alone(
    playing: RoomRow, leader: Browser, seated: Callable[..., Browser]
) -> None:
    """'Dette berører meg' shows on the console, and on no other phone or list."""
    person, _other_team, other = seated("Kari"), seated("Per"), seated("Ola")
    person.post("/desk/touched")
    shown = unescape(leader.get(console(playing)).text)
    assert "Dette berører meg" in shown
    assert "Kari, Helsesykepleier" in shown
    own_menu = other.get("/desk").text.partition('class="desk-flow"')[2]
    assert "berører" not in own_menu


def test_a_lost_phone_is_helped_from_the_list(
    playing: RoomRow, leader: Browser, seated: Callable[..., Browser]
) -> None:
    """A6: the seat code stands with the person; a new one ends the old phone."""
    person = seated("Kari")
    shown = leader.get(console(playing)).text
    assert "Plasskode" in shown
    verb = next(line for line in shown.split('"') if line.endswith("/reissue"))
    leader.post(verb)
    assert person.get("/desk").status_code == 403


def test_every_control_names_its_effect(
    playing: RoomRow, here: Runtime, app: Flask, advance: Callable[[int], None]
) -> None:
    """Before it is pressed, in words; keys are not given twice."""
    advance(10_000)
    with app.app_context(), force_locale("nb"), here.lock:
        shown = desk(overview(here, playing.exercise_id, "nb", 1))
    controls = [*shown.clock, *shown.scenes, *shown.probes]
    assert len(controls) >= 5
    assert all(each.words and each.effect for each in controls)
    keys = [each.key for each in controls if each.key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_what_an_inject_waits_on_is_told_in_words(
    lang: str, playing: RoomRow, here: Runtime, app: Flask
) -> None:
    """No id of the scenario stands where a sentence should."""
    with app.app_context(), force_locale(lang), here.lock:
        over = overview(here, playing.exercise_id, lang, 1)
        rows = [row for chapter in dreiebok(over).chapters for row in chapter.rows]
    waiting = [row for row in rows if row.state == "waiting"]
    assert len(rows) == 8
    assert waiting
    for row in waiting:
        assert len(row.told) > 30
        assert not any(name in row.told.split() for name in ("X2", "X5", "T2"))


def test_sending_to_several_teams_says_so(playing: RoomRow, here: Runtime, app: Flask) -> None:
    """'Sender til 1 rolle nå på 2 lag'; once one team has it, on one."""
    with app.app_context(), force_locale("nb"), here.lock:
        over = overview(here, playing.exercise_id, "nb", 1)
        row = next(r for c in dreiebok(over).chapters for r in c.rows if r.id == "I5")
    assert row.effect == "Sender til 1 rolle nå på 2 lag"
