"""One exercise's whole gjennomgang, led by keyboard alone; every page of it looked at by axe."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.keys import Keys
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.live import LiveServer

STAGES = ("reactions", "description", "analysis", "application")


@pytest.fixture
def played(live_server: LiveServer, new_page: NewPage) -> Leader:
    """Emma's demo with one person, played to its end, everybody else by the system."""
    at = live_server.address
    phone = Phone(new_page(390, base_url=at))
    leader = Leader(new_page(1280, base_url=at), live_server.facilitator, live_server.exercise)
    phone.arrive(live_server.pin, "Kari")
    leader.starts()
    phone.to_desk()
    leader.gives("I02", "I27")
    phone.open("inject.I02")
    phone.listen()
    phone.open("inject.I27")
    phone.hand_over("bup", "Ta imot det Emma har fortalt.")
    leader.does("play.end")
    phone.page.locator(".moment a[href$='/desk']").wait_for()
    return leader


def test_the_gjennomgang_is_led_by_keyboard_alone(played: Leader, looks: Looks) -> None:
    """2.1.1, B2: every phase is opened, every page found and read, and evidence followed to its
    moment and back, without a mouse; axe is clean on all of it."""
    page, hand = played.page, Keys()
    page.goto(f"/gjennomgang/{played.exercise}")
    for stage in STAGES:
        hand.press(page.locator(f".steering button[value='{stage}']"))
        page.locator(f".steering button[value='{stage}'][aria-current=step]").wait_for()
        looks.at(page, stage)
    hand.press(page.locator(".steering button[value='analysis']"))
    page.locator(".steering button[value='analysis'][aria-current=step]").wait_for()
    pages = _doors(page, played.exercise)
    assert {"handovers", "clarity", "responses", "child", "looks", "lenses", "lanes"} <= {*pages}
    assert {"replay", "timeline"} <= {*pages}
    for name in pages:
        _through(page, hand, looks, name, played.exercise)
    assert hand.faults == []


def _doors(page: Page, exercise: str) -> list[str]:
    """The pages that the analysis has doors to, in their order."""
    links = page.locator(f"main a[href*='/gjennomgang/{exercise}/1/']").all()
    found = [re.sub(r".*/1/([a-z-]+).*", r"\1", link.get_attribute("href") or "") for link in links]
    return list(dict.fromkeys(found))


def _through(page: Page, hand: Keys, looks: Looks, name: str, exercise: str) -> None:
    """By its door to a page, look, and back."""
    hand.press(page.locator(f"main a[href*='/1/{name}']").first)
    page.wait_for_url(re.compile(f"/1/{name}"))
    looks.at(page, name)
    page.goto(f"/gjennomgang/{exercise}")
    page.locator(".steering").wait_for()
