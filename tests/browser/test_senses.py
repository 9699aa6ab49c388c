"""C4: quiet and still for those who need it, at any contrast and size."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.architecture.tree import ending
from tests.browser.chromium import axe
from tests.browser.conftest import NewPage
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.live import LiveServer

MOVES = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  const longest = (times) => Math.max(...times.split(",").map(parseFloat));
  return longest(style.animationDuration) > 0.001 || longest(style.transitionDuration) > 0.001;
}).map((each) => each.outerHTML.slice(0, 120))"""
EDGED = """() => [...document.querySelectorAll("main button, main input:not([type=hidden])")]
  .filter((each) => each.getClientRects().length)
  .filter((each) => !["radio", "checkbox"].includes(each.type))
  .filter((each) => getComputedStyle(each).borderStyle === "none")
  .map((each) => each.outerHTML.slice(0, 120))"""
SOUND = re.compile(r"<audio|<video|\bAudio\(|AudioContext|\.vibrate\(|speechSynthesis")


def joined(page: Page, server: LiveServer) -> Phone:
    """Somebody who has come as far as the role card."""
    phone = Phone(page)
    phone.join(server.pin, "Kari")
    phone.take_role()
    return phone


def test_nothing_moves_for_whoever_asked_for_stillness(
    live_server: LiveServer, new_page: NewPage
) -> None:
    """C4: with reduced motion no part of a page moves by itself."""
    page = new_page(390, base_url=live_server.address, reduced_motion="reduce")
    page.goto("/")
    assert page.evaluate(MOVES) == []
    joined(page, live_server)
    assert page.evaluate(MOVES) == []


def test_forced_colours_leave_edges(live_server: LiveServer, new_page: NewPage) -> None:
    """C4: what can be pressed or filled in keeps an edge where backgrounds are taken away.

    Which colours there then are is the system's; axe reads those the page had asked for.
    """
    page = new_page(320, base_url=live_server.address, forced_colors="active")
    page.goto("/")
    assert page.evaluate(EDGED) == []
    assert axe(page, without=("color-contrast",)) == []
    phone = joined(page, live_server)
    assert page.evaluate(EDGED) == []
    assert axe(page, without=("color-contrast",)) == []
    assert phone.overflows() == 0


def test_more_contrast_breaks_nothing(
    live_server: LiveServer, new_page: NewPage, looks: Looks
) -> None:
    """C4: whoever asks for more contrast gets no less of anything."""
    page = new_page(320, base_url=live_server.address, contrast="more")
    page.goto("/")
    looks.at(page, "front, more contrast")
    joined(page, live_server)
    looks.at(page, "role, more contrast")


def test_at_four_hundred_per_cent_nothing_is_hidden(
    live_server: LiveServer, new_page: NewPage, looks: Looks
) -> None:
    """C4: 1280 px at 400 % is a page of 320, and it fits."""
    page = new_page(1280, base_url=live_server.address, device_scale_factor=4)
    page.set_viewport_size({"width": 320, "height": 180})
    page.goto("/")
    looks.at(page, "front, 400 %")
    joined(page, live_server)
    looks.at(page, "role, 400 %")
    assert page.locator("[name=step][value=role]").is_enabled()


def test_no_page_makes_a_sound() -> None:
    """C4: nothing in the product plays, speaks or shakes."""
    files = [*ending(".html", "webapp"), *ending(".js", "webapp"), *ending(".css", "webapp")]
    assert files
    assert [path.name for path in files if SOUND.search(path.read_text(encoding="utf-8"))] == []
