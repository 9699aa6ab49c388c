"""Story time in words: weeks and days, deadlines with room, never a number that runs down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask_babel import force_locale

from scenarios.duration import DAY, HOUR
from scenarios.loader import Loaded
from scenarios.plan import plan_for
from simulator.play.rooms import new_state
from webapp.regions import storytime
from webapp.regions.sight import Sight

MONDAY = 0
"""The small drill's story starts on Monday 14 September 2026, 08:00."""


@pytest.fixture
def monday(small: Loaded) -> Sight:
    """Somebody at the start of the story."""
    plan = plan_for(small.scenario(), "demo")
    return Sight(new_state(plan), plan, 0, MONDAY, "rektor")


@pytest.mark.parametrize(
    ("due", "nb", "en"),
    [
        (6 * HOUR, "innen i dag", "by the end of today"),
        (DAY, "innen i morgen", "by tomorrow"),
        (4 * DAY, "innen fredag", "by Friday"),
        (9 * DAY, "innen onsdag neste uke", "by Wednesday next week"),
        (30 * DAY, "innen 14. oktober", "by 14 October"),
    ],
)
def test_a_deadline_is_a_day(app: Flask, monday: Sight, due: int, nb: str, en: str) -> None:
    """Said as people say it, in each language."""
    for lang, words in (("nb", nb), ("en", en)):
        with app.app_context(), force_locale(lang):
            assert storytime.until(monday, due) == words


def test_room_shrinks_from_plenty_to_past(monday: Sight) -> None:
    """God tid, snart, nå; passed only when the engine has said that it is late."""
    start, due = 0, 10 * HOUR
    rooms = [
        storytime.room(replace(monday, story_ms=hours * HOUR), start, due)
        for hours in (0, 5, 7, 10, 12)
    ]
    assert rooms == ["plenty", "plenty", "soon", "now", "now"]
    assert storytime.room(monday, start, due, late=True) == "past"


def test_what_happened_is_told_from_today(app: Flask, monday: Sight) -> None:
    """Today, yesterday, a weekday of this week, else a date."""
    friday = replace(monday, story_ms=4 * DAY)
    later = replace(monday, story_ms=20 * DAY)
    with app.app_context(), force_locale("nb"):
        assert storytime.since(monday, MONDAY) == "i dag"
        assert storytime.since(friday, 3 * DAY) == "i går"
        assert storytime.since(friday, MONDAY) == "mandag"
        assert storytime.since(later, MONDAY) == "14. september"
        assert storytime.now(monday) == "Uke 38, mandag"


def test_words_for_time_hold_no_running_number(app: Flask, monday: Sight) -> None:
    """No deadline is told in minutes or hours left."""
    with app.app_context(), force_locale("nb"):
        words = [storytime.room_words(each) for each in ("", "plenty", "soon", "now", "past")]
    assert words == ["", "god tid", "snart", "nå", "fristen er passert"]
    del monday


def test_a_scene_of_long_ago_is_told_with_its_year(app: Flask, monday: Sight) -> None:
    """A week and a day say nothing about a kindergarten ten years back."""
    starts = monday.plan.scenario.story_start
    with app.app_context(), force_locale("nb"):
        assert storytime.scene_date(monday, starts) == "Mandag 14. september"
        assert storytime.scene_date(monday, starts.replace(year=2014)) == "14. september 2014"
