"""Filling in forms by the names of their fields, so that any verb of the desk can be driven."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.phone import Phone

FORM = "form[data-act]"
"""The form of a verb, of a reply, of an answer with own words."""


def opens(phone: Phone, path: str) -> None:
    """Go to a page that must be there for this seat."""
    answer = phone.page.goto(path)
    assert answer is not None
    assert answer.ok, f"{path}: {answer.status}"


def fills(phone: Phone, **fields: str) -> None:
    """Write, choose or tick each field ``body.<name>``.

    ``name__many`` ends on ``[]`` and ``__`` is a dot; '' ticks the first box or choice.
    """
    for name, value in fields.items():
        wanted = name.replace("__many", "[]").replace("__", ".")
        _fill(phone, phone.page.locator(f"{FORM} [name='body.{wanted}']"), value)


def _fill(phone: Phone, field: Locator, value: str) -> None:
    folded = field.first.locator("xpath=ancestor::details[not(@open)]")
    for outer in range(folded.count()):
        phone.hand.press(folded.nth(outer).locator("> summary"))
    if field.first.evaluate("each => each.matches('select')"):
        phone.hand.choose(field, value)
    elif field.first.evaluate("each => each.matches('[type=radio], [type=checkbox]')"):
        wanted = field.and_(phone.page.locator(f"[value='{value}']")) if value else field.first
        phone.hand.pick(wanted)
    else:
        phone.hand.write(field, value)


def does(phone: Phone, path: str, **fields: str) -> None:
    """Open a verb's form, fill it in and send it."""
    opens(phone, path)
    fills(phone, **fields)
    phone.send()
