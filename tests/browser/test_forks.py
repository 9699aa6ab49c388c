"""Looking ahead and looking back: what comes if nobody acts, and what if it had been otherwise."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.looks import Looks
from tests.live import LiveServer

WIDTHS = (320, 1920)


def _at_all_widths(page: Page, looks: Looks, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        looks.at(page, f"{name} at {width}")


def test_whoever_leads_looks_ahead_and_asks_what_if(
    live_server: LiveServer, new_page: NewPage, looks: Looks
) -> None:
    """The panel opens in the console; after play a moment of the timeline is tried otherwise, and
    the page finds by itself that it is done."""
    page = new_page(1280, base_url=live_server.address)
    console = Console.by_link(page, live_server.facilitator)
    console.start()
    page.locator("#ahead a").first.click()
    expect(page.locator(".ahead-line").first).to_be_visible()
    _at_all_widths(page, looks, "look-ahead")
    page.set_viewport_size({"width": 1280, "height": 900})
    console.input("I02", "release")
    console.ends()
    console.opens("analysis")
    page.goto(f"/gjennomgang/{console.exercise}/1/timeline")
    page.locator(".what-if-link").last.click()
    _at_all_widths(page, looks, "what if, choices")
    page.locator("[name=alternative]").first.check()
    page.locator(".what-if-form [type=submit]").click()
    page.wait_for_url(re.compile(r"/what-if/\d+/[\w-]+$"))
    page.locator(".what-if-words").wait_for(timeout=60_000)
    _at_all_widths(page, looks, "what if, result")
