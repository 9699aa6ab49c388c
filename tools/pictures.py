"""Takes the pictures of the screens for README and docs, of a real demo (``make pictures``)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.console import Console
from tests.browser.phone import Phone
from tests.live import LiveServer

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
STORY_MS = 75_000
"""How long the demo plays before its pictures are taken."""


def main() -> int:
    """Play a little of the demo and photograph it; 0 when all pictures are there."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = LiveServer(Path(folder))
        server.start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            _photograph(browser, server)
        finally:
            browser.close()
            server.stop()
    return 0


def _photograph(browser: Browser, server: LiveServer) -> None:
    screen = _page(browser, server, 1920, 1080)
    screen.goto(server.projector)
    screen.wait_for_url("**/projector/**")
    _take(screen, "projector-lobby")
    phone = Phone(_page(browser, server, 390, 844))
    phone.arrive(server.pin, "Kari")
    console = Console.by_link(_page(browser, server, 1280, 900), server.facilitator)
    console.start()
    phone.page.wait_for_timeout(STORY_MS)
    phone.desk()
    _take(phone.page, "participant")
    phone.open("inject.")
    _take(phone.page, "participant-item")
    console.page.reload()
    _take(console.page, "console")
    _take(screen, "projector")
    console.press("leg.end")
    screen.locator(".interlude").wait_for()
    _take(screen, "projector-interlude")
    console.ends()
    console.opens("reactions")
    console.opens("description")
    screen.goto(f"{server.address}/gjennomgang/{server.exercise}?screen=1")
    _take(screen, "gjennomgang")


def _page(browser: Browser, server: LiveServer, width: int, height: int) -> Page:
    viewport = {"width": width, "height": height}
    context = browser.new_context(base_url=server.address, locale="nb-NO", viewport=viewport)  # type: ignore[arg-type]
    return context.new_page()


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(500)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
