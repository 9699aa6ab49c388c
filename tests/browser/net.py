"""Networks that are worse than ours: slow ones, a proxy that stops sockets, or lets only polling
through; and what goes over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from playwright.sync_api import CDPSession, Page

SOCKETS = "**/socket.io/**"


def without_sockets(page: Page) -> None:
    """Nothing of Socket.IO comes through, neither WebSocket nor long polling."""
    page.context.route(SOCKETS, lambda route: route.abort())


def polling_only(page: Page) -> None:
    """WebSockets are closed as soon as they open; long polling works."""
    page.context.route_web_socket(SOCKETS, lambda socket: socket.close())


@dataclass
class Wire:
    """What one page fetches, as Chromium counts it: bytes as they came, headers and all.

    ``fetched`` holds bytes by request; ``paths`` the path of each.
    """

    session: CDPSession
    fetched: dict[str, float] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> Self:
        """Listen to ``page`` from now on, with nothing kept from before."""
        made = cls(page.context.new_cdp_session(page))
        made.session.on("Network.requestWillBeSent", made._sent)
        made.session.on("Network.loadingFinished", made._finished)
        made.session.send("Network.enable")
        made.session.send("Network.clearBrowserCache")
        return made

    def slow(self, bits_per_second: int, round_trip_ms: int) -> None:
        """Carry no more than so much, and be that long about each question."""
        rate = bits_per_second / 8
        self.session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": round_trip_ms,
                "downloadThroughput": rate,
                "uploadThroughput": rate,
            },
        )

    @property
    def bytes(self) -> int:
        """How much has come in all."""
        return round(sum(self.fetched.values()))

    def heaviest(self) -> list[tuple[int, str]]:
        """What came, the heaviest first."""
        told = ((round(size), self.paths.get(key, "?")) for key, size in self.fetched.items())
        return sorted(told, reverse=True)

    def _sent(self, event: dict[str, Any]) -> None:
        self.paths[event["requestId"]] = event["request"]["url"].partition("?")[0]

    def _finished(self, event: dict[str, Any]) -> None:
        self.fetched[event["requestId"]] = event["encodedDataLength"]
