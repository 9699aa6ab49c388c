"""What people say and rate, in a browser: self-report, wall, and three columns."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.live import LiveServer

SIZES = {"phone": 320, "desk": 1280}


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_what_people_say_from_the_lobby_to_the_wall(
    live_server: LiveServer, new_page: NewPage, looks: Looks, lang: str
) -> None:
    """B2, B3, B9: the self-report before and after, the three columns, and a wall that changes
    where it stands while somebody writes; each state fits 320 and 1280 px and is accessible."""
    at = live_server.address
    phone = Phone(new_page(390, lang, base_url=at))
    leader = Leader(
        new_page(1280, lang, base_url=at), live_server.facilitator, live_server.exercise
    )
    phone.arrive(live_server.pin, "Kari", lang)
    _says(phone.page, looks, "before")
    leader.starts()
    leader.does("play.end")
    _says(phone.page, looks, "after")
    for stage in ("analysis", "application"):
        leader.does("debrief.open", stage=stage)
    phone.page.goto("/gjennomgang/vis/looks")
    _at_both(phone.page, looks, "three columns")
    leader.page.goto(f"/gjennomgang/{leader.exercise}/1/looks")
    _rates(leader.page)
    _at_both(leader.page, looks, "three columns, rated")
    _wall(phone.page, leader, looks)


def _says(page: Page, looks: Looks, when: str) -> None:
    """Two of nine statements, by no name; the second time there is thanks."""
    page.goto("/survey")
    _at_both(page, looks, f"the self-report {when}")
    for name in ("Q1", "Q7"):
        page.locator(f"input[name={name}][value='3']").check(force=True)
    page.locator("main form[action$='/survey'] [type=submit]").click()
    page.wait_for_url(lambda url: "/survey" not in url)
    page.goto("/survey")
    expect(page.locator("input[name=Q1]")).to_have_count(0)
    _at_both(page, looks, f"thanks {when}")


def _rates(page: Page) -> None:
    """The evaluator's step for an R, with a note and its moment."""
    page.locator(".looks details > summary").first.click()
    page.locator("#rate-psmu-rammer-1").select_option("S")
    page.locator("#rate-psmu-rammer-1-note").fill("Dette så jeg.")
    page.locator("#rate-psmu-rammer-1-at").fill("12")
    page.locator(".rate [type=submit]").first.click()
    expect(page.get_by_text("Dette så jeg.")).to_be_visible()


def _wall(page: Page, leader: Leader, looks: Looks) -> None:
    """Two notes; a half one stays while whoever leads hangs the first under the second."""
    page.goto("/gjennomgang")
    for text in ("Vi ringte", "Vi tok telefonen"):
        page.locator("#wall-text").fill(text)
        page.locator(".wall-form [value=plus]").click()
        expect(page.locator(".wall-notes > li > p", has_text=text)).to_be_visible()
    page.locator("#wall-text").fill("Halvveis i en set")
    leader.page.goto(f"/gjennomgang/{leader.exercise}/1")
    _at_both(leader.page, looks, "the wall, whoever leads")
    leader.page.locator("#into-note-1").select_option("note-2")
    leader.page.locator("#merge-note-1 [type=submit]").click()
    expect(page.locator(".wall-under")).to_have_text("Vi ringte")
    expect(page.locator("#wall-text")).to_have_value("Halvveis i en set")
    _at_both(page, looks, "the wall, a participant")


def _at_both(page: Page, looks: Looks, name: str) -> None:
    for size, width in SIZES.items():
        page.set_viewport_size({"width": width, "height": 900})
        looks.at(page, f"{name}, {size}")
