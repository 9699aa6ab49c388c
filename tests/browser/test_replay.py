"""The replay in a browser: by keyboard, played, without scripts, in three languages and widths."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.keys import Keys
from tests.browser.looks import Looks
from tests.live import LiveServer

SOON_MS = 5_000
LASTS_MS = 2_500
"""Play time that there is to be played again."""


@dataclass
class Played:
    """An exercise whose analysis is open. ``state`` is the browser of whoever led it."""

    base: str
    exercise: str
    state: Any
    new_page: NewPage

    def open(self, width: int = 1280, lang: str = "nb", asked: str = "", **more: Any) -> Page:
        """The replay of its only team, as whoever led sees it."""
        page = self.new_page(width, lang, base_url=self.base, storage_state=self.state, **more)
        page.goto(f"/gjennomgang/{self.exercise}/1/replay{asked}")
        return page


@pytest.fixture
def played(live_server: LiveServer, new_page: NewPage) -> Played:
    """Begun, given an input, ended some seconds later, and looked back on."""
    page = new_page(1280, base_url=live_server.address)
    console = Console.by_link(page, live_server.facilitator)
    console.start()
    console.input("I02", "release")
    page.wait_for_timeout(LASTS_MS)
    console.ends()
    console.opens("analysis")
    state = page.context.storage_state()
    return Played(live_server.address, console.exercise, state, new_page)


def _slider(page: Page) -> Locator:
    return page.get_by_role("slider")


def _rows(page: Page) -> Locator:
    return page.locator("[data-moments] tbody tr")


def _place(page: Page) -> int:
    return int(_slider(page).input_value())


def _stands(page: Page, place: int) -> None:
    """Slider, its words, the region and the address all tell of that moment."""
    row = _rows(page).nth(place)
    at, what = row.locator("th").text_content(), row.locator("td").nth(2).text_content()
    expect(_slider(page)).to_have_js_property("value", str(place))
    expect(_slider(page)).to_have_attribute("aria-valuetext", f"{at}, {what}")
    expect(page.locator(".then-head .hint")).to_contain_text(f" {place + 1} ", timeout=SOON_MS)
    expect(page).to_have_url(re.compile(rf"[?&]at={row.get_attribute('data-seq')}\b"))


def test_the_replay_by_keyboard_alone(played: Played) -> None:
    """B6: arrows go by event, PageUp and PageDown by scene, Home and End to the ends; the focus
    stays on the slider."""
    page, keys = played.open(), Keys()
    last = _rows(page).count() - 1
    begun = [n for n in range(last + 1) if _rows(page).nth(n).get_attribute("data-begins") == ""]
    keys.go(_slider(page))
    for key, place in (
        ("ArrowRight", 1),
        ("ArrowUp", 2),
        ("ArrowLeft", 1),
        ("PageUp", min(n for n in begun if n > 1)),
        ("Home", 0),
        ("End", last),
        ("PageDown", max(n for n in begun if n < last)),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        expect(_slider(page)).to_be_focused()
        _stands(page, place)
    for way, place in (("on", 1), ("phase-on", min(n for n in begun if n > 1)), ("back", -1)):
        keys.press(page.locator(f"[data-go={way}]"))
        _stands(page, place if place >= 0 else min(n for n in begun if n > 1) - 1)
    assert keys.faults == []


def test_it_plays_and_stands_still_when_asked(played: Played) -> None:
    """B6: played by keyboard, at any of four speeds, it goes on by itself and quietly; paused it
    stands still and says once where. It ends with the exercise, and begins anew from there."""
    page, keys = played.open(), Keys()
    # Timers run when the test says so, and not before.
    page.clock.install()
    page.reload()
    page.clock.pause_at(page.evaluate("Date.now() + 1_000"))
    button, voice = page.locator("[data-play]"), page.locator("[data-say]")
    times = [int(each.get_attribute("data-at") or "") for each in _rows(page).all()]
    speeds = page.locator("[name=speed]")
    assert [each.input_value() for each in speeds.all()] == ["1", "4", "16", "60"]
    keys.pick(speeds.first)
    keys.press(button)
    expect(button).to_have_text("Pause")
    page.clock.run_for(1_500)
    reached = times[_place(page)]
    assert reached == max(at for at in times if at <= times[0] + 1_500) < times[-1]
    assert voice.text_content() == ""
    keys.press(button)
    page.clock.run_for(4_000)
    expect(button).to_have_text("Spill av")
    assert times[_place(page)] == reached
    expect(voice).to_have_text(_slider(page).get_attribute("aria-valuetext") or "")
    keys.pick(speeds.last)
    keys.press(button)
    page.clock.run_for((times[-1] - reached) // 60 + 1_000)
    expect(button).to_have_text("Spill av")
    _stands(page, len(times) - 1)
    keys.press(button)
    expect(button).to_have_text("Pause")
    assert _place(page) == 0
    assert keys.faults == []


def test_without_scripts_everything_but_playing_works(played: Played) -> None:
    """B6: the ways on are links, the slider a field, the role a choice; nothing else is offered."""
    page = played.open(java_script_enabled=False)
    assert not page.locator("[data-play]").is_visible()
    page.locator("[data-go=on]").click()
    assert _place(page) == 1
    page.locator("[data-go=phase-on]").click()
    assert _place(page) > 1
    _slider(page).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.locator("[data-without-scripts]").click()
    assert _place(page) == 2
    page.locator("#replay-as").select_option("bup")
    page.locator(".replay-through [type=submit]").click()
    assert page.locator("#then-role").is_visible()


def test_a_moment_and_a_role_stay_together(played: Played) -> None:
    """B7: choosing a role keeps the moment; the language, too, changes at the same place."""
    page = played.open()
    page.locator("[data-go=phase-on]").click()
    at = page.locator(".then-at strong").inner_text()
    page.locator("#replay-as").select_option("bup")
    page.locator(".replay-through [type=submit]").click()
    expect(page.locator("#then-role")).to_be_visible()
    expect(page.locator(".then-at strong")).to_have_text(at)
    page.locator("[data-go=on]").click()
    place = _place(page)
    page.locator(".language button[lang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert _place(page) == place
    expect(page.locator("#then-role")).to_be_visible()


def test_the_table_sorts_by_any_column(played: Played) -> None:
    """B8: a head is a button; it sorts up, then down, and says which; the slider is not moved."""
    page, keys = played.open(), Keys()
    keys.press(page.locator("#moments > summary"))
    head = page.locator("[data-moments] th", has_text="Hva")
    for order in ("ascending", "descending"):
        keys.press(head.locator("button"))
        expect(head).to_have_attribute("aria-sort", order)
        texts = page.locator("[data-moments] tbody td:nth-of-type(3)").all_inner_texts()
        wanted = page.evaluate("texts => texts.sort(new Intl.Collator('nb').compare)", texts)
        assert texts == (wanted if order == "ascending" else wanted[::-1])
    keys.go(_slider(page))
    page.keyboard.press("ArrowRight")
    assert _place(page) == 1
    assert keys.faults == []


def test_the_replay_is_clean_in_every_language(played: Played, looks: Looks) -> None:
    """C1: for all, as a role and for the room, on a phone and on a laptop; axe finds nothing."""
    for width, lang in itertools.product((320, 1280), ("nb", "nn", "en")):
        for asked in ("?at=40", "?at=60&as=bup", "?at=60&screen=1"):
            page = played.open(width, lang, asked)
            expect(page.locator("html")).to_have_attribute("lang", lang)
            looks.at(page, f"replay{asked} at {width} in {lang}")


def test_a_moment_that_does_not_come_is_said(played: Played) -> None:
    """Without a net the page says so in words, and tries the next one."""
    page = played.open()
    page.route("**/replay/moment*", lambda route: route.abort())
    page.locator("[data-go=on]").click()
    expect(page.locator("[data-failed-here]")).to_be_visible()
    page.unroute("**/replay/moment*")
    page.locator("[data-go=on]").click()
    expect(page.locator("[data-failed-here]")).to_be_hidden()
    _stands(page, 2)
