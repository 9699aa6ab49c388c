"""What is kept about a participant comes out for that participant, and for nobody else."""

from __future__ import annotations

import json

from flask import Flask

from tests.webapp.browser import Browser
from tests.webapp.gjennomgang.played import NAMES, Gjennomgang
from webapp.runtime import Runtime


def test_a_seat_code_brings_ones_own_data(app: Flask, played: Gjennomgang, here: Runtime) -> None:
    """C10: own-data export by seat code, from another phone; all that the person did is in it."""
    row = here.room.participants(played.room.exercise_id)[0]
    assert row.code
    phone = Browser(app)
    phone.post("/join", {"pin": row.code})
    told = phone.get("/mine/data.json")
    assert told.status_code == 200
    said = json.loads(told.data)
    assert said["participant"]["name"] == row.name
    assert said["participant"]["seat_id"] == row.seat_id
    assert said["entries"]
    for entry in said["entries"]:
        assert row.id in (entry["actor"].rpartition(":")[2], entry["body"].get("participant"))


def test_it_holds_nobody_elses(played: Gjennomgang, here: Runtime) -> None:
    """C10: no other participant's name or id, and no hash of anything."""
    told = played.people[0].get("/mine/data.json").text
    mine = json.loads(told)["participant"]
    for row in here.room.participants(played.room.exercise_id):
        if row.id != mine["id"]:
            assert row.id not in told
        assert row.token_hash not in told
    assert not any(name in told for name in NAMES if name != mine["name"])


def test_without_a_seat_there_is_nothing(played: Gjennomgang) -> None:
    """Whoever leads, the room and strangers get none of it."""
    for browser in (played.leader, played.screen):
        assert browser.get("/mine/data.json").status_code in (303, 403)


def test_pages_for_participants_lead_to_it(played: Gjennomgang) -> None:
    """It is found under Hjelp while one plays, and at the end of the gjennomgang."""
    assert "/mine/data.json" in played.people[0].get("/desk/help").text
    played.open("application")
    shown = played.everybody()
    assert "/mine/data.json" in shown["participant"]
    assert "/mine/data.json" not in shown["leader"] + shown["screen"]
