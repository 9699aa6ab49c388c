"""A2: address, PIN and QR code stand together, all session long, and are easy to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from simulator.play.kernel import FACILITATOR
from simulator.play.steering import EndPlay, StartPlay
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime


@pytest.mark.parametrize("when", ["before", "in play", "after"])
def test_the_screen_shows_address_pin_and_qr_together(
    when: str, room: RoomRow, here: Runtime, screen: Browser
) -> None:
    """A2: whoever comes late finds the way in as those did who came first."""
    if when != "before":
        here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start")
    if when == "after":
        here.conduct.steer(room.exercise_id, FACILITATOR, EndPlay(), "end")
    shown = unescape(screen.get(f"/projector/{room.exercise_id}").text)
    door = shown.partition('class="door-box"')[2].partition("</section>")[0]
    assert room.pin
    assert f"{room.pin[:3]} {room.pin[3:]}" in door
    assert re.search(r'class="door-address">\s*\S+', door)
    assert "<svg" in door


def test_the_pin_field_is_made_for_phones(browser: Callable[..., Browser]) -> None:
    """A2: a keyboard of digits, nothing remembered, and room to paste «123 456»."""
    field = re.search(r"<input[^>]*\bid=\"pin\"[^>]*>", browser().get("/").text)
    assert field
    assert 'inputmode="numeric"' in field[0]
    assert 'autocomplete="off"' in field[0]
    longest = re.search(r'maxlength="(\d+)"', field[0])
    assert longest is None or int(longest[1]) >= len(" 123 456 ")
    assert "pattern=" not in field[0]
