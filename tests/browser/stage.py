"""A served exercise with its people: each opens pages of one width and language, and is looked at.

What a look finds is collected, so that one run tells of every fault and not only of the first.
"""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.chromium import axe
from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer

OPEN_ALL = """() => {
  for (const each of document.querySelectorAll("main details:not([open])")) each.open = true;
}"""


@dataclass
class Looks:
    """What was looked at, and what was wrong with it. ``wanted`` chooses states by name."""

    wanted: Callable[[str], bool] = lambda _name: True
    seen: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def at(self, page: Page, name: str) -> None:
        """Run axe and see that nothing scrolls sideways, as it stands and with all unfolded."""
        if not self.wanted(name):
            return
        self.seen.append(name)
        self._judge(page, name)
        if page.locator("main details:not([open])").count():
            page.evaluate(OPEN_ALL)
            self._judge(page, f"{name}, unfolded")

    def _judge(self, page: Page, name: str) -> None:
        found = axe(page)
        wide = Phone(page).overflows()
        if wide:
            found.append(f"{wide} px wider than the screen: {widest(page)}")
        self.faults += [
            f"{name} ({urllib.parse.urlsplit(page.url).path}): {each}" for each in found
        ]


def widest(page: Page) -> str:
    """What sticks out to the right, told as selectors, the innermost last."""
    told: str = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .slice(-3).map((each) => `${each.tagName.toLowerCase()}.${each.className}`).join(" ")"""
    )
    return told


@dataclass
class Stage:
    """One exercise and those who look at it, all in ``lang`` and at ``width``."""

    server: LiveServer
    new_page: NewPage
    width: int
    lang: str
    looks: Looks

    def page(self) -> Page:
        """Somebody new, with a device of their own."""
        return self.new_page(self.width, self.lang, base_url=self.server.address)

    def phone(self) -> Phone:
        """A phone (or a laptop, at 1280) that nobody has joined with yet."""
        return Phone(self.page())

    def leader(self) -> Leader:
        """The facilitator, logged in by the demo's link."""
        return Leader(self.page(), self.server.facilitator, self.server.exercise)

    def screen(self) -> Page:
        """The screen in the room."""
        page = self.page()
        page.goto(self.server.projector)
        page.wait_for_url(re.compile("/projector/"))
        return page
