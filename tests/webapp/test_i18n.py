"""Languages: one's own choice, then the browser's, then bokmål."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]
LANG = re.compile(r'<html lang="(\w+)"')


def spoken(person: Browser, wished: str = "") -> str:
    """The language of the front page."""
    found = LANG.search(person.get("/", headers={"Accept-Language": wished}).text)
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("wished", "gets"),
    [
        ("", "nb"),
        ("nb-NO,nb;q=0.9", "nb"),
        ("no", "nb"),
        ("nn-NO,nb;q=0.8", "nn"),
        ("en-GB,en;q=0.9", "en"),
        ("sv-SE,en;q=0.5", "nb"),
        ("pl,uk;q=0.9", "nb"),
        ("pl,en;q=0.5", "en"),
    ],
)
def test_the_browser_is_asked(browser: Browsers, wished: str, gets: str) -> None:
    """C6: the first language of its list that we speak; neighbours read bokmål."""
    assert spoken(browser(), wished) == gets


def test_a_choice_outlives_the_page(browser: Browsers) -> None:
    """C6: the switch keeps the place, and the choice holds on the next page."""
    person = browser()
    assert person.post("/language", {"lang": "nn", "next": "/login"}).location == "/login"
    assert spoken(person, "en") == "nn"
    person.post("/language", {"lang": "xx", "next": "/"})
    assert spoken(person, "en") == "nn"


def test_a_participants_language_belongs_to_the_seat(
    room: RoomRow, here: Runtime, joined: Browsers
) -> None:
    """It is kept with the participant, so that pushes and a new phone speak it too."""
    person = joined("Ola")
    person.post("/language", {"lang": "en", "next": "/device"})
    (row,) = here.room.participants(room.exercise_id)
    assert row.lang == "en"
    assert '<html lang="en"' in person.get("/device").text
