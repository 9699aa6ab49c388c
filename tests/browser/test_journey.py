"""Two whole journeys, quick enough for every submission: a phone alone, and a room led."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer

ALONE = "helsesykepleier"
"""The seat that the demo format gives first."""


def test_one_phone_plays_the_demo_from_pin_to_gjennomgang(
    live_server: LiveServer, new_page: NewPage
) -> None:
    """A1: three screens and no account; then every verb of the desk, to the gjennomgang."""
    phone = Phone(new_page(390, base_url=live_server.address))
    leader = Leader(
        new_page(1280, base_url=live_server.address), live_server.facilitator, live_server.exercise
    )
    assert len(phone.join(live_server.pin, "Kari")) <= 3
    phone.take_role()
    phone.prepare()

    leader.does("play.start")
    phone.page.wait_for_url(re.compile("/desk$"))
    leader.gives("I02", "I27", "I05")
    phone.open("inject.I02")
    phone.listen()
    assert phone.place == "child"
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
    task = phone.claim()

    leader.does("leg.end")
    phone.confirm_holds()
    leader.does("clock.jump")
    expect(phone.page.locator(".moment-told")).to_be_visible()
    leader.does("leg.end")
    phone.go_to_meeting()
    phone.take_pen()
    phone.decide("Helsesykepleier ringer familien hver fredag.", owner=ALONE)
    leader.does("leg.end")
    phone.confirm_holds()
    leader.does("clock.jump")
    leader.does("probe.open", probe="P6")
    phone.answer_probe()
    leader.does("play.end")

    phone.first_impression("Vi fikk et navn på ting.", "Å vente.")
    leader.does("debrief.open", stage="description")
    phone.page.goto("/gjennomgang")
    expect(phone.page.locator("h1")).to_be_visible()
    assert task
