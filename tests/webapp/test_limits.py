"""Guessing: wrong tries are counted, right ones never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask

from scenarios.loader import Loaded
from tests.webapp.browser import Browser
from webapp import links
from webapp.opening import PIN_LASTS, free_pin, open_exercise
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.security import tokens
from webapp.security.limits import Bucket

Browsers = Callable[..., Browser]
HALL = "192.0.2.77"


def wrong_pin(room: RoomRow) -> str:
    """A PIN that is not this room's."""
    return "000000" if room.pin != "000000" else "000001"


def test_the_eleventh_wrong_pin_waits_and_the_qr_code_does_not(
    room: RoomRow, here: Runtime, browser: Browsers
) -> None:
    """D3: 10 wrong in 5 minutes from one browser, then 429, also for the right PIN."""
    person = browser()
    for _ in range(10):
        assert person.post("/join", {"pin": wrong_pin(room)}).status_code == 422
    assert person.post("/join", {"pin": wrong_pin(room)}).status_code == 429
    assert person.post("/join", {"pin": room.pin}).status_code == 429
    token = links.join_link(here, room).partition("#")[2]
    assert person.post("/j", {"token": token}).location == "/join/name"


def test_one_guesser_does_not_shut_out_a_neighbour(room: RoomRow, browser: Browsers) -> None:
    """D3: another browser behind the same address still gets in."""
    guesser, neighbour = browser(HALL), browser(HALL)
    for _ in range(11):
        guesser.post("/join", {"pin": wrong_pin(room)})
    assert neighbour.post("/join", {"pin": room.pin}).status_code == 303


def test_fresh_cookies_do_not_help_a_guesser(room: RoomRow, browser: Browsers) -> None:
    """D3: an address has 60 wrong tries in 10 minutes, however many browsers it pretends to be."""
    statuses = [
        browser(HALL).post("/join", {"pin": wrong_pin(room)}).status_code for _ in range(61)
    ]
    assert Counter(statuses) == {422: 60, 429: 1}


def test_typed_pins_pause_for_the_whole_server(room: RoomRow, browser: Browsers) -> None:
    """D3: 100 wrong in 10 minutes from anywhere, so that eight hours of guessing come to 0.5 %."""
    for number in range(100):
        address = f"198.51.100.{number // 10}"
        assert browser(address).post("/join", {"pin": wrong_pin(room)}).status_code == 422
    assert browser("203.0.113.9").post("/join", {"pin": room.pin}).status_code == 429


def test_a_hall_behind_one_address_meets_no_refusal(room: RoomRow, app: Flask) -> None:
    """Decision 29: right PINs are not counted, however many come at once."""
    statuses = Counter(
        Browser(app, HALL).post("/join", {"pin": room.pin}).status_code for _ in range(150)
    )
    assert statuses == {303: 150}


@pytest.mark.proof
def test_seven_hundred_and_fifty_come_in_from_one_address(room: RoomRow, app: Flask) -> None:
    """Decision 29, in full: a whole day's hall joins and takes roles without one refusal."""
    for _ in range(750):
        person = Browser(app, HALL)
        assert person.post("/join", {"pin": room.pin}).status_code == 303
        assert person.post("/join/name", {"name": ""}).status_code == 303
        assert person.post("/lobby/role").status_code == 303


def test_wrong_passwords_are_counted_too(room: RoomRow, browser: Browsers) -> None:
    """Ten in a quarter of an hour from one address."""
    person = browser()
    form = {"email": "leder@example.no", "password": "feil feil feil"}
    statuses = [person.post("/login", form).status_code for _ in range(11)]
    assert Counter(statuses) == {422: 10, 429: 1}


def test_pins_are_random_and_never_shared_by_open_rooms(here: Runtime, room: RoomRow) -> None:
    """D2: 10^5 PINs spread evenly over digits, and none is that of an open room."""
    drawn = [tokens.new_pin() for _ in range(100_000)]
    digits = Counter("".join(drawn))
    expected = len(drawn) * 6 / 10
    chi2 = sum((digits[str(digit)] - expected) ** 2 / expected for digit in range(10))
    assert chi2 < 40  # 9 degrees of freedom; beyond this once in 100 000 runs
    assert all(free_pin(here) != room.pin for _ in range(200))


def test_a_pin_dies_after_twelve_hours(
    room: RoomRow, here: Runtime, small: Loaded, browser: Browsers
) -> None:
    """D2: then neither PIN nor QR code opens the door, and the number is free for others."""
    here.wall.ms += PIN_LASTS + 1  # type: ignore[attr-defined]
    assert browser().post("/join", {"pin": room.pin}).status_code == 422
    token = links.join_link(here, room).partition("#")[2]
    assert browser().post("/j", {"token": token}).status_code == 422
    open_exercise(here, small, "demo", owner_id=room.owner_id)
    assert here.room.room(room.exercise_id).pin is None


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    """D10: 30 at once, then 10 a second."""
    bucket = Bucket.full(10, 30, now=0)
    assert sum(bucket.take(0) for _ in range(50)) == 30
    assert sum(bucket.take(1) for _ in range(50)) == 10
