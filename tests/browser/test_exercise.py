"""A whole exercise of the 45 minute format: one who leads, the screen, and four phones."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.fingers import pick
from tests.browser.hand import settle
from tests.browser.net import polling_only, without_sockets
from tests.browser.phone import Phone
from tests.live import LiveServer

PHONES = (
    (390, "nb", "kontaktlaerer"),
    (320, "nn", "helsesykepleier"),
    (390, "nn", "bup"),
    (320, "nb", "kontaktperson-barnevern"),
)
NETS: dict[str, Callable[[Page], None]] = {
    "sockets": lambda _page: None,
    "polling": polling_only,
    "none": without_sockets,
}


class Room:
    """Everybody in it. ``net`` is done to every page before it opens anything."""

    def __init__(self, server: LiveServer, new_page: NewPage, net: Callable[[Page], None]) -> None:
        def page(width: int, lang: str = "nb") -> Page:
            made = new_page(width, lang, base_url=server.address)
            net(made)
            return made

        self.screen = page(1920)
        self.screen.goto(server.projector)
        self.screen.wait_for_url(re.compile("/projector/"))
        self.phones: dict[str, Phone] = {}
        for width, lang, seat in PHONES:
            phone = Phone(page(width, lang))
            phone.arrive(server.pin, seat, lang)
            self.phones[seat] = phone
        self.console = Console.by_link(page(1280), server.facilitator)

    def everybody(self) -> list[Phone]:
        """All four phones."""
        return list(self.phones.values())

    def settle(self) -> int:
        """Everybody does what waits; how many acts that was."""
        return sum(settle(phone) for phone in self.everybody())


@pytest.mark.proof
@pytest.mark.parametrize("net", NETS)
def test_a_whole_45_minute_exercise(
    start_server: Callable[..., LiveServer],
    new_page: NewPage,
    net: str,
    record_property: Callable[[str, object], None],
) -> None:
    """Moved on by the facilitator's own controls, to the last phase of the gjennomgang.

    No page breaks the content policy or throws (``new_page`` sees to that), on every net (E8).
    """
    began = time.monotonic()
    server = start_server(format_name="45")
    room = Room(server, new_page, NETS[net])
    console, phones = room.console, room.phones
    acts = 0
    console.start()
    for phone in room.everybody():
        expect(phone.page.locator(".moment-told")).to_be_visible()
    console.press("clock.autopilot")
    console.press("leg.end")
    expect(room.screen.locator(".play")).to_be_visible()
    for inject in ("I11", "I12", "I13", "I25"):
        console.input(inject, "release")
    acts += room.settle()
    console.press("clock.pause")
    expect(phones["bup"].page.locator(".moment")).to_be_visible()
    console.press("clock.resume")
    acts += _talk(room)
    console.writes(["bup"], "Emmas far", "Kan dere ringe i kveld?", "Far har ringt")
    acts += room.settle()
    _probe(room)

    console.press("leg.end")
    _meeting(room)
    console.press("leg.end")
    _interlude(room)
    console.press("clock.jump")
    console.input("I16", "release")
    console.input("I18", "skip")
    acts += room.settle()
    _probe(room)
    console.press("leg.end")
    _meeting(room)
    console.ends()
    _after(room)
    record_property("acts", acts)
    record_property("minutes", round((time.monotonic() - began) / 60, 1))
    assert acts >= 8


def _talk(room: Room) -> int:
    """What people do of themselves: say, hand over, listen, claim; the others confirm."""
    teacher, nurse = room.phones["kontaktlaerer"], room.phones["helsesykepleier"]
    teacher.to_colleague("agreed", "helsesykepleier")
    teacher.agreed_now("helsesykepleier", "Du ringer hjem i dag.")
    nurse.to_colleague("handover", "bup")
    nurse.page.locator("[name='body.request']").fill("Møt Emma den første dagen.")
    pick(nurse.page.locator("[name='body.by']").first)
    nurse.tick(2)
    nurse.send()
    nurse.claim()
    nurse.page.goto("/desk/do/listen")
    nurse.listen_now()
    return 4


def _probe(room: Room) -> None:
    room.console.press("probe.open")
    for phone in room.everybody():
        phone.desk()
        phone.answer_probe()
    room.console.press("probe.close")


def _meeting(room: Room) -> None:
    scribe = room.phones["helsesykepleier"]
    for phone in room.everybody():
        phone.desk()
        phone.go_to_meeting()
    scribe.take_pen()
    scribe.decide("Kontaktperson ringer hver fredag.", owner="kontaktperson-barnevern")
    for phone in room.everybody():
        expect(phone.page.locator(".minutes")).to_contain_text("hver fredag")
    expect(room.screen.locator(".screen-headlines")).to_contain_text("hver fredag")


def _interlude(room: Room) -> None:
    expect(room.screen.locator(".interlude")).to_be_visible()
    for phone in room.everybody():
        phone.desk()
        expect(phone.page.locator(".moment-list")).to_be_visible()
        if phone.page.locator("button[value^='kind=interlude.confirm']").count():
            phone.tap("interlude.confirm")


def _after(room: Room) -> None:
    for phone in room.everybody():
        phone.desk_over()
        phone.first_impression("Vi fikk navn på ting.", "Å vente.")
        phone.review()
    for stage in ("reactions", "description", "analysis", "application"):
        room.console.opens(stage)
        room.screen.locator(f"[data-mark^='{stage}-']").wait_for(state="attached")
        for phone in room.everybody():
            phone.follows(stage)
