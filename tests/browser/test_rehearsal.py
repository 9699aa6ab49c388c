"""Prøvespill in a browser: from the library to the pictures, with a change of mind on the way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.live import LiveServer

PATIENCE_MS = 60_000
COUNT = re.compile(r"[1-9]\d* av \d+ er spilt")


@pytest.fixture
def leader(live_server: LiveServer, new_page: NewPage) -> Page:
    """Whoever leads, in the library."""
    page = new_page(1280, base_url=live_server.address)
    Leader(page, live_server.facilitator, live_server.exercise)
    page.goto("/library")
    return page


def start(page: Page, times: str) -> None:
    """Choose the shortest version, so many times, and start."""
    page.get_by_role("radio", name=re.compile("15 minutter")).check()
    page.get_by_role("radio", name=re.compile(f"^{times} ganger")).check()
    page.get_by_role("button", name="Start prøvespillet").click()
    page.wait_for_url(re.compile(r"/rehearsals/[^?]+$"))


def test_rehearse_from_the_library(leader: Page, looks: Looks, new_page: NewPage) -> None:
    """Progress comes by itself; one is stopped, the next ends in pictures with their tables, and
    is found again; everything at its widths, accessible, with no sideways scroll."""
    ours = leader.locator("a[href*='scenario=emma']")
    ours.filter(has_text="Prøvespill denne først").first.click()
    leader.get_by_text("Hvilke roller skal mennesker ha?").click()
    looks.at(leader, "choosing")
    start(leader, "200")
    expect(leader.locator(".progress-words")).to_have_text(COUNT, timeout=PATIENCE_MS)
    looks.at(leader, "playing")
    leader.get_by_role("button", name="Stopp prøvespillet").click()
    expect(leader.get_by_text("Du stoppet prøvespillet.")).to_be_visible()
    leader.get_by_role("link", name="Velg noe annet").click()
    start(leader, "10")
    where = leader.url
    leader.goto("/library")
    leader.goto(where)
    expect(leader.get_by_role("heading", name="Minutter per scene")).to_be_visible(
        timeout=PATIENCE_MS
    )
    assert leader.locator(".picture").count() == 3
    for summary in leader.get_by_text(re.compile("^Det samme som tabell")).all():
        summary.click()
    assert leader.locator("table:visible").count() == 3
    for width in (320, 768, 1920):
        leader.set_viewport_size({"width": width, "height": 900})
        looks.at(leader, f"the result at {width}")
    leader.get_by_role("link", name="Velg noe annet").click()
    leader.wait_for_url(re.compile(r"/rehearsals(\?|$)"))
    leader.set_viewport_size({"width": 320, "height": 900})
    looks.at(leader, "choosing at 320")
    expect(leader.get_by_text("Stoppet av deg")).to_be_visible()
    leader.locator(".exercise-link").first.press("Enter")
    leader.wait_for_url(where)


def test_rehearse_without_scripts(live_server: LiveServer, new_page: NewPage, leader: Page) -> None:
    """The page fetches itself when it is asked to, and the result is there."""
    state = leader.context.storage_state()
    plain = new_page(
        390, base_url=live_server.address, java_script_enabled=False, storage_state=state
    )
    plain.goto("/rehearsals?scenario=emma")
    start(plain, "10")
    plain.get_by_role("link", name=re.compile("Hent siden på nytt")).click()
    expect(plain.get_by_role("heading", name="Minutter per scene")).to_be_visible(
        timeout=PATIENCE_MS
    )
