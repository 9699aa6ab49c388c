"""The gjennomgang, phase by phase, for a participant, whoever leads, and the room."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.console import Console
from tests.browser.stage import Stage
from tests.browser.tours.play import Cast

STAGES = ("reactions", "description", "analysis", "application")
PAGES = (
    "five-r",
    "handovers",
    "clarity",
    "responses",
    "child",
    "looks",
    "lenses",
    "lanes",
    "replay",
    "replay?at=60&as=bup",
    "timeline",
    "timeline?r=roller",
)


OWN = ("documents",)
"""Pages for whoever leads alone."""


def tour(stage: Stage, cast: Cast) -> None:
    """Every phase and every page behind the analysis, through all three pairs of eyes."""
    console = Console.by_link(stage.page(), stage.server.facilitator)
    exercise = console.exercise
    screen = stage.screen()
    person = cast.nurse.page
    person.goto("/gjennomgang/vis/five-r")
    stage.looks.at(person, "figures not open yet")
    person.goto("/gjennomgang")
    for name in STAGES:
        console.opens(name)
        _three(stage, console.page, screen, person, name)
        if name == "analysis":
            _pages(stage, console.page, screen, person, exercise)
            console.page.goto(f"/gjennomgang/{exercise}")
            screen.goto(f"/gjennomgang/{exercise}")
            person.goto("/gjennomgang")


def _three(stage: Stage, leader: Page, screen: Page, person: Page, name: str) -> None:
    stage.looks.at(leader, f"{name}, whoever leads")
    # The others follow by themselves.
    for page in (screen, person):
        page.locator(f"[data-mark^='{name}-']").wait_for(state="attached")
    stage.looks.at(screen, f"{name}, the room")
    stage.looks.at(person, f"{name}, a participant")


def _pages(stage: Stage, leader: Page, screen: Page, person: Page, exercise: str) -> None:
    for name in PAGES:
        leader.goto(f"/gjennomgang/{exercise}/1/{name}")
        stage.looks.at(leader, f"{name}, whoever leads")
        screen.goto(f"/gjennomgang/{exercise}/1/{name}")
        stage.looks.at(screen, f"{name}, the room")
        person.goto(f"/gjennomgang/vis/{name}")
        stage.looks.at(person, f"{name}, a participant")
    for name in OWN:
        leader.goto(f"/gjennomgang/{exercise}/1/{name}")
        stage.looks.at(leader, f"{name}, whoever leads")
