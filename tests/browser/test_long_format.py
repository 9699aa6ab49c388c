"""The long format, sampled: quick enough for every submission (the proof looks at all of it)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.console import Console
from tests.browser.fingers import Thumb
from tests.browser.leader import Leader
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.browser.tours.desk180.cast import TEACHER, WELFARE, begins
from tests.browser.tours.desk180.forms import fills
from tests.live import LiveServer

FIVE = ("rammer", "retning", "roller", "regler", "relasjoner")


def test_one_thumb_asks_plans_reports_decides_and_signs(
    start_server: Callable[..., LiveServer], new_page: NewPage, looks: Looks
) -> None:
    """C1, C2, C11 at 320 px: leave that the console answers for Emma, a goal, a letter, a decision
    and the agreement, each by the links that the desk itself shows."""
    server = start_server(format_name="180")
    phone = Phone(new_page(320, base_url=server.address), Thumb())
    phone.arrive(server.pin, "Kari")
    leader = Leader(new_page(1280, base_url=server.address), server.facilitator, server.exercise)
    begins(leader)
    phone.to_desk()
    _leave(phone, Console(leader.page), looks)
    _goal(phone, looks)
    _letter_and_decision(phone, looks)
    _agreement(phone, looks)


def _leave(phone: Phone, console: Console, looks: Looks) -> None:
    page = phone.page
    console.come_back()
    console.family("kind=family.play&giver=child&player=leader")
    phone.desk("child")
    phone.leave_by(page.locator("#child a[href$='/do/consent']"))
    looks.at(page, "consent")
    fills(phone, giver="child", about="share", facts__many="", to__many=WELFARE,
          why="Så noen kan ringe deg.", may_withdraw="true")  # fmt: skip
    phone.send()
    console.family(f"kind=consent.answer&request={TEACHER}-1&answer=full")
    looks.at(console.page, "console, leave given")
    expect(page.locator("[aria-labelledby=leave-asked]")).to_contain_text("Emma sier ja")


def _goal(phone: Phone, looks: Looks) -> None:
    page = phone.page
    phone.leave_by(page.locator("#child a[href$='/desk/plan']"))
    phone.leave_by(page.locator("a[href$='/do/goal']"))
    fills(phone, words="Jeg vil rekke musikken på torsdag.")
    phone.send()
    expect(page.locator(".goal h2")).to_have_text("Jeg vil rekke musikken på torsdag.")
    looks.at(page, "plan")


def _letter_and_decision(phone: Phone, looks: Looks) -> None:
    page = phone.page
    phone.desk("child")
    phone.leave_by(page.locator("#child a[href$='/do/notify']"))
    fills(phone, to=WELFARE, text="Hun er mye trøtt, og vil ikke hjem etter skolen.")
    looks.at(page, "notify")
    phone.send()
    phone.desk("role")
    expect(page.locator("[aria-labelledby=i-wait]")).to_contain_text("Hun er mye trøtt")
    phone.desk("child")
    phone.leave_by(page.locator("#child a[href$='/do/decide']"))
    fills(phone, text="Jeg møter henne ved døra hver dag.", owner=TEACHER, by="1w")
    looks.at(page, "decide")
    phone.send()


def _agreement(phone: Phone, looks: Looks) -> None:
    page = phone.page
    phone.desk("team")
    phone.leave_by(page.locator("#team a[href$='/do/pact']"))
    fills(phone, **dict.fromkeys(FIVE, "Vi ringer, vi skriver ikke."))
    phone.send()
    looks.at(page, "agreement")
    expect(page.locator("[aria-labelledby=our-pact]")).to_contain_text("Kontaktlærer")
