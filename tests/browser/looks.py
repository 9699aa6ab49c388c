"""Looking at states: axe, and whether the page fits the screen.

What a look finds is collected, so that one run tells of every fault and not only of the first.
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.chromium import axe
from tests.browser.phone import Phone

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
        """Nothing scrolls sideways; then, with all unfolded, nothing does either and axe agrees."""
        if not self.wanted(name):
            return
        self.seen.append(name)
        page.wait_for_load_state()
        # Words are measured in the letters they are read in, not in those that stand in for them.
        page.evaluate("() => document.fonts.ready.then(() => true)")
        self._fits(page, name)
        if page.locator("main details:not([open])").count():
            page.evaluate(OPEN_ALL)
            self._fits(page, f"{name}, unfolded")
        self._tell(page, name, axe(page))

    def _fits(self, page: Page, name: str) -> None:
        wide = Phone(page).overflows()
        if wide:
            self._tell(page, name, [f"{wide} px wider than the screen: {widest(page)}"])

    def _tell(self, page: Page, name: str, found: list[str]) -> None:
        where = urllib.parse.urlsplit(page.url).path
        self.faults += [f"{name} ({where}): {each}" for each in found]


def widest(page: Page) -> str:
    """What sticks out to the right, told as selectors and where they end, the farthest first."""
    told: str = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
        .map((each) => [each, Math.round(each.getBoundingClientRect().right)])
        .filter(([_, right]) => right > document.documentElement.clientWidth + 1)
        .sort((one, other) => other[1] - one[1]).slice(0, 4)
        .map(([each, right]) => `${each.tagName.toLowerCase()}.${each.className} to ${right}`)
        .join(", ")"""
    )
    return told
