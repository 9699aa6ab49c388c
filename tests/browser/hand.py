"""A hand that does what waits on a phone, one sensible act for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.fingers import pick
from tests.browser.phone import Phone


def settle(phone: Phone, most: int = 12) -> int:
    """Go through the inbox until nothing waits, or ``most`` acts are done; how many there were."""
    for done in range(most):
        phone.desk()
        waiting = phone.page.locator(".items-waiting button.item")
        if not waiting.count():
            return done
        item = waiting.first.get_attribute("value") or ""
        kind = item.partition(".")[0]
        phone.open(item)
        REPLIES.get(kind, _line)(phone)
    return most


def _line(phone: Phone) -> None:
    phone.answer("Jeg tar det i dag, og sier fra når det er gjort.")


def _take_over(phone: Phone) -> None:
    phone.tap("handover.take_over")
    phone.read_back("Jeg ringer hjem i dag.")
    phone.tap("handover.start")
    phone.tap("handover.tell")


def _lead(phone: Phone) -> None:
    form = phone.page.locator("form.reply")
    pick(form.locator("[name='body.verdict'][value=backs]"))
    form.locator("textarea").fill("Jeg står bak dette.")
    phone.send()


REPLIES: dict[str, Callable[[Phone], None]] = {
    "handover": _take_over,
    "agreement": lambda phone: phone.tap("agreement.confirm"),
    "meeting": lambda phone: phone.tap("meeting.reply"),
    "task": lambda phone: phone.tap("task.accept"),
    "baton": lambda phone: phone.tap("baton.accept"),
    "escalation": _lead,
}
"""What a kind of item is answered with; everything else with a line."""
