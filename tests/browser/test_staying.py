"""A3, A4, E8: whatever happens to the phone or the net, one is back where one was."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.net import without_sockets
from tests.browser.phone import Phone
from tests.live import LiveServer

BACK_WITHIN_MS = 3_000
OFFLINE_S = 20
ME = "helsesykepleier"
DRAFT = "Jeg ringer BUP, og så"


class Playing:
    """One phone in play with two things waiting, and whoever leads."""

    def __init__(
        self, server: LiveServer, new_page: NewPage, before: Callable[[Page], None] | None = None
    ) -> None:
        self.server = server
        self.new_page = new_page
        self.phone = Phone(new_page(390, base_url=server.address))
        if before:
            before(self.phone.page)
        self.phone.arrive(server.pin, "Kari")
        page = new_page(1280, base_url=server.address)
        self.leader = Leader(page, server.facilitator, server.exercise)
        self.leader.starts()
        self.leader.does("clock.autopilot", on=False)
        self.leader.gives("I02", "I27")
        self.phone.to_desk()
        self.phone.awaits("inject.I27")

    def drafting(self) -> str:
        """Begin an answer and leave the field; where that is."""
        self.phone.open("inject.I27")
        self.phone.verb("answer")
        field = self.phone.page.locator("textarea").first
        field.fill(DRAFT)
        with self.phone.page.expect_response("**/drafts"):
            field.blur()
        return self.phone.page.url


@pytest.fixture
def playing(live_server: LiveServer, new_page: NewPage) -> Playing:
    """The demo under way."""
    return Playing(live_server, new_page)


def draft_in(page: Page) -> None:
    """The page holds what was being written."""
    expect(page.locator("textarea").first).to_have_value(DRAFT, timeout=BACK_WITHIN_MS)


def test_refresh_back_and_a_second_tab_keep_place_inbox_and_draft(playing: Playing) -> None:
    """A3: the same role, the same things waiting, the same half sentence."""
    phone = playing.phone
    before = phone.inbox()
    form = playing.drafting()
    phone.page.reload()
    draft_in(phone.page)
    phone.page.go_back()
    phone.page.go_forward()
    assert phone.page.url == form
    draft_in(phone.page)
    second = Phone(phone.page.context.new_page())
    second.page.goto("/")
    second.page.locator(".return a").click()
    second.awaits("inject.I27", BACK_WITHIN_MS)
    assert second.inbox() == before
    second.page.goto(form)
    draft_in(second.page)
    second.send()
    expect(second.item("inject.I27")).to_be_hidden()


def test_what_is_sent_stays_gone_though_its_draft_is_left(playing: Playing) -> None:
    """A11: the word that the draft may go is lost; the next page is empty all the same."""
    form = playing.drafting()
    page = playing.phone.page
    page.route("**/drafts", lambda route: route.abort())
    playing.phone.send()
    page.goto(form)
    expect(page.locator("textarea").first).to_have_value("")


def test_a_press_under_way_is_not_lost_when_something_comes(playing: Playing) -> None:
    """A3: what is aimed at stays under the finger; what came shows as soon as it is lifted."""
    phone, mouse = playing.phone, playing.phone.page.mouse
    box = phone.item("inject.I27").bounding_box()
    assert box
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    playing.leader.does("inject.add", to=[ME], sender="Rektor", text="Kan du se innom?")
    phone.page.wait_for_timeout(700)
    assert not phone.item("inject.adhoc").count()
    mouse.up()
    phone.page.locator(".sheet").wait_for()


def test_a_second_press_is_as_safe_as_the_first(playing: Playing) -> None:
    """A3: who taps twice in a row loses neither to what came during the first."""
    phone, mouse = playing.phone, playing.phone.page.mouse
    mouse.move(2, 2)
    mouse.down()
    playing.leader.does("inject.add", to=[ME], sender="Rektor", text="Kan du se innom?")
    phone.page.wait_for_timeout(700)
    mouse.up()
    mouse.down()
    phone.page.wait_for_timeout(400)
    assert not phone.item("inject.adhoc").count()
    mouse.up()
    phone.item("inject.adhoc").wait_for()


def test_what_the_browser_itself_sends_leaves_no_draft(playing: Playing) -> None:
    """A11: the questions on the way go without a script; once answered, nothing of them is kept."""
    playing.leader.does("probe.open", probe="P6")
    playing.phone.desk()
    playing.phone.answer_probe()
    kept = "Object.keys(localStorage).filter(name => name.startsWith('draft:probe'))"
    assert playing.phone.page.evaluate(kept) == []


def test_a_new_phone_goes_on_and_the_old_one_is_told(playing: Playing) -> None:
    """A3, A4: the seat code moves role, inbox and draft; the old phone is told without a touch."""
    before = playing.phone.inbox()
    form = playing.drafting()
    tab = Phone(playing.phone.page.context.new_page())
    code = tab.seat_code()
    tab.page.close()
    new = Phone(playing.new_page(390, base_url=playing.server.address))
    new.page.goto("/")
    new.type_pin(code)
    new.page.wait_for_url("**/desk")
    old = playing.phone.page
    expect(old.locator(".door-card")).to_be_visible(timeout=BACK_WITHIN_MS)
    assert not old.locator("textarea").count()
    assert new.inbox() == before
    new.page.goto(form)
    draft_in(new.page)


@pytest.mark.proof
def test_offline_twenty_seconds_then_online(
    playing: Playing, record_property: Callable[[str, object], None]
) -> None:
    """A3 again, long enough for the socket to be given up; the desk catches up untouched."""
    phone, context = playing.phone, playing.phone.page.context
    context.set_offline(True)
    expect(phone.page.locator("[data-line]")).to_have_attribute("data-state", "off")
    playing.leader.does("inject.add", to=[ME], sender="Rektor", text="Kan du se innom?")
    phone.page.wait_for_timeout(OFFLINE_S * 1_000)
    assert not phone.item("inject.adhoc").count()
    context.set_offline(False)
    back = time.monotonic()
    phone.item("inject.adhoc").first.wait_for(state="attached")
    waited = time.monotonic() - back
    record_property("seconds until right again", f"{waited:.1f}")
    assert waited < BACK_WITHIN_MS / 1_000


def test_what_is_sent_offline_arrives_and_what_came_is_there(playing: Playing) -> None:
    """A3, A11: it says that it is kept; once the net is back all is right without a touch."""
    phone = playing.phone
    playing.drafting()
    phone.page.context.set_offline(True)
    phone.page.locator("form[data-act] .form-send [type=submit]").click()
    playing.leader.does("inject.add", to=[ME], sender="Rektor", text="Kan du se innom?")
    expect(phone.page.locator("[data-kept]")).to_be_visible(timeout=15_000)
    phone.page.context.set_offline(False)
    phone.page.wait_for_url("**/desk?done=1", timeout=10_000)
    phone.awaits("inject.adhoc", BACK_WITHIN_MS)
    phone.page.locator(".inbox-done summary").click()
    expect(phone.item("inject.I27")).to_be_visible()


def test_a_proxy_that_stops_sockets_stops_nobody(
    live_server: LiveServer, new_page: NewPage
) -> None:
    """E8: with sockets fully off things still come, are answered, and say how they come."""
    playing = Playing(live_server, new_page, before=without_sockets)
    phone = playing.phone
    expect(phone.page.locator("[data-line]")).to_have_attribute("data-state", "slow")
    playing.leader.does("inject.add", to=[ME], sender="Rektor", text="Kan du se innom?")
    phone.awaits("inject.adhoc")
    phone.open("inject.I27")
    phone.answer("Jeg ringer i dag.")
    phone.page.locator(".inbox-done summary").click()
    expect(phone.item("inject.I27")).to_be_visible()
