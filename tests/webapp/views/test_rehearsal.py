"""The page for prøvespill: whom it is for, what it keeps, and what it shows."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from flask import Flask

from facilitator.rehearsal.tally import Tally
from scenarios.loader import load
from simulator import ENGINE
from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD
from webapp.accounts.first_link import new_account
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import batches
from webapp.rehearsing.open import rehearsals
from webapp.rehearsing.row import RehearsalRow
from webapp.rehearsing.unit import Order
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.security import passwords

EMMA = load("emma")
PATIENCE_S = 90.0
CHOICE = {"scenario": "emma", "format": "demo", "players": "typical", "runs": "10"}
TAGS = re.compile(r"<[^>]+>")


@cache
def tally() -> str:
    """What twelve rehearsals of Emma's demo came to, as it is kept."""
    whole = Tally()
    for batch in batches(Order(EMMA.document, EMMA.digest, "demo", Cast(), runs=12), jobs=1):
        whole.merge(batch.tally)
    return json.dumps(whole.data())


@pytest.fixture
def other(app: Flask, here: Runtime) -> Browser:
    """Somebody who leads exercises, but not this one."""
    account = new_account(here.accounts, "annen@example.no", here.wall())
    here.accounts.set_password(account.id, passwords.hashed(PASSWORD))
    person = Browser(app, "192.0.2.77")
    person.post("/login", {"email": "annen@example.no", "password": PASSWORD})
    return person


@pytest.fixture
def kept(app: Flask, here: Runtime, room: RoomRow) -> Callable[..., RehearsalRow]:
    """A rehearsal of the facilitator's that is done (twelve runs of Emma's demo)."""

    def keep(**changed: object) -> RehearsalRow:
        row = RehearsalRow(
            "kept", room.owner_id, None, "emma", EMMA.digest, "demo",
            json.dumps(Cast().data()), 1, 12, ENGINE, "done", 12, "elsewhere", here.wall(),
            here.wall(), here.wall(), tally(),
        )  # fmt: skip
        row = replace(row, **changed)  # type: ignore[arg-type]
        with app.app_context():
            rehearsals().store.add(row)
        return row

    return keep


def words(browser: Browser, path: str) -> str:
    """What a page says."""
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status
    return " ".join(TAGS.sub(" ", answer.text).split())


def test_the_library_and_the_lobby_lead_there(leader: Browser, room: RoomRow) -> None:
    """From a scenario's card, and from the console before play."""
    assert "/rehearsals?scenario=emma" in leader.get("/library").text
    console = leader.get(f"/exercises/{room.exercise_id}/console").text
    where = f"/rehearsals?scenario=small&amp;exercise={room.exercise_id}&amp;format=demo"
    assert where in console
    assert "Prøvespill: " in words(leader, where.replace("&amp;", "&"))


def test_it_is_played_and_its_result_is_there(leader: Browser, room: RoomRow) -> None:
    """From the form to the pictures with their tables, and found again among the earlier."""
    asked = leader.post("/rehearsals", CHOICE | {"manned": ["bup"], "kommune": "small"})
    assert asked.status_code == 303
    where = str(asked.location)
    ends = time.monotonic() + PATIENCE_S
    while "Stopp prøvespillet" in words(leader, where):
        assert time.monotonic() < ends
        time.sleep(0.2)
    page = leader.get(where).text
    assert page.count("<svg") == page.count("<table") == 3
    assert "10 ganger, Liten, med tjenester sammen med naboene, 1 rolle for mennesker" in words(
        leader, where
    )
    assert f"motor {ENGINE}" in words(leader, where)
    assert where in leader.get("/rehearsals?scenario=emma").text
    parts = leader.get(f"{where}/regions?held=progress.-,outcome.-").get_json()
    assert {each["region"] for each in parts["regions"]} == {"progress", "outcome"}


def test_what_was_kept_is_shown_with_its_words(
    leader: Browser, kept: Callable[..., RehearsalRow]
) -> None:
    """Every scene, seat and R stands in a table; each finding has a remedy."""
    kept()
    said = words(leader, "/rehearsals/kept")
    for seat in EMMA.scenario().formats["demo"].seats[:4]:
        name = next(each.name for each in EMMA.scenario().seats if each.id == seat)
        assert name in said
    for word in ("Rammer", "Relasjoner", "Det samme som tabell", "Hva kan gjøres bedre?"):
        assert word in said


def test_an_earlier_engine_is_told(leader: Browser, kept: Callable[..., RehearsalRow]) -> None:
    """What was played by another engine says so; what was of another story is not shown."""
    kept(engine=ENGINE - 1)
    assert "eldre motor" in words(leader, "/rehearsals/kept")
    kept(id="of-old", digest="another")
    said = words(leader, "/rehearsals/of-old")
    assert "Historien er endret" in said
    assert "Minutter per scene" not in said


@pytest.mark.parametrize(
    ("state", "word"),
    [("cancelled", "Du stoppet"), ("cut", "Tjeneren stoppet"), ("failed", "ikke an å spille")],
)
def test_what_did_not_end_says_so(
    leader: Browser, kept: Callable[..., RehearsalRow], state: str, word: str
) -> None:
    """And can be run again as it was chosen."""
    kept(state=state, tally=None)
    page = leader.get("/rehearsals/kept").text
    assert word in page
    assert "Kjør på nytt" in page


def test_nobody_but_its_owner_is_let_in(
    app: Flask,
    here: Runtime,
    leader: Browser,
    other: Browser,
    room: RoomRow,
    kept: Callable[..., RehearsalRow],
) -> None:
    """Not another facilitator, not a participant, not a stranger: neither to look nor to stop."""
    kept()
    for person, opens in ((leader, True), (other, False), (Browser(app), False)):
        sock = here.socketio.test_client(
            app, flask_test_client=person.client, auth={"as": "rehearsal", "exercise": "kept"}
        )
        assert sock.is_connected() == opens
    for path in ("/rehearsals/kept", "/rehearsals/kept/regions"):
        assert other.get(path).status_code == 404
        assert Browser(app).get(path).status_code in (303, 403)
    for act in ("cancel", "delete"):
        assert other.post(f"/rehearsals/kept/{act}").status_code == 404
    theirs = CHOICE | {"scenario": "small", "exercise": room.exercise_id}
    assert other.get(f"/rehearsals?exercise={room.exercise_id}").status_code == 404
    assert other.post("/rehearsals", theirs).status_code == 404
    assert leader.get("/rehearsals/kept").status_code == 200


def test_only_what_can_be_chosen_is_taken(leader: Browser) -> None:
    """Unknown scenarios, formats, profiles, seats and numbers of runs are turned away."""
    assert leader.get("/rehearsals?scenario=nothing").status_code == 404
    for field, value in (
        ("format", "7"),
        ("players", "perfect"),
        ("players", "absent"),
        ("runs", "100000"),
        ("runs", "x"),
        ("manned", "nobody"),
        ("kommune", "none of ours"),
    ):
        assert leader.post("/rehearsals", CHOICE | {field: value}).status_code == 400, field


def test_it_is_forgotten_on_request_and_with_its_exercise(
    leader: Browser,
    room: RoomRow,
    here: Runtime,
    app: Flask,
    kept: Callable[..., RehearsalRow],
) -> None:
    """Deleting one, and erasing the exercise it was for."""
    kept()
    kept(id="for-exercise", exercise_id=room.exercise_id)
    assert leader.post("/rehearsals/kept/delete").status_code == 303
    assert leader.get("/rehearsals/kept").status_code == 404
    here.store.delete_exercise(room.exercise_id, here.wall())
    with app.app_context():
        assert rehearsals().store.get("for-exercise") is None


def test_without_scripts_the_page_can_be_asked_to_come_again(
    leader: Browser, app: Flask, kept: Callable[..., RehearsalRow]
) -> None:
    """Only whoever asks for it gets a page that fetches itself (WCAG 2.2.1)."""
    kept(state="running", tally=None, done=3)
    still = leader.get("/rehearsals/kept").text
    assert "http-equiv" not in still
    assert "follow=1" in still
    assert '<meta http-equiv="refresh"' in leader.get("/rehearsals/kept?follow=1").text
    assert "3 av 12 er spilt" in words(leader, "/rehearsals/kept")
