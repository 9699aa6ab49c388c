"""A12: the first page is light, calls nobody else, and can be used soon on a poor net."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.net import Wire
from tests.browser.phone import Phone
from tests.live import LiveServer

MOST_BYTES = 150_000
USABLE_MS = 4_000
RATE, ROUND_TRIP_MS = 1_600_000, 300
NARROW = 320
PAINTED = """() => performance.getEntriesByType("paint")
  .find((each) => each.name === "first-contentful-paint")?.startTime ?? null"""


@pytest.fixture
def moved(live_server: LiveServer, new_page: NewPage) -> Page:
    """A new phone of somebody in play, with two things waiting; nothing is opened on it yet."""
    phone = Phone(new_page(390, base_url=live_server.address))
    leader = Leader(
        new_page(1280, base_url=live_server.address), live_server.facilitator, live_server.exercise
    )
    phone.arrive(live_server.pin, "Kari")
    leader.starts()
    leader.gives("I02", "I27")
    phone.to_desk()
    phone.awaits("inject.I27")
    cookies = phone.page.context.storage_state()
    return new_page(NARROW, base_url=live_server.address, storage_state=cookies)


def test_the_first_page_is_light(
    live_server: LiveServer, new_page: NewPage, record_property: Callable[[str, object], None]
) -> None:
    """A12: the front page with its style sheets and fonts comes with at most 150 kB on the wire.

    That no other host is called, every page of these tests watches for itself.
    """
    page = new_page(NARROW, base_url=live_server.address)
    wire = Wire.of(page)
    page.goto("/", wait_until="networkidle")
    record_property("front_bytes", wire.bytes)
    counted = " ".join(path for _size, path in wire.heaviest())
    assert all(kind in counted for kind in (".css", ".woff2")), counted
    assert wire.bytes <= MOST_BYTES, wire.heaviest()
    assert Phone(page).overflows() == 0


def test_the_desk_is_light(moved: Page, record_property: Callable[[str, object], None]) -> None:
    """A12, compressed: the desk, opened first of all on a new phone, with all it needs.

    The page's own words travel plain (``webapp/packing.py`` says why); here they count packed.
    """
    wire = Wire.of(moved)
    answer = moved.goto("/desk", wait_until="load")
    assert answer is not None
    moved.locator("button.item").first.wait_for()
    words = answer.body()
    packed = wire.bytes - len(words) + len(gzip.compress(words))
    record_property("desk_bytes", wire.bytes)
    record_property("desk_packed_bytes", packed)
    counted = " ".join(path for _size, path in wire.heaviest())
    assert all(kind in counted for kind in (".css", ".woff2", ".js")), counted
    assert packed <= MOST_BYTES, wire.heaviest()


def test_the_first_page_is_of_use_soon_on_a_poor_net(
    live_server: LiveServer,
    new_page: NewPage,
    record_property: Callable[[str, object], None],
) -> None:
    """A12: 1.6 Mbit/s and 300 ms a round: within 4 s it is painted and takes a PIN."""
    page = new_page(NARROW, base_url=live_server.address)
    Wire.of(page).slow(RATE, ROUND_TRIP_MS)
    page.goto("/", wait_until="domcontentloaded")
    field = page.locator("#pin")
    field.fill("123456")
    expect(field).to_have_value("123456")
    _within(page, "front", record_property)


def test_the_desk_is_of_use_soon_on_a_poor_net(
    moved: Page, record_property: Callable[[str, object], None]
) -> None:
    """A12: a new phone at the desk: within 4 s what waits stands there and can be opened."""
    Wire.of(moved).slow(RATE, ROUND_TRIP_MS)
    moved.goto("/desk", wait_until="domcontentloaded")
    expect(moved.locator("button.item").first).to_be_enabled()
    _within(moved, "desk", record_property)


def _within(page: Page, name: str, record_property: Callable[[str, object], None]) -> None:
    """Painted with its style sheets, and answering, within the time from the first question."""
    page.wait_for_function(PAINTED)
    usable = max(page.evaluate("performance.now()"), page.evaluate(PAINTED))
    record_property(f"{name}_usable_ms", round(usable))
    assert usable <= USABLE_MS, f"{name}: {usable:.0f} ms"
