"""Chromium as the tests drive it: a phone, a laptop or a wall, in any language, and quiet."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any, Self, cast

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
PHONE = 600
# A refused or lost request is told as an error too; tests judge those by what is shown.
LOST = ("Failed to load resource", "WebSocket connection to")
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


class ChromiumMissingError(RuntimeError):
    """There is no Chromium on this machine; the message tells the remedy."""


def chromium() -> str:
    """The path of the browser. Raises ChromiumMissingError."""
    wanted = os.environ.get("SAMSPILL_CHROMIUM", "/usr/bin/chromium")
    for name in (wanted, "chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    raise ChromiumMissingError(
        "These tests need Chromium. `make dev` installs it, or says how; "
        "SAMSPILL_CHROMIUM names one in another place."
    )


@cache
def axe_source() -> str:
    """axe-core's own script, run by ``evaluate`` since the page's policy forbids foreign ones."""
    return AXE.read_text(encoding="utf-8")


def axe(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong with the page as it stands, one line per element; empty when clean.

    ``without`` names rules that do not apply to the state at hand; say why where you use it.
    """
    page.evaluate(axe_source())
    options = {
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in without},
    }
    found = cast("dict[str, Any]", page.evaluate("options => axe.run(document, options)", options))
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} — {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


class Visitor:
    """Somebody's own browser profile. Notes what no page of ours may do."""

    def __init__(self, context: BrowserContext, base_url: str) -> None:
        self.context = context
        self.complaints: list[str] = []
        self._base_url = base_url
        context.on("console", self._console)
        context.on("request", self._request)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))

    @classmethod
    def arrive(cls, browser: Browser, base_url: str, width: int, lang: str, **more: Any) -> Self:
        """A new profile: under 600 px wide it is a phone with a touch screen."""
        phone = width < PHONE
        context = browser.new_context(
            base_url=base_url or None,
            viewport={"width": width, "height": width * 844 // 390 if phone else width * 9 // 16},
            locale=LOCALES.get(lang, lang),
            has_touch=phone,
            is_mobile=phone,
            reduced_motion=more.pop("reduced_motion", "reduce"),
            **more,
        )
        context.set_default_timeout(10_000)
        return cls(context, base_url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(LOST):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        own = (self._base_url, self._base_url.replace("http", "ws", 1), "data:", "blob:", "about:")
        if self._base_url and not request.url.startswith(own):
            self.complaints.append(f"another host: {request.url}")
