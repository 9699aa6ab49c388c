"""How a hand chooses: by pressing what is written beside the circle or the box."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


def pick(field: Locator) -> None:
    """Choose a radio or a box by its label; nothing may lie over it."""
    if not field.is_checked():
        field.locator("xpath=ancestor::label[1]").click()
    expect(field).to_be_checked()
