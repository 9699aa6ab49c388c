"""A served exercise with its people, who all open pages of one width and language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.live import LiveServer


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
