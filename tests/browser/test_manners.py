"""Small manners of the pages: focus stays, what is open stays open, keys can be switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer
from tests.reliability.ledger import Ledger

FOCUSED = "() => document.activeElement?.value ?? document.activeElement?.textContent.trim()"
UNDO_GOES_MS = 12_000


@pytest.fixture
def leader(live_server: LiveServer, new_page: NewPage) -> Leader:
    """Whoever leads, at the console."""
    page = new_page(1280, base_url=live_server.address)
    return Leader(page, live_server.facilitator, live_server.exercise)


@pytest.fixture
def phone(live_server: LiveServer, new_page: NewPage, leader: Leader) -> Phone:
    """A phone on its desk, with one thing waiting."""
    made = Phone(new_page(390, base_url=live_server.address))
    made.arrive(live_server.pin, "Kari")
    leader.starts()
    leader.does("clock.autopilot", on=False)
    leader.gives("I02")
    made.to_desk()
    made.awaits("inject.I02")
    return made


def test_a_push_moves_no_focus_and_closes_nothing(phone: Phone, leader: Leader) -> None:
    """C3: a new thing comes while one stands on an old one; the voice says it once, politely."""
    page = phone.page
    page.locator("button.item").first.focus()
    stood = page.evaluate(FOCUSED)
    leader.gives("I27")
    phone.awaits("inject.I27")
    assert page.evaluate(FOCUSED) == stood
    expect(page.locator("[data-say]")).to_have_text("2 venter på deg", timeout=5_000)
    phone.desk("team")
    contact = page.locator(".one-do").first
    contact.locator("summary").click()
    task = phone.claim()
    assert task
    expect(contact).to_have_attribute("open", "")


def test_places_change_without_a_new_page(phone: Phone) -> None:
    """The tab says where one is; the address follows, so that a reload ends in the same place."""
    page = phone.page
    page.evaluate("() => { window.same = true; }")
    for place in ("child", "team", "role"):
        page.locator(f"[data-go={place}]").click()
        expect(page.locator(f"#{place}")).to_be_visible()
        expect(page.locator(f"[data-go={place}]")).to_have_attribute("aria-current", "page")
    assert page.evaluate("() => window.same")
    page.reload()
    expect(page.locator("#role")).to_be_visible()
    expect(page.locator("#inbox")).to_be_hidden()


def test_undo_is_offered_and_goes_away(phone: Phone) -> None:
    """Ten seconds, without a number that runs; taken back, nothing was sent."""
    phone.open("inject.I02")
    phone.ask("bup", "Hva kan vi gjøre?")
    undo = phone.page.locator("[data-undo]")
    expect(undo).to_be_visible()
    undo.locator("button").click()
    expect(undo).to_be_hidden()
    phone.open("inject.I02")
    phone.ask("bup", "Hva kan vi gjøre i dag?")
    expect(undo).to_be_visible()
    expect(undo).to_be_hidden(timeout=UNDO_GOES_MS)


def paused(page: Page) -> bool:
    """Whether the console shows that play stands."""
    return page.locator("button[value='kind=clock.resume']").count() == 1


def test_keys_press_what_is_on_screen_until_switched_off(phone: Phone, leader: Leader) -> None:
    """WCAG 2.1.4: listed by '?', silent in fields, and off when one wants."""
    assert phone.path == "/desk"
    page = leader.page
    page.goto(f"/exercises/{leader.exercise}/console")
    page.locator("[data-key=p]").wait_for()
    page.keyboard.press("p")
    page.locator("button[value='kind=clock.resume']").wait_for()
    page.keyboard.press("o")
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type("p")
    assert paused(page)
    page.locator("#note-text").blur()
    page.keyboard.press("?")
    page.locator("[data-keys-off]").check()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.wait_for_timeout(1_500)
    assert paused(page)


def test_the_start_card_goes_when_another_console_starts(
    live_server: LiveServer, new_page: NewPage
) -> None:
    """A7: two laptops on one exercise; what can no longer be done is no longer offered."""
    pages = [new_page(1280, base_url=live_server.address) for _ in range(2)]
    one, _other = [Leader(page, live_server.facilitator, live_server.exercise) for page in pages]
    for page in pages:
        page.goto(f"/exercises/{one.exercise}/console")
        expect(page.locator(".start-card")).to_be_visible()
    pages[0].locator("[name=briefed]").check()
    pages[0].locator(".start-card [type=submit]").click()
    for page in pages:
        expect(page.locator(".start-card")).to_be_hidden(timeout=10_000)
    expect(pages[1].locator("button[value='kind=clock.pause']")).to_be_visible()


def test_a_handover_being_written_is_told_and_nothing_of_it(
    phone: Phone, live_server: LiveServer
) -> None:
    """Decision 0016: at the first key, once; and that the form was left. The words stay here."""
    page, ledger = phone.page, Ledger(live_server.folder)
    page.goto("/desk/do/handover")
    words = page.locator("textarea[name='body.request']")
    with page.expect_response("**/act"):
        words.press_sequentially("Kan dere")
    words.press_sequentially(" ta over?")
    assert [kind for kind, _ in signs(ledger)] == ["writing.began"]
    page.goto("/desk")
    page.wait_for_timeout(1_000)
    told = signs(ledger)
    assert [kind for kind, _ in told] == ["writing.began", "writing.ended"]
    assert not any("Kan dere" in body for _, body in told)


def signs(ledger: Ledger) -> list[tuple[str, str]]:
    """What the journal holds of writing."""
    lines = ledger.lines(ledger.teams()[0])
    return [(line.kind, line.body) for line in lines if line.kind.startswith("writing.")]
