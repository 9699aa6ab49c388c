"""One person's whole demo, from PIN to gjennomgang, with any hand, at any width, on any net."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.leader import Leader
from tests.browser.phone import Phone

ALONE = "helsesykepleier"
"""The seat that the demo format gives first."""

Look = Callable[[Page, str], None]


def from_pin_to_gjennomgang(phone: Phone, leader: Leader, pin: str, look: Look) -> list[str]:
    """Every verb of the desk on the way; the paths of the screens by which one came in."""
    page = phone.page
    screens = phone.join(pin, "Kari")
    look(page, "lobby")
    phone.take_role()
    phone.prepare(check=lambda shown: look(shown, "before"))
    leader.starts()
    page.wait_for_url(re.compile("/desk$"))
    _autumn(phone, leader, look)
    _discharge(phone, leader, look)
    _after(phone, leader, look)
    return screens


def _autumn(phone: Phone, leader: Leader, look: Look) -> None:
    page = phone.page
    leader.gives("I02", "I27", "I05")
    phone.awaits("inject.I27")
    look(page, "inbox")
    phone.open("inject.I02")
    look(page, "item")
    phone.listen()
    expect(page.locator("#child")).to_be_visible()
    phone.open("inject.I27")
    phone.ask("bup", "Hva kan vi gjøre før mandag?")
    phone.open("inject.I27")
    phone.share(["kontaktlaerer"])
    phone.open("inject.I27")
    phone.agreed("ke", "Du ringer mor i dag.")
    phone.open("inject.I27")
    phone.answer("Jeg ringer BUP i dag, og deg etterpå.")
    phone.open("inject.I02")
    phone.hand_over("bup", "Ta imot det Emma har fortalt om skolen.")
    assert phone.claim()
    look(page, "team")


def _discharge(phone: Phone, leader: Leader, look: Look) -> None:
    page = phone.page
    leader.does("leg.end")
    phone.confirm_holds()
    look(page, "interlude")
    leader.does("clock.jump")
    expect(page.locator(".moment-told")).to_be_visible(timeout=10_000)
    leader.does("leg.end")
    phone.go_to_meeting()
    phone.take_pen()
    phone.decide("Helsesykepleier ringer familien hver fredag.", owner=ALONE)
    look(page, "meeting")
    leader.does("leg.end")
    phone.confirm_holds()
    leader.does("clock.jump")


def _after(phone: Phone, leader: Leader, look: Look) -> None:
    page = phone.page
    leader.does("probe.open", probe="P6")
    phone.answer_probe()
    leader.does("play.end")
    page.locator(".moment a[href$='/desk']").wait_for()
    look(page, "over")
    phone.first_impression("Vi fikk et navn på ting.", "Å vente.")
    phone.review()
    leader.does("debrief.open", stage="description")
    phone.follows("description")
    look(page, "gjennomgang")
