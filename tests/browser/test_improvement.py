"""The forbedringsplan in a browser: written in the last phase, read by all, followed afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.live import LiveServer

DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Spaces that follow the screen's width are those of the width before until it is drawn anew."""
DATES = re.compile("kalender|calendar")


def _written(page: Page) -> None:
    """The form of a new row, filled in and sent."""
    page.locator("#f-finding").fill("Dette så vi.")
    page.locator("#f-measure").fill("Dette gjør vi.")
    page.locator("#f-owner").select_option(index=1)
    page.locator("#f-due").fill("2027-03-01")
    page.locator(".plan-form button[type=submit]").click()


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_plan_from_the_last_phase_to_the_calendar(
    live_server: LiveServer, new_page: NewPage, looks: Looks, lang: str
) -> None:
    """B9: taken from a proposal, kept, followed on its own page and fetched for a calendar; every
    state at 320 and 1280 px fits and is accessible."""
    page = new_page(1280, lang, base_url=live_server.address)
    leader = Leader(page, live_server.facilitator, live_server.exercise)
    leader.starts()
    leader.does("play.end")
    for stage in ("analysis", "application"):
        leader.does("debrief.open", stage=stage)
    page.goto(f"/gjennomgang/{live_server.exercise}/1")
    _at_both(page, looks, "proposals")
    page.locator(".plan-proposed a[href*='plan/new']").first.click()
    expect(page.locator("#f-measure")).not_to_be_empty()
    _at_both(page, looks, "a new row")
    page.locator(".plan-form button[type=submit]").click()
    expect(page.locator(".ds-error-summary")).to_be_visible()
    _at_both(page, looks, "what is missing")
    _written(page)
    expect(page.get_by_role("heading", name="Dette gjør vi.")).to_be_visible()
    _at_both(page, looks, "with a row")
    page.goto("/improvement")
    _at_both(page, looks, "the whole plan")
    with page.expect_download() as fetched:
        page.get_by_role("link", name=DATES).click()
    assert fetched.value.suggested_filename.endswith(".ics")
    page.locator(".plan-row a").click()
    _at_both(page, looks, "one row")


def _at_both(page: Page, looks: Looks, name: str) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(DRAWN)
        looks.at(page, f"{name} at {width}")
