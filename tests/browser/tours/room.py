"""The facilitator's pages and the screen in the room, while two people play."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.console import Console
from tests.browser.fingers import pick
from tests.browser.stage import Stage
from tests.browser.tours.play import NURSE, Cast


def library(stage: Stage) -> None:
    """The library: as it is found, refused, and an exercise made."""
    console = Console.by_link(stage.page(), stage.server.facilitator)
    page = console.page
    page.goto("/library")
    stage.looks.at(page, "library")
    pick(page.locator("[name=play][value='emma:90']"))
    page.locator(".new-form [type=submit]").click()
    page.locator("[role=alert]").wait_for()
    stage.looks.at(page, "library, something missing")
    console.create("emma:45", people=4)
    stage.looks.at(page, "console, new exercise")


def people(stage: Stage) -> Cast:
    """Two who have come in."""
    nurse, teacher = stage.phone(), stage.phone()
    for phone, name in ((nurse, "Kari"), (teacher, "Ola")):
        phone.arrive(stage.server.pin, name, stage.lang)
    return Cast(nurse, teacher)


def tour(stage: Stage, cast: Cast) -> None:
    """From the lobby to the end; play stands in its first scene when the pages come back."""
    console = Console.by_link(stage.page(), stage.server.facilitator)
    screen = stage.screen()
    _both(stage, console.page, screen, "lobby")
    console.start()
    console.press("clock.autopilot")
    screen.locator(".play").wait_for()
    _both(stage, console.page, screen, "running")
    console.input("I02", "release")
    console.input("I28", "hold")
    console.writes([NURSE], "Rektor", "Kan du se innom i dag?", "Det er foreldremøte i kveld")
    console.notes("Mye stille prat ved bord to.")
    cast.nurse.page.goto("/desk/help")
    cast.nurse.page.locator("details.menu > summary").click()
    cast.nurse.page.locator("form[action$='/touched'] [type=submit]").click()
    console.page.locator(".care").wait_for()
    screen.locator(".screen-headlines").wait_for()
    _both(stage, console.page, screen, "something written")
    console.page.keyboard.press("?")
    stage.looks.at(console.page, "console, keys")
    console.page.keyboard.press("Escape")
    console.press("clock.pause")
    screen.locator(".still").wait_for()
    _both(stage, console.page, screen, "paused")
    console.press("clock.resume")
    console.press("leg.end")
    screen.locator(".interlude").wait_for()
    _both(stage, console.page, screen, "interlude")
    console.press("clock.jump")
    screen.locator(".told").wait_for()
    _both(stage, console.page, screen, "told")
    console.press("leg.end")
    screen.locator(".meeting").wait_for()
    _both(stage, console.page, screen, "meeting")
    console.press("leg.end")
    console.press("clock.jump")
    console.press("probe.open")
    screen.locator(".screen-count").wait_for()
    _both(stage, console.page, screen, "probe")
    console.press("probe.close")
    console.ends()
    screen.locator(".over").wait_for()
    _both(stage, console.page, screen, "over")


def _both(stage: Stage, console: Page, screen: Page, state: str) -> None:
    stage.looks.at(console, f"console, {state}")
    stage.looks.at(screen, f"screen, {state}")
