"""Takes the pictures of the screens in README and docs, of a real demo: ``make pictures``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.console import Console
from tests.browser.hand import settle
from tests.browser.phone import Phone
from tests.live import LiveServer
from tools import review_pictures
from tools.desk_pictures import LARGEST as TOO_LARGE
from tools.desk_pictures import Desk
from tools.palette import Palette

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
LARGEST = 400_000
"""Bytes of a picture at most: they lie in the repository."""
NURSE, TEACHER, CLINIC = "helsesykepleier", "kontaktlaerer", "bup"


def main() -> int:
    """Play the demo and photograph it; 0 when all pictures are there and none is too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = LiveServer(Path(folder))
        server.start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            play = Play(browser, server)
            play.photograph()
            large = _review(browser, play)
            large += _desk(browser, Path(folder) / "desk")
        finally:
            browser.close()
            server.stop()
    large += [path.name for path in PICTURES.glob("*.png") if path.stat().st_size > LARGEST]
    print(*(f"{name} is too large" for name in large), sep="\n", end="")
    return 1 if large else 0


def _review(browser: Browser, play: Play) -> list[str]:
    """The gjennomgang of what was just played; the names of those that are too large."""
    (PICTURES / "review").mkdir(exist_ok=True)
    palette = Palette(browser.new_context().new_page())
    page, exercise = play.console.page, play.console.exercise
    taken = list(review_pictures.photograph(page, palette, exercise, PICTURES / "review"))
    print(PICTURES.name, "review", len(taken))
    return [path.name for path in taken if path.stat().st_size > review_pictures.LARGEST]


def _desk(browser: Browser, folder: Path) -> list[str]:
    """The desk's states, in a demo of their own; the names of those that are too large."""
    (PICTURES / "desk").mkdir(exist_ok=True)
    server = LiveServer(folder)
    server.start()
    try:
        taken = list(Desk(browser, server, PICTURES / "desk").photograph())
    finally:
        server.stop()
    print(PICTURES.name, "desk", len(taken))
    return [path.name for path in taken if path.stat().st_size > TOO_LARGE]


class Play:
    """A demo with three people, played a little at a time."""

    def __init__(self, browser: Browser, server: LiveServer) -> None:
        self.browser = browser
        self.server = server
        self.screen = self._page(1920, 1080)
        self.screen.goto(server.projector)
        self.phones = {seat: Phone(self._page(390, 844)) for seat in (NURSE, TEACHER, CLINIC)}
        for phone, name in zip(self.phones.values(), ("Kari", "Ola", "Siri"), strict=True):
            phone.arrive(server.pin, name)
        self.console = Console.by_link(self._page(1280, 900), server.facilitator)

    def photograph(self) -> None:
        """Every picture, in the order of play."""
        self._take(self.screen, "projector-lobby")
        self._autumn()
        self._interlude()
        self._discharge()
        self._june()
        self._after()

    def _autumn(self) -> None:
        nurse, teacher = self.phones[NURSE], self.phones[TEACHER]
        self.console.start()
        self.console.press("clock.autopilot")
        for inject in ("I01", "I02", "I05"):
            self._gives(inject)
        teacher.page.goto("/desk")
        teacher.open("inject.I05")
        teacher.hand_over(NURSE, "Familien sier ja til at vi snakker sammen. Tar du det videre?", 3)
        teacher.open("inject.I01")
        teacher.answer("Jeg ser at hun sitter ved døra. Jeg spør henne hva hun passer på.")
        nurse.page.goto("/desk")
        nurse.awaits("handover")
        self._take(nurse.page, "participant")
        nurse.open("inject.I02")
        self._take(nurse.page, "participant-item")
        nurse.listen()
        self._gives("I27")
        nurse.claim()
        self.console.writes([TEACHER], "Rektor", "Elevrådet spør om et stille rom.", HEADLINE)
        self.console.page.reload()
        self._take(self.console.page, "console")
        self._take(self.screen, "projector")
        self._settle()

    def _interlude(self) -> None:
        self.console.press("leg.end")
        self.screen.locator(".interlude").wait_for()
        self._take(self.screen, "projector-interlude")

    def _discharge(self) -> None:
        self.console.press("clock.jump")
        self.console.press("leg.end")
        nurse = self.phones[NURSE]
        nurse.desk()
        nurse.go_to_meeting()
        nurse.take_pen()
        nurse.decide("Helsesykepleier ringer familien hver fredag.", owner=NURSE)
        nurse.decide("Kontaktlærer møter Emma ved døra.", owner=TEACHER, point=1)

    def _june(self) -> None:
        self.console.press("leg.end")
        self.console.press("clock.jump")
        nurse = self.phones[NURSE]
        self._gives("I17")
        nurse.desk()
        nurse.open("inject.I17")
        nurse.hand_over(
            "fastlege", "Emma vil gjerne ha følge til legen. Kan dere finne en time?", 9
        )
        self._settle()

    def _after(self) -> None:
        self.console.ends()
        for phone in self.phones.values():
            phone.desk_over()
            phone.first_impression("Vi sa navnet på den som tok det videre.", "Å vente på svar.")
        for stage in ("reactions", "description"):
            self.console.opens(stage)
            self.screen.locator(f"[data-mark^='{stage}-']").wait_for(state="attached")
        self._take(self.screen, "gjennomgang")

    def _gives(self, inject: str) -> None:
        """Send an input now, unless its time has come already."""
        if self.console.page.locator(f"button[value$='inject={inject}']").count():
            self.console.input(inject, "release")

    def _settle(self) -> None:
        for phone in self.phones.values():
            settle(phone)

    def _page(self, width: int, height: int) -> Page:
        context = self.browser.new_context(
            base_url=self.server.address,
            locale="nb-NO",
            viewport={"width": width, "height": height},
            device_scale_factor=2 if width < height else 1,
            reduced_motion="reduce",
        )
        return context.new_page()

    def _take(self, page: Page, name: str) -> None:
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURES / f"{name}.png")
        print(PICTURES.name, name)


HEADLINE = "Elevrådet på Lindvik ber om et stille rom i friminuttene"

if __name__ == "__main__":
    sys.exit(main())
