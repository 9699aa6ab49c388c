"""The way in, the ways not in, and the pages for what goes wrong."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.browser.stage import Stage

GUESS = """async (pin) => {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  for (let n = 0; n < 10; n += 1) {
    await fetch("/join", {method: "POST", body: new URLSearchParams({csrf_token: token, pin})});
  }
}"""


def tour(stage: Stage) -> None:
    """Everything a newcomer can meet before they have a role, and what others meet at the door."""
    phone = stage.phone()
    _front(stage, phone)
    _errors(stage, phone.page)
    _login(stage, stage.page())
    _names(stage, phone)
    leader = stage.leader()
    _doors(stage, leader)


def _wrong(stage: Stage) -> str:
    return "000000" if stage.server.pin != "000000" else "999999"


def _front(stage: Stage, phone: Phone) -> None:
    phone.page.goto("/")
    stage.looks.at(phone.page, "front")
    phone.type_pin(_wrong(stage))
    stage.looks.at(phone.page, "front, PIN wrong")
    phone.page.goto("/j")
    stage.looks.at(phone.page, "QR code without a token")


def _errors(stage: Stage, page: Page) -> None:
    page.goto("/desk")
    stage.looks.at(page, "403")
    page.goto("/nowhere")
    stage.looks.at(page, "404")
    guesser = stage.phone()
    guesser.page.goto("/")
    guesser.page.evaluate(GUESS, _wrong(stage))
    guesser.type_pin(_wrong(stage))
    assert guesser.page.locator(".door-card").count()
    assert not guesser.page.locator("#pin").count(), "the tenth wrong PIN should be the last"
    stage.looks.at(guesser.page, "429")


def _login(stage: Stage, page: Page) -> None:
    page.goto("/login")
    stage.looks.at(page, "login")
    page.locator("#email").fill("kari@example.invalid")
    page.locator("#password").fill("ikke dette passordet")
    page.locator(".login-form [type=submit]").click()
    page.locator("[role=alert]").wait_for()
    stage.looks.at(page, "login, wrong")


def _names(stage: Stage, phone: Phone) -> None:
    phone.page.goto("/")
    phone.type_pin(stage.server.pin)
    stage.looks.at(phone.page, "join, name")
    phone.give_name("kari@example.no", stage.lang)
    phone.page.locator("#name-error").wait_for()
    stage.looks.at(phone.page, "join, name refused")
    phone.give_name("Kari", stage.lang)
    phone.page.locator("form[action$='/lobby/role']").wait_for()
    stage.looks.at(phone.page, "lobby")
    phone.page.goto("/")
    stage.looks.at(phone.page, "front, with a place")


def _doors(stage: Stage, leader: Leader) -> None:
    leader.sets_door("admit")
    waiting = stage.phone()
    waiting.join(stage.server.pin, "Ola", stage.lang)
    waiting.page.locator("[data-wait]").wait_for()
    stage.looks.at(waiting.page, "lobby, waiting")
    leader.sets_door("locked")
    late = stage.phone()
    late.page.goto("/")
    late.type_pin(stage.server.pin)
    stage.looks.at(late.page, "front, door locked")
    leader.sets_door("open")
