"""Whom things are for: every view says so, and everybody else is turned away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from scenarios.loader import Loaded
from tests.webapp.browser import Browser
from webapp import access, links
from webapp.accounts.first_link import new_account
from webapp.opening import open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]
PART = re.compile(r"<(?:[^:<>]+:)?(\w+)>")


def test_every_view_says_whom_it_is_for(app: Flask) -> None:
    """D6: a view without a policy would be for nobody, and is a mistake."""
    assert [name for name in app.view_functions if not access.roles_of(app, name)] == []


def test_a_view_without_a_policy_is_for_nobody(app: Flask, browser: Browsers) -> None:
    """Default deny: forgetting the policy closes the door."""
    app.add_url_rule("/forgotten", "forgotten", lambda: "open")
    assert browser().get("/forgotten").status_code == 403


def test_strangers_get_nowhere_but_to_the_doors(app: Flask, room: RoomRow) -> None:
    """D6: every address with every method denies a stranger, unless it is for anyone."""
    stranger, known = Browser(app), {"exercise_id": room.exercise_id}
    for rule in app.url_map.iter_rules():
        if "anyone" in access.roles_of(app, rule.endpoint):
            continue
        path = PART.sub(lambda part: known.get(part.group(1), "1"), rule.rule)
        for method in (rule.methods or set()) - {"OPTIONS", "HEAD"}:
            answer = stranger.get(path) if method == "GET" else stranger.post(path)
            sent_away = answer.status_code == 303 and "/login" in str(answer.location)
            assert answer.status_code in (403, 404) or sent_away, (rule, answer.status)


def test_the_lobby_shows_no_byte_of_the_scenario(
    room: RoomRow, here: Runtime, joined: Browsers, small: Loaded
) -> None:
    """D4: before the role, no page or answer holds any text of the scenario."""
    waiting = joined("Ola", role=False)
    texts = {small.scenario(lang).title for lang in small.languages}
    for seat in small.scenario().seats:
        texts |= {seat.name, seat.service, seat.card.mandate, *seat.card.can}
    assert waiting.get("/role").location == "/lobby"
    for path in ("/", "/lobby", "/lobby/state", "/device"):
        shown = waiting.get(path).text
        assert [text for text in texts if text in shown] == []
    sent = {"kind": "care.rest", "command_id": "x" * 8, "body": {}}
    assert waiting.post_json("/act", sent).status_code in (303, 403)


def test_only_the_owner_leads(
    room: RoomRow, here: Runtime, small: Loaded, leader: Browser, joined: Browsers
) -> None:
    """Another facilitator's exercise is not found; a participant's cookie leads nothing."""
    other = new_account(here.accounts, "annen@example.no", here.wall())
    theirs = open_exercise(here, small, "demo", owner_id=other.id)
    assert (
        leader.post(f"/exercises/{theirs.exercise_id}/door", {"door": "locked"}).status_code == 404
    )
    person = joined("Ola")
    assert person.post(f"/exercises/{room.exercise_id}/door", {"door": "locked"}).status_code == 403
    assert here.room.room(theirs.exercise_id).door == "open"


def test_a_participant_of_one_room_is_nobody_in_another(
    room: RoomRow, here: Runtime, small: Loaded, leader: Browser, joined: Browsers
) -> None:
    """A facilitator can't reach a participant through an exercise they are not in."""
    joined("Ola")
    (row,) = here.room.participants(room.exercise_id)
    second = open_exercise(here, small, "demo", owner_id=room.owner_id)
    path = f"/exercises/{second.exercise_id}/participants/{row.id}/remove"
    assert leader.post(path).status_code == 404


def test_no_cookie_from_before_survives(room: RoomRow, here: Runtime, browser: Browsers) -> None:
    """D5: tokens are made at the door, and new again with the role; a planted one is worthless."""
    person = browser()
    person.client.set_cookie("samspill_seat", "planted.1.token")
    person.client.set_cookie("samspill_session", "planted")
    person.send("/join", {"pin": room.pin})
    person.send("/join/name", {"name": "Ola"})
    lobby = person.cookie("samspill_seat")
    person.post("/lobby/role")
    role = person.cookie("samspill_seat")
    assert "planted" not in lobby
    assert lobby != role
    person.client.set_cookie("samspill_seat", lobby)
    assert person.get("/role").status_code == 403


def test_tokens_are_long_and_kept_as_hashes(
    room: RoomRow, here: Runtime, joined: Browsers, leader: Browser
) -> None:
    """D5: at least 128 bits in the cookie, and no token anywhere in the database files."""
    person = joined("Ola")
    kept = [person.cookie("samspill_seat"), leader.cookie("samspill_login")]
    assert all(len(token.rpartition(".")[2]) >= 22 for token in kept)
    files = b"".join(file.read_bytes() for file in here.config.data.glob("samspill.sqlite*"))
    assert not any(token.encode() in files for token in kept)


def test_cookies_are_closed_to_scripts_and_other_sites(
    room: RoomRow, here: Runtime, app: Flask
) -> None:
    """D5: HttpOnly and SameSite=Lax on each."""
    person = Browser(app)
    person.post("/join", {"pin": room.pin})
    given = person.post("/join/name", {"name": ""}).headers.getlist("Set-Cookie")
    assert {cookie.partition("=")[0] for cookie in given} == {"samspill_seat", "samspill_session"}
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in given)


def test_a_screen_is_a_screen_and_nothing_else(
    room: RoomRow, here: Runtime, screen: Browser, browser: Browsers
) -> None:
    """A projector link opens one exercise's screen; changed by a letter it opens nothing."""
    assert screen.cookie("samspill_screen")
    assert screen.post(f"/exercises/{room.exercise_id}/door", {"door": "locked"}).status_code == 403
    token = links.projector_link(here, room).partition("#")[2]
    assert browser().post("/screen", {"token": token[:-1] + "!"}).status_code == 403
    joining = links.join_link(here, room).partition("#")[2]
    assert browser().post("/screen", {"token": joining}).status_code == 403


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [("/role", "/role"), ("//evil.example", "/"), ("https://evil.example/", "/"), ("/\\evil", "/")],
)
def test_next_never_leads_away(browser: Browsers, asked: str, led_to: str) -> None:
    """Where a form leads is always a page of ours."""
    assert browser().post("/language", {"lang": "en", "next": asked}).location == led_to
