"""Two whole journeys, quick enough for every submission: a phone alone, and a room led."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.alone import ALONE, from_pin_to_gjennomgang
from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.live import LiveServer


def test_one_phone_plays_the_demo_from_pin_to_gjennomgang(
    live_server: LiveServer, new_page: NewPage, looks: Looks
) -> None:
    """A1: three screens and no account; then every verb of the desk, to the gjennomgang.

    C1, sampled: what the phone shows on the way is clean.
    """
    phone = Phone(new_page(390, base_url=live_server.address))
    leader = Leader(
        new_page(1280, base_url=live_server.address), live_server.facilitator, live_server.exercise
    )
    phone.page.goto("/")
    looks.at(phone.page, "front")
    screens = from_pin_to_gjennomgang(phone, leader, live_server.pin, looks.at)
    assert screens[-1] == "/lobby"
    assert len(set(screens)) <= 3


def test_a_room_is_led_from_the_library_to_the_gjennomgang(
    live_server: LiveServer, new_page: NewPage, looks: Looks
) -> None:
    """Two phones in two languages, the screen, and all that whoever leads can do."""
    at = live_server.address
    console = Console.by_link(new_page(1280, base_url=at), live_server.facilitator)
    console.create("emma:demo", people=6)
    screen = console.page.context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"/projector/{console.exercise}")
    expect(screen.locator(".door-pin")).to_contain_text(f"{console.pin[:3]} {console.pin[3:]}")
    expect(screen.locator(".door-qr svg")).to_be_visible()

    kari, ola = Phone(new_page(390, base_url=at)), Phone(new_page(320, "nn", base_url=at))
    kari.arrive(console.pin, "Kari")
    ola.arrive(console.pin, "Ola", "nn")
    assert ola.page.locator("html").get_attribute("lang") == "nn"
    expect(screen.locator(".crowd-count")).to_contain_text("2")
    expect(console.page.locator(".folk-one")).to_have_count(2)

    looks.at(console.page, "console, lobby")
    looks.at(screen, "screen, lobby")
    console.start()
    for page in (kari.page, ola.page):
        page.wait_for_url(re.compile("/desk$"))
    expect(screen.locator(".play")).to_be_visible()
    console.press("clock.pause")
    for page in (kari.page, ola.page):
        expect(page.locator(".moment")).to_be_visible()
    expect(screen.locator(".still")).to_be_visible()
    console.press("clock.resume")
    expect(kari.page.locator(".moment")).to_have_count(0, timeout=30_000)

    console.writes([ALONE], "Rektor", "Kan du se innom i dag?", "Det er foreldremøte i kveld")
    kari.awaits("inject.adhoc")
    expect(screen.locator(".screen-headlines")).to_contain_text("foreldremøte")
    console.input("I28", "skip")
    kari.open("inject.adhoc")
    kari.agreed("kontaktlaerer", cards=1)
    ola.open("agreement")
    ola.tap("agreement.confirm")
    kari.desk()
    kari.open("inject.adhoc")
    kari.hand_over("kontaktlaerer", "Følg henne inn på mandag.")
    ola.open("handover")
    looks.at(ola.page, "handover")
    ola.tap("handover.take_over")
    ola.read_back("Eg møter ho ved døra.")
    ola.tap("handover.start")
    ola.tap("handover.tell")

    looks.at(console.page, "console, running")
    looks.at(screen, "screen, running")
    console.ends()
    for phone in (kari, ola):
        phone.first_impression("Vi snakka saman.")
        phone.review()
    expect(screen.locator(".over")).to_contain_text("2")
    for stage in ("reactions", "description", "analysis", "application"):
        console.opens(stage)
        screen.locator(f"[data-mark^='{stage}-']").wait_for(state="attached")
        kari.follows(stage)
    looks.at(console.page, "gjennomgang, whoever leads")
