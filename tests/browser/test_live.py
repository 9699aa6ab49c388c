"""The real server in a real browser: it comes up, shows itself, and comes back after a kill."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.live import LiveServer


def test_a_killed_server_is_found_again_where_it_was(
    live_server: LiveServer, new_page: NewPage, assert_accessible: Callable[[Page], None]
) -> None:
    """Same address, same PIN, and a page that axe accepts both times; how soon, the kills prove."""
    page = new_page(390, "nb", base_url=live_server.address)
    page.goto("/")
    assert_accessible(page)
    address, pin = live_server.address, live_server.pin
    live_server.kill()
    live_server.start()
    assert (live_server.address, live_server.pin) == (address, pin)
    page.reload()
    assert_accessible(page)
