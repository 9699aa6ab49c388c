"""The facilitator's console and library, as whoever leads uses them: by what is on the screen."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.fingers import pick


class Console:
    """One facilitator's page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    # -- coming in -------------------------------------------------------------------------------

    @classmethod
    def by_link(cls, page: Page, link: str) -> Console:
        """Open a demo's link; ends on its console."""
        page.goto(link)
        page.wait_for_url(re.compile("/console$"))
        return cls(page)

    def create(
        self,
        play: str,
        people: int = 0,
        support: str = "",
        mode: str = "measured",
        form: str = "spill",
    ) -> None:
        """Make an exercise in the library: ``play`` is ``scenario:format``; ends on its console."""
        self.page.goto("/library")
        pick(self.page.locator(f"[name=play][value='{play}']"))
        if people:
            self.page.locator("[name=people]").fill(str(people))
        self.page.locator("[name=support]").fill(support)
        pick(self.page.locator(f"[name=mode][value={mode}]"))
        pick(self.page.locator(f"[name=form][value={form}]"))
        self.page.locator(".new-form [type=submit]").click()
        self.page.wait_for_url(re.compile("/console$"))

    @property
    def exercise(self) -> str:
        """The id in the address."""
        return urlsplit(self.page.url).path.split("/")[2]

    @property
    def pin(self) -> str:
        """The PIN that the console tells."""
        return re.sub(r"\D", "", self.page.locator(".door-form .code-small").inner_text())

    def come_back(self) -> None:
        """From another page to the console."""
        self.page.goto(f"/exercises/{self.exercise}/console")

    # -- leading ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Tick that 'Før vi starter' has been read, and start."""
        self.page.locator("[name=briefed]").check()
        self.page.locator(".start-card [type=submit]").click()
        self.page.locator(".now-card").wait_for()

    def press(self, kind: str) -> None:
        """A control for the clock or the scene; waits until the console shows something else."""
        control = self.page.locator(f".con-controls button[value^='kind={kind}']").first
        before = self.page.locator("[data-region=controls]").get_attribute("data-mark")
        control.click()
        changed = self.page.locator(f"[data-region=controls]:not([data-mark='{before}'])")
        changed.wait_for(timeout=10_000)

    def input(self, inject: str, verb: str) -> None:
        """Send, hold or skip an input of the dreiebok: ``release``, ``hold`` or ``skip``."""
        value = f"kind=inject.{verb}&inject={inject}"
        row = self.page.locator(f".input:has(button[value='{value}'])")
        if not row.locator("details[open]").count():
            row.locator("summary").click()
        row.locator(f"button[value='{value}']").click()
        expect(self.page.locator(f"button[value='{value}']")).to_have_count(0, timeout=10_000)

    def writes(self, to: list[str], sender: str, text: str, headline: str = "") -> None:
        """An inject of one's own, sent at once."""
        panel = self.page.locator("#adhoc")
        if panel.get_attribute("open") is None:
            panel.locator("summary").click()
        for seat in to:
            pick(panel.locator(f"[name='body.to[]'][value='{seat}']"))
        panel.locator("[name='body.sender']").fill(sender)
        panel.locator("[name='body.text']").fill(text)
        panel.locator("[name='body.headline']").fill(headline)
        with self.page.expect_navigation():
            panel.locator("[type=submit]").click()

    def family(self, said: str) -> None:
        """A control for child or parents, by the beginning of what it sends."""
        control = self.page.locator(f"#family button[value^='{said}']").first
        folded = self.page.locator(f"#family details:not([open]):has(button[value^='{said}'])")
        if folded.count():
            folded.locator("> summary").first.click()
        before = self.page.locator("[data-region=family]").get_attribute("data-mark")
        control.click()
        changed = self.page.locator(f"[data-region=family]:not([data-mark='{before}'])")
        changed.wait_for(timeout=10_000)

    def notes(self, text: str) -> None:
        """A line in the log for oneself."""
        self.page.locator("#note-text").fill(text)
        self.page.locator(".note-form [type=submit]").click()
        self.page.locator(".log-note", has_text=text).wait_for()

    def ends(self) -> None:
        """The end of play, asked for twice."""
        button = self.page.locator("button[value='kind=play.end']")
        if not button.is_visible():
            self.page.locator("details.panel:has(button[value='kind=play.end']) > summary").click()
        self.press("play.end")

    def opens(self, stage: str) -> None:
        """A phase of the gjennomgang, for everybody."""
        if "/gjennomgang" not in self.page.url:
            self.page.goto(f"/gjennomgang/{self.exercise}")
        button = self.page.locator(f".steering button[value='{stage}']")
        button.click()
        self.page.locator(f".steering button[value='{stage}'][aria-current=step]").wait_for()
