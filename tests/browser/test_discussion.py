"""A diskusjonsøvelse in a browser: chosen, talked through scene by scene, down to its referat."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.looks import Looks
from tests.browser.phone import AT_ONCE_MS, Phone
from tests.live import LiveServer

AGREED = "Rektor ringer mor"
HALF = "Vi spør Emma om"


def _writes(phone: Phone, text: str) -> None:
    """What, who and until when, by the one who writes."""
    page = phone.page
    phone.hand.write(page.locator("[name='body.text']"), text)
    page.locator("[name='body.owner']").select_option("rektor")
    phone.hand.pick(page.locator("[name='body.by'][value='1wd']"))
    phone.send()


def _on_paper(page: Page, folder: Path) -> str:
    """The words of the referat, fetched from the page of documents."""
    with page.expect_download() as fetched:
        page.locator("a[href$='minutes.docx']").click()
    fetched.value.save_as(folder / "referat.docx")
    found = docx.Document(str(folder / "referat.docx"))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return " ".join([*(each.text for each in found.paragraphs), *cells])


def test_a_discussion_from_the_library_to_its_referat(
    live_server: LiveServer, new_page: NewPage, looks: Looks, tmp_path: Path
) -> None:
    """Two phones in two languages, one of which writes; one word in the console takes all screens
    to the next scene; what is half written goes along; the referat has what was agreed."""
    at = live_server.address
    console = Console.by_link(new_page(1280, base_url=at), live_server.facilitator)
    console.create("emma:demo", people=2, support="Siv", form="diskusjon")
    kari, ola = Phone(new_page(390, base_url=at)), Phone(new_page(320, "nn", base_url=at))
    kari.arrive(console.pin, "Kari", practises=False)
    ola.arrive(console.pin, "Ola", "nn", practises=False)
    screen = console.page.context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"/projector/{console.exercise}")
    console.start()
    for phone in (kari, ola):
        phone.page.wait_for_url(re.compile("/desk$"))
        expect(phone.page.locator(".talk-input").first).to_be_visible()
    form = "form[data-act='meeting.decide']"
    expect(kari.page.locator(form)).to_be_visible()
    expect(ola.page.locator(form)).to_have_count(0)
    expect(screen.locator(".screen-inputs li").first).to_be_visible()
    _writes(kari, AGREED)
    expect(ola.page.locator(".minutes")).to_contain_text(AGREED, timeout=AT_ONCE_MS)
    expect(screen.locator(".screen-headlines")).to_contain_text(AGREED)
    for page, name in ((kari.page, "writes"), (ola.page, "looks on"), (screen, "screen")):
        looks.at(page, f"discussion, {name}")
    looks.at(console.page, "discussion, console")

    ola.tap("meeting.scribe")
    expect(ola.page.locator(form)).to_be_visible()
    expect(kari.page.locator(form)).to_have_count(0, timeout=AT_ONCE_MS)
    ola.hand.write(ola.page.locator("[name='body.text']"), HALF)
    title = kari.page.locator("h1").first.inner_text()
    console.press("leg.end")
    for phone in (kari, ola):
        expect(phone.page.locator("h1").first).not_to_have_text(title, timeout=AT_ONCE_MS)
    expect(ola.page.locator("[name='body.text']")).to_have_value(HALF)
    for _scene in range(3):
        console.press("leg.end")
    for phone in (kari, ola):
        phone.page.wait_for_url(re.compile("/after"))
    console.opens("analysis")
    looks.at(console.page, "discussion, analysis")
    console.page.goto(f"/gjennomgang/{console.exercise}/1/documents")
    looks.at(console.page, "discussion, documents")
    words = _on_paper(console.page, tmp_path)
    assert AGREED in words
    assert "Rektor" in words
    assert "Kari" not in words
