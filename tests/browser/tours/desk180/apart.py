"""What stands beside play: the catalogue, from a seat and from the library, and advice."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.leader import Leader
from tests.browser.tours.desk180.cast import NURSE, Cast, begins


def tour(cast: Cast) -> None:
    """Roles and words, then a coached exercise of its own."""
    nurse = cast[NURSE]
    nurse.desk("team")
    nurse.leave_by(nurse.page.locator("#team a[href$='/catalogue']"))
    _catalogue(cast, nurse.page, "a seat")
    page = cast.console.page
    page.goto("/catalogue")
    _catalogue(cast, page, "whoever leads")
    _advice(cast)


def _catalogue(cast: Cast, page: Page, who: str) -> None:
    cast.stage.looks.at(page, f"catalogue, {who}")
    page.goto("/catalogue/words")
    cast.stage.looks.at(page, f"catalogue, words, {who}")
    for role in ("R17", "R26", "R48"):
        page.goto(f"/catalogue/roles/{role}")
        cast.stage.looks.at(page, f"catalogue, {role}, {who}")


def _advice(cast: Cast) -> None:
    console = cast.console
    console.create("emma:180", support="Kari", mode="coached")
    coached = cast.stage.phone()
    coached.arrive(console.pin, "Kari", cast.stage.lang)
    leader = Leader(cast.stage.page(), cast.stage.server.facilitator, console.exercise)
    begins(leader)
    coached.to_desk()
    coached.open("inject.I33")
    cast.stage.looks.at(coached.page, "item, advice on offer")
    coached.tap("coach.ask")
    cast.stage.looks.at(coached.page, "item, advice given")
    item = coached.path.rpartition("/")[2]
    for verb in ("answer", "share", "handover", "ask", "wonder"):
        coached.page.goto(f"/desk/do/{verb}?item={item}")
        cast.stage.looks.at(coached.page, f"verb {verb}, with advice")
