"""One person alone in the solo format: from the wait to mitt kart, with nobody to lead."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.hand import REPLIES
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.browser.tours.desk180.forms import fills

LOOK_EVERY_MS = 3_000


def begins(phone: Phone, looks: Looks) -> None:
    """Begin when ready, and read what is told."""
    looks.at(phone.page, "ready")
    phone.leave_by(phone.page.locator("form:has([value='play.start']) [type=submit]"))
    for _scene in range(2):
        expect(phone.page.locator(".moment-told")).to_be_visible()
        looks.at(phone.page, "told")
        title = phone.page.locator(".moment-told h2").inner_text()
        phone.hand.press(phone.page.locator("button[value='kind=leg.end']"))
        expect(phone.page.get_by_role("heading", name=title)).to_have_count(0)


def asks_the_family(phone: Phone, looks: Looks) -> None:
    """The first thing that comes, with advice, and the question to the parents
    that it leads to."""
    phone.open("inject.I50")
    phone.tap("coach.ask")
    expect(phone.page.locator(".coach-way").first).to_be_visible()
    looks.at(phone.page, "advice")
    phone.leave_by(phone.page.locator(".coach a[href$='/do/ask_family']"))
    fills(phone, giver="parent", why="Én å ringe til, som vet hvem som gjør hva.", may_withdraw="")
    looks.at(phone.page, "the family is asked")
    phone.send()


def is_appointed(phone: Phone) -> None:
    """The parents say yes; whoever plays names herself, and Emma writes."""
    phone.desk("team")
    phone.leave_by(phone.page.locator("#team a[href$='/do/appoint']"))
    fills(phone, to="ke", title="barnekoordinator")
    phone.send()
    phone.awaits("inject.I56")
    phone.open("inject.I56")
    phone.answer("Jeg vet det ikke ennå. Du får navnene fredag.")


def rests(phone: Phone, looks: Looks) -> None:
    """A pause stops the clock, and so does a rest; both let go again."""
    phone.desk()
    phone.tap("clock.pause")
    expect(phone.page.locator("button[value='kind=clock.resume']")).to_be_visible()
    looks.at(phone.page, "paused")
    phone.tap("clock.resume")
    phone.rest()
    phone.leave_by(phone.page.locator("[name=kind][value='care.return']"))
    expect(phone.page.locator("button[value='kind=clock.pause']")).to_be_visible()


def lives_the_week(phone: Phone) -> list[str]:
    """Meet all that comes, at the pace it comes, until the week is over; what was met."""
    met: list[str] = []
    while True:
        phone.desk()
        if phone.page.locator("button[value='kind=clock.jump']").count():
            return met
        if phone.page.locator("a[href$='/desk/probe']").count():
            phone.answer_probe()
            continue
        lines = phone.page.locator(".items-waiting button.item").all()
        waiting = [line.get_attribute("value") or "" for line in lines]
        new = [item for item in waiting if item not in met]
        if new:
            met.append(new[0])
            _meets(phone, new[0])
        else:
            phone.page.wait_for_timeout(LOOK_EVERY_MS)


def _meets(phone: Phone, item: str) -> None:
    """Open a thing, and do what its page offers: reply as one does, else share, else a line."""
    phone.open(item)
    kind = item.partition(".")[0]
    if kind in REPLIES:
        REPLIES[kind](phone)
    elif item.startswith("inject.I54"):
        phone.share(["nav"])
    elif phone.page.locator("a[href*='/do/answer']").count():
        phone.answer("Takk for at du sier fra. Jeg tar det i dag, og ringer deg etterpå.")


def ends_the_scene(phone: Phone) -> None:
    """On to what comes next, without waiting for the rest."""
    phone.desk()
    phone.hand.press(phone.page.locator(".alone summary"))
    phone.tap("leg.end")


def leads_the_meeting(phone: Phone, looks: Looks) -> None:
    """Over the jump, into the meeting, and one decision with an owner."""
    phone.desk()
    looks.at(phone.page, "interlude, alone")
    phone.tap("clock.jump")
    phone.go_to_meeting()
    phone.take_pen()
    phone.decide("Emma går på musikk på torsdager.", owner="rektor", point=2)
    phone.desk()
    looks.at(phone.page, "meeting, alone")
    if not phone.page.locator(".alone details[open]").count():
        phone.hand.press(phone.page.locator(".alone summary"))
    phone.tap("leg.end")


def opens_the_gjennomgang(phone: Phone, looks: Looks) -> None:
    """First impressions, then the four phases by one's own hand."""
    phone.first_impression("Familien fikk ett navn.", "Å ikke gjøre alt selv.")
    looks.at(phone.page, "thanks, alone")
    phone.review()
    for stage in ("description", "analysis", "application"):
        phone.leave_by(phone.page.locator(f".steering [value='{stage}']"))
        phone.follows(stage)
        looks.at(phone.page, stage)


def takes_the_map_home(phone: Phone, looks: Looks, folder: Path) -> str:
    """Mitt kart, to look at and as a file; the file's text."""
    phone.leave_by(phone.page.locator("a[href$='/map']"))
    looks.at(phone.page, "mitt kart")
    with phone.page.expect_download() as coming:
        phone.hand.press(phone.page.locator("a[href$='/map/file']"))
    kept = folder / coming.value.suggested_filename
    coming.value.save_as(kept)
    return kept.read_text("utf-8")
