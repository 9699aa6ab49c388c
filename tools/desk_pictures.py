"""The desk's ten main states at three widths, photographed in a real demo (see ``pictures``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.live import LiveServer
from tools.palette import Palette

WIDTHS = {320: 1_100, 768: 1_000, 1280: 800}
"""Width → the greatest height of a picture, in CSS pixels."""
NURSE, TEACHER = "helsesykepleier", "kontaktlaerer"
GO_ON_MS = 400
"""So that a push and the fonts have come."""
LARGEST = 64_000
"""Bytes of a picture at most."""
STATES = (
    "1-inbox",
    "2-item",
    "3-handover-form",
    "4-agreed",
    "5-handover",
    "6-child",
    "7-team",
    "8-role",
    "9-interlude",
    "10-meeting",
)
"""The desk's main states, in the order of play."""


class Desk:
    """Two people at their desks in one demo; the nurse's is photographed."""

    def __init__(self, browser: Browser, server: LiveServer, folder: Path) -> None:
        self.folder = folder
        self.nurse, self.teacher = (self._phone(browser, server) for _ in range(2))
        for phone, name in ((self.nurse, "Kari"), (self.teacher, "Ola")):
            phone.arrive(server.pin, name)
        page = self._page(browser, server)
        self.palette = Palette(self._page(browser, server))
        self.leader = Leader(page, server.facilitator, server.exercise)

    def photograph(self) -> Iterator[Path]:
        """Every state in the order of play; the pictures' paths."""
        self.leader.starts()
        self.leader.does("clock.autopilot", on=False)
        self.leader.gives("I02", "I27", "I05")
        for phone in (self.nurse, self.teacher):
            phone.to_desk()
        yield from self._autumn()
        yield from self._together()

    def _autumn(self) -> Iterator[Path]:
        nurse, teacher = self.nurse, self.teacher
        teacher.awaits("inject.I05")
        teacher.open("inject.I05")
        teacher.hand_over(NURSE, "Familien sier ja til at vi snakker sammen. Tar du det videre?", 3)
        nurse.awaits("inject.I27")
        nurse.awaits("handover")
        yield from self._take("1-inbox")
        nurse.open("inject.I27")
        yield from self._take("2-item")
        nurse.verb("handover")
        yield from self._take("3-handover-form")
        nurse.open("inject.I02")
        nurse.verb("agreed")
        yield from self._take("4-agreed")
        nurse.open("handover")
        yield from self._take("5-handover")
        nurse.tap("handover.take_over")
        nurse.open("inject.I02")
        nurse.listen()
        nurse.page.locator("#child .said blockquote, #child .said-quiet").first.wait_for()
        yield from self._take("6-child")
        nurse.claim()
        nurse.to_colleague("ask", "bup")
        nurse.hand.write(nurse.page.locator("[name='body.text']"), "Hva kan vi gjøre før mandag?")
        nurse.send()
        nurse.desk("team")
        yield from self._take("7-team")
        nurse.desk("role")
        yield from self._take("8-role")

    def _together(self) -> Iterator[Path]:
        nurse = self.nurse
        self.leader.does("leg.end")
        nurse.desk()
        nurse.page.locator(".moment-list").wait_for()
        yield from self._take("9-interlude")
        self.leader.does("clock.jump")
        self.leader.does("leg.end")
        nurse.desk()
        nurse.go_to_meeting()
        nurse.take_pen()
        nurse.decide("Helsesykepleier ringer familien hver fredag.", owner=NURSE)
        yield from self._take("10-meeting")

    def _take(self, name: str) -> Iterator[Path]:
        """One state at every width."""
        page = self.nurse.page
        yield from take(page, self.palette, self.folder, name, WIDTHS)
        page.set_viewport_size({"width": 390, "height": 844})

    def _phone(self, browser: Browser, server: LiveServer) -> Phone:
        return Phone(self._page(browser, server))

    @staticmethod
    def _page(browser: Browser, server: LiveServer) -> Page:
        context = browser.new_context(
            base_url=server.address,
            locale="nb-NO",
            viewport={"width": 390, "height": 844},
            reduced_motion="reduce",
        )
        return context.new_page()


def take(
    page: Page, palette: Palette, folder: Path, name: str, widths: Mapping[int, int]
) -> Iterator[Path]:
    """A page at each of ``widths`` (to its greatest height), as tall as it is, within reason."""
    for width, tallest in widths.items():
        page.set_viewport_size({"width": width, "height": tallest // 2})
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(GO_ON_MS)
        tall = page.evaluate("document.scrollingElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(tall, tallest)})
        page.wait_for_timeout(GO_ON_MS)
        path = folder / f"{name}-{width}.png"
        path.write_bytes(palette.of(page.screenshot()))
        yield path
