"""D3, D10, E4: a hall comes in from one address, and a guesser does not."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.reliability.conftest import Hall, Halls
from tests.reliability.phone import Phone

MINUTE_S = 60.0
AT_ONCE = 20
"""Phones that knock in the same moment; more would measure the tester's own threads."""


def test_sixty_join_within_a_minute_and_a_guesser_is_stopped(hall: Halls) -> None:
    """60 PINs typed from one address meet no refusal; the 11th wrong one does, the QR code not."""
    room = hall("small", "45", teams=6)
    seconds = _joined(room, 60)
    assert max(seconds) < MINUTE_S
    seats = room.ledger.seats()
    assert len(seats) == 60
    assert set(Counter(team for team, _seat in seats.values()).values()) == {10}
    guesser = Phone(room.server.address)
    wrong = "000000" if room.server.pin != "000000" else "000001"
    guesser.open("/")
    assert [guesser.submit("/join", pin=wrong) for _ in range(10)] == [422] * 10
    # The refused page has no form of its own; the browser's back button has.
    page = guesser.page
    assert guesser.submit("/join", pin=wrong) == 429
    guesser.page = page
    assert guesser.submit("/join", pin=room.server.pin) == 429
    guesser.scan(room.server.join, "Skannet")
    # Neither are they refused who are inside already, nor the next who types it right.
    assert room.phones[0].open("/desk") == 200
    room.join("Sekstien")


@pytest.mark.proof
def test_750_join_from_one_address(
    hall: Halls, record_property: Callable[[str, object], None]
) -> None:
    """750 people in 75 teams of ten: every one gets a seat, nobody is refused or sent away."""
    room = hall("emma", "45", teams=75)
    began = time.monotonic()
    seconds = sorted(_joined(room, 750))
    record_property("joins", len(seconds))
    record_property("all inside after, s", round(time.monotonic() - began, 1))
    record_property("one join, median s", round(seconds[len(seconds) // 2], 2))
    record_property("one join, slowest s", round(seconds[-1], 2))
    seats = room.ledger.seats()
    assert len(seats) == 750
    teams = Counter(team for team, _seat in seats.values())
    assert set(teams.values()) == {10}
    assert len(teams) == 75
    assert requests.get(room.server.address + "/health", timeout=5).json()["ok"]


def _joined(room: Hall, people: int) -> list[float]:
    """Let them join, ``AT_ONCE`` side by side; seconds for each. Any refusal raises."""

    def come(number: int) -> float:
        began = time.monotonic()
        room.join(f"Gjest {number}")
        return time.monotonic() - began

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(come, range(people)))
