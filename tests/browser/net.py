"""Networks that are worse than ours: a proxy that stops sockets, or lets only polling through."""

from __future__ import annotations

from playwright.sync_api import Page

SOCKETS = "**/socket.io/**"


def without_sockets(page: Page) -> None:
    """Nothing of Socket.IO comes through, neither WebSocket nor long polling."""
    page.context.route(SOCKETS, lambda route: route.abort())


def polling_only(page: Page) -> None:
    """WebSockets are closed as soon as they open; long polling works."""
    page.context.route_web_socket(SOCKETS, lambda socket: socket.close())
