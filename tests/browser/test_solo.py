"""Solo onboarding: a new coordinator plays alone, from the wait to the map she takes home."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.fingers import Thumb
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.browser.tours import solo
from tests.live import LiveServer

SIXTY_S = 60_000
HALF_HOUR = 30


def test_one_person_alone_plays_a_coordinators_first_week_to_its_end(
    start_server: Callable[..., LiveServer], new_page: NewPage, looks: Looks, tmp_path: Path
) -> None:
    """At 320 px with one thumb and no facilitator: she starts, asks for advice, asks the family
    and waits for their yes, is appointed, rests, leads the meeting, opens the gjennomgang and
    downloads a map that says whom to ask for what."""
    server = start_server(format_name="solo")
    phone = Phone(new_page(320, base_url=server.address), Thumb())
    phone.arrive(server.pin, "Kim")
    solo.begins(phone, looks)
    solo.asks_the_family(phone, looks)
    solo.rests(phone, looks)
    phone.desk("team")
    yes = phone.page.locator("#team").get_by_text("Familien har sagt ja")
    expect(yes).to_be_visible(timeout=SIXTY_S)
    solo.is_appointed(phone)
    solo.ends_the_scene(phone)
    solo.leads_the_meeting(phone, looks)
    solo.opens_the_gjennomgang(phone, looks)
    text = solo.takes_the_map_home(phone, looks, tmp_path)
    assert "Fastlege" in text
    assert "Rektor" in text


@pytest.mark.proof
@pytest.mark.xdist_group("solo")
def test_one_person_alone_plays_it_all_in_real_time(
    start_server: Callable[..., LiveServer],
    new_page: NewPage,
    looks: Looks,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """The whole solo onboarding at its own pace, on a phone: the week as it comes, the meeting, the
    gjennomgang and the map, in under half an hour, with nobody else there."""
    server = start_server(format_name="solo")
    phone = Phone(new_page(390, base_url=server.address))
    phone.arrive(server.pin, "Kim")
    began = time.monotonic()
    solo.begins(phone, looks)
    solo.asks_the_family(phone, looks)
    phone.desk("team")
    yes = phone.page.locator("#team").get_by_text("Familien har sagt ja")
    expect(yes).to_be_visible(timeout=SIXTY_S)
    solo.is_appointed(phone)
    met = solo.lives_the_week(phone)
    solo.leads_the_meeting(phone, looks)
    solo.opens_the_gjennomgang(phone, looks)
    assert "NAV" in solo.takes_the_map_home(phone, looks, tmp_path)
    minutes = (time.monotonic() - began) / 60
    record_property("real_minutes", round(minutes, 2))
    record_property("things_met", len(met))
    assert len(met) >= 4
    assert minutes < HALF_HOUR


def test_a_facilitator_can_sit_down_alone(
    start_server: Callable[..., LiveServer], new_page: NewPage
) -> None:
    """The console of a solo exercise says that nobody has to lead it, and lets whoever made it
    play it in the same browser; the clock is then theirs."""
    server = start_server(format_name="solo")
    leader = Leader(new_page(1280, base_url=server.address), server.facilitator, server.exercise)
    leader.page.goto(f"/exercises/{server.exercise}/console")
    phone = Phone(leader.page)
    phone.leave_by(phone.page.locator("form[action$='/sit'] [type=submit]"))
    phone.prepare()
    phone.leave_by(phone.page.locator("form:has([value='play.start']) [type=submit]"))
    expect(phone.page.locator(".moment-told")).to_be_visible()
