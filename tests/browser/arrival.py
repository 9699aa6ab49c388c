"""How a phone comes in: PIN, name, role, and the steps before play."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from playwright.sync_api import Error, Locator, Page

from tests.browser.fingers import Fingers


class Arrival:
    """One person's page, on its way to the desk."""

    def __init__(self, page: Page, hand: Fingers | None = None) -> None:
        self.page = page
        self.hand = hand or Fingers()

    # -- coming in -------------------------------------------------------------------------------

    def join(self, pin: str, name: str = "", lang: str = "nb") -> list[str]:
        """PIN, name, lobby: the paths of the screens on the way in, the last where one stands."""
        screens = []
        self.page.goto("/")
        screens.append(self.path)
        self.type_pin(pin)
        screens.append(self.path)
        self.give_name(name, lang)
        screens.append(self.path)
        return screens

    def type_pin(self, number: str) -> None:
        """A PIN or a seat code, on the front page."""
        self.hand.write(self.page.locator("#pin"), number)
        self.leave_by(self.page.locator(".pin-form [type=submit]"))

    def give_name(self, name: str, lang: str = "nb") -> None:
        """What to be called, and one's own language."""
        self.hand.write(self.page.locator("#name"), name)
        self.hand.pick(self.page.locator(f"input[name=lang][value={lang}]"))
        self.leave_by(self.page.locator(".name-form [type=submit]"))

    def take_role(self) -> None:
        """From the lobby to the role card."""
        self.hand.press(self.page.locator("form[action$='/lobby/role'] [type=submit]"))
        self.page.locator("[name=step][value=role]").wait_for()

    def change_role(self, seat: str) -> None:
        """Ask for another seat; ends at its role card."""
        self.page.goto("/role")
        self.hand.press(self.page.locator(f"[name=seat][value='{seat}']"))

    def prepare(
        self, *, check: Callable[[Page], None] = lambda _page: None, practises: bool = True
    ) -> None:
        """Role card, 'Før vi starter', practice; ``check`` is called on each step and the wait.
        Where people are to talk, there is no card to practise with."""
        check(self.page)
        self.hand.press(self.page.locator("[name=step][value=role]"))
        self.page.locator("[name=promise]").first.wait_for()
        check(self.page)
        for promise in self.page.locator("[name=promise]").all():
            self.hand.pick(promise)
        self.hand.press(self.page.locator(".form-send [type=submit]"))
        if practises:
            self.page.locator("[name=card]").wait_for()
            check(self.page)
            self.hand.pick(self.page.locator("[name=card]"))
            self.hand.press(self.page.locator("button[name=to]").first)
        self.page.locator(".people").wait_for()
        check(self.page)

    def arrive(self, pin: str, name: str = "", lang: str = "nb", *, practises: bool = True) -> None:
        """All the way from the front page until the wait for the start."""
        self.join(pin, name, lang)
        self.take_role()
        self.prepare(practises=practises)

    def to_desk(self) -> None:
        """To the desk when play starts. The wait goes there by itself too, perhaps just now."""
        with suppress(Error):
            self.page.goto("/desk")
        self.page.wait_for_url(re.compile("/desk$"))

    def seat_code(self) -> str:
        """The nine digits that move this seat to another phone."""
        self.page.goto("/device")
        return self.page.locator(".code").inner_text()

    def leave_by(self, button: Locator) -> None:
        """Press, and wait until another page stands there: what was sent is acknowledged."""
        before = self.page.evaluate("performance.timeOrigin")
        self.hand.press(button)
        self.page.wait_for_function(
            "before => performance.timeOrigin !== before && document.readyState !== 'loading'",
            arg=before,
        )

    @property
    def path(self) -> str:
        """Where the phone is."""
        return urlsplit(self.page.url).path
