"""A5: somebody comes in the middle of play, takes a colleague's seat, reads the card, and acts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer

MOST_WORDS = 150
MOST_S = 15


def test_a_late_joiner_takes_a_seat_reads_the_card_and_acts(
    live_server: LiveServer, new_page: NewPage, assert_accessible: Callable[[Page], None]
) -> None:
    """At 320 px, from the desk's first sight to the first act within 15 seconds: the card has at
    most 150 words, fits, is put away by one press and is found again in the menu."""
    at = live_server.address
    leader = Leader(new_page(1280, base_url=at), live_server.facilitator, live_server.exercise)
    leader.starts()
    leader.gives("I02", "I27")
    phone = Phone(new_page(320, base_url=at))
    phone.join(live_server.pin, "Kari")
    phone.take_role()
    phone.hand.press(phone.page.locator("[name=step][value=role]"))
    phone.page.locator("[name=promise]").first.wait_for()
    for promise in phone.page.locator("[name=promise]").all():
        phone.hand.pick(promise)
    phone.hand.press(phone.page.locator(".form-send [type=submit]"))
    phone.page.wait_for_url(re.compile("/desk$"))
    began = time.monotonic()
    card = phone.page.locator(".catchup")
    expect(card.get_by_role("heading", name="Slik står det nå")).to_be_visible()
    assert len(card.inner_text().split()) <= MOST_WORDS
    assert phone.overflows() == 0
    phone.hand.press(card.locator("[type=submit]"))
    expect(card).to_have_count(0)
    phone.open("inject.I27")
    phone.answer("Jeg ringer BUP i dag, og deg etterpå.")
    assert time.monotonic() - began < MOST_S
    phone.page.goto("/desk/catchup")
    expect(card).to_be_visible()
    assert phone.overflows() == 0
    assert_accessible(phone.page)
