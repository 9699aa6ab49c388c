"""Browsers, pages and the real server for the tests that drive them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import QUIET, Visitor, axe, chromium
from tests.browser.looks import Looks


class NewPage(Protocol):
    """Opens a page in a profile of its own, as another person with another device would."""

    def __call__(
        self, width: int = 390, lang: str = "nb", *, base_url: str = "", **more: Any
    ) -> Page:
        """``more`` goes to Playwright's new_context (java_script_enabled, storage_state ...)."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; people differ by profile."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Make pages; at the end of the test none may have complained or called another host."""
    visitors: list[Visitor] = []

    def make(width: int = 390, lang: str = "nb", *, base_url: str = "", **more: Any) -> Page:
        visitors.append(Visitor.arrive(browser, base_url, width, lang, **more))
        return visitors[-1].context.new_page()

    yield make
    for visitor in visitors:
        visitor.context.close()
    complaints = [told for visitor in visitors for told in visitor.complaints]
    assert complaints == []


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Fail with what axe finds wrong with a page as it stands."""

    def check(page: Page) -> None:
        found = axe(page)
        assert found == [], f"{page.url}\n" + "\n".join(found)

    return check


@pytest.fixture
def looks() -> Iterator[Looks]:
    """Looks at states; at the end of the test nothing may have been wrong with any."""
    looked = Looks()
    yield looked
    assert not looked.faults, "\n".join(looked.faults)
