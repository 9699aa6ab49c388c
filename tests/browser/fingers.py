"""Hands: how somebody presses, chooses and writes; by mouse, by thumb or by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


class Fingers:
    """A mouse. Counts what it presses and chooses; typing is not counted."""

    def __init__(self) -> None:
        self.activations = 0

    def press(self, target: Locator) -> None:
        """A link, a button, a summary."""
        self.activations += 1
        target.click()

    def pick(self, field: Locator) -> None:
        """A radio or a box, by its label; nothing may lie over it."""
        label = field.locator("xpath=ancestor::label[1]")
        if not field.is_checked():
            self.press(label)
        if not field.is_checked():
            # What came just then moved it from under the finger; one does it again.
            self.press(label)
        expect(field).to_be_checked()

    def write(self, field: Locator, text: str) -> None:
        """Text in a field."""
        field.fill(text)

    def choose(self, field: Locator, value: str) -> None:
        """One option of a list."""
        self.activations += 1
        field.select_option(value)


class Thumb(Fingers):
    """A touch screen: taps alone."""

    def press(self, target: Locator) -> None:
        """Tap it where it is."""
        self.activations += 1
        target.tap()


def pick(field: Locator) -> None:
    """Choose a radio or a box by its label, with a mouse."""
    Fingers().pick(field)
