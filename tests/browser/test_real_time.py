"""The demo in real time: one person, everybody else simulated, from start to gjennomgang."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer

QUARTER_HOUR_S = 15 * 60
LOOK_EVERY_MS = 3_000
TAPS = {
    "handover": "handover.take_over",
    "agreement": "agreement.confirm",
    "meeting": "meeting.reply",
}
"""What is answered in one touch."""


@pytest.mark.proof
@pytest.mark.xdist_group("realtime")
def test_one_person_plays_the_demo_in_under_a_quarter_of_an_hour(
    live_server: LiveServer,
    new_page: NewPage,
    record_property: Callable[[str, object], None],
) -> None:
    """Nobody touches the clock: the autopilot leads, and one person answers what comes."""
    phone = Phone(new_page(390, base_url=live_server.address))
    leader = Leader(
        new_page(1280, base_url=live_server.address), live_server.facilitator, live_server.exercise
    )
    phone.arrive(live_server.pin, "Kari")
    began = time.monotonic()
    leader.starts()
    answered = 0
    while phone.path != "/after" and time.monotonic() - began < QUARTER_HOUR_S:
        answered += _act(phone)
        phone.page.wait_for_timeout(LOOK_EVERY_MS)
    phone.first_impression("Vi fikk et navn på ting.", "Å vente.")
    leader.does("debrief.open", stage="description")
    phone.page.goto("/gjennomgang")
    phone.page.locator("h1").wait_for()
    minutes = (time.monotonic() - began) / 60
    record_property("real_minutes", round(minutes, 2))
    record_property("items_answered", answered)
    assert answered >= 3
    assert minutes < 15


def _act(phone: Phone) -> int:
    """Do the first thing that waits, the way most people would; 1 if something was done."""
    page = phone.page
    with suppress(Error):  # a page that has just gone on by itself
        page.goto("/desk")
    if phone.path != "/desk":
        return 0
    if page.locator("a[href$='/desk/probe']").count():
        phone.answer_probe()
        return 1
    if page.locator("button[form=tap][value^='kind=interlude.confirm']").count():
        phone.tap("interlude.confirm")
        return 1
    waiting = page.locator(".items-waiting button.item")
    if not waiting.count():
        return 0
    about = (waiting.first.get_attribute("value") or "").partition("@")[0]
    phone.open(about)
    kind = about.partition(".")[0]
    if kind in TAPS:
        phone.tap(TAPS[kind])
    elif kind in ("inject", "question"):
        phone.answer("Jeg tar dette i dag, og sier fra når det er gjort.")
    return int(kind in TAPS or kind in ("inject", "question"))
