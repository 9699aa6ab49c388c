"""C2, C3: the whole demo by keyboard alone, by thumb at 320 px, and without a single socket."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.alone import from_pin_to_gjennomgang
from tests.browser.conftest import NewPage
from tests.browser.fingers import Fingers, Thumb
from tests.browser.keys import Keys
from tests.browser.leader import Leader
from tests.browser.net import without_sockets
from tests.browser.phone import Phone
from tests.live import LiveServer

USUAL, SPOKEN, SHORT_HANDOVER = 2, 2, 6
"""Activations from an open item (issue: typing not counted)."""


def plays(server: LiveServer, new_page: NewPage, width: int, hand: Fingers) -> tuple[Phone, Leader]:
    """Somebody with that hand, and whoever leads."""
    at = server.address
    phone = Phone(new_page(width, base_url=at), hand)
    return phone, Leader(new_page(1280, base_url=at), server.facilitator, server.exercise)


def fits(page: Page, name: str) -> None:
    """Nothing is wider than the screen (1.4.10)."""
    wide = Phone(page).overflows()
    assert wide == 0, f"{name} is {wide} px too wide"


def test_the_whole_demo_by_keyboard_alone(live_server: LiveServer, new_page: NewPage) -> None:
    """2.1.1, 2.4.7, 2.4.11: skip link, Tab, arrows, Enter, space; the focus is always seen."""
    hand = Keys()
    phone, leader = plays(live_server, new_page, 1280, hand)
    mouse: list[Any] = []
    phone.page.expose_function("moused", lambda: mouse.append(1))
    phone.page.add_init_script("addEventListener('mousedown', () => moused(), true)")
    skipped: set[str] = set()

    def look(page: Page, name: str) -> None:
        if name in ("inbox", "item", "meeting") and name not in skipped:
            skipped.add(name)
            page.evaluate("document.activeElement.blur()")
            page.reload()
            hand.skip(page)

    from_pin_to_gjennomgang(phone, leader, live_server.pin, look)
    assert skipped == {"inbox", "item", "meeting"}
    assert hand.faults == []
    assert mouse == []


def test_the_whole_demo_by_thumb_at_320_px(live_server: LiveServer, new_page: NewPage) -> None:
    """1.4.10, 2.5.8: taps alone, on a small phone; no page is wider than the screen."""
    phone, leader = plays(live_server, new_page, 320, Thumb())
    from_pin_to_gjennomgang(phone, leader, live_server.pin, fits)


@pytest.mark.proof
def test_the_whole_demo_without_sockets(live_server: LiveServer, new_page: NewPage) -> None:
    """E8: nothing of Socket.IO comes through; the page asks every five seconds, and says so."""
    phone, leader = plays(live_server, new_page, 390, Fingers())
    without_sockets(phone.page)

    def look(page: Page, name: str) -> None:
        if name == "inbox":
            expect(page.locator("[data-line]")).to_have_attribute("data-state", "slow")

    from_pin_to_gjennomgang(phone, leader, live_server.pin, look)


@pytest.mark.parametrize("hand", [Thumb(), Keys()], ids=["thumb", "keys"])
def test_nothing_takes_longer_than_saying_it(
    live_server: LiveServer, new_page: NewPage, hand: Fingers
) -> None:
    """From an open item: the usual act and a spoken agreement in two activations, a short
    handover of one card in at most six."""
    width = 320 if isinstance(hand, Thumb) else 1280
    phone, leader = plays(live_server, new_page, width, hand)
    phone.arrive(live_server.pin, "Kari")
    leader.starts()
    phone.to_desk()
    leader.gives("I02", "I27")

    def costs(act: str, item: str, *how: Any, **more: Any) -> int:
        phone.open(item)
        before = hand.activations
        getattr(phone, act)(*how, **more)
        return hand.activations - before

    assert costs("answer", "inject.I27", "Jeg ringer i dag.") <= USUAL
    assert costs("agreed", "inject.I02", "ke", cards=0) <= SPOKEN
    assert costs("hand_over", "inject.I02", "bup", "Ta imot Emma.", cards=1) <= SHORT_HANDOVER
