"""Leave and listening: asked at a desk, answered at the console and by a guest, told back."""

from __future__ import annotations

from tests.browser.phone import Phone
from tests.browser.tours.desk180.cast import BUP, NURSE, TEACHER, WELFARE, Cast
from tests.browser.tours.desk180.forms import does, fills, opens


def tour(cast: Cast) -> None:
    """Whoever leads answers first; then a guest plays Emma; then nobody does."""
    _panel(cast)
    _asked(cast)
    _heard(cast)
    _guest(cast)
    _may_share(cast)


def _panel(cast: Cast) -> None:
    cast.console.come_back()
    cast.stage.looks.at(cast.console.page, "console, family, nobody waits")
    for giver in ("child", "parent"):
        cast.console.family(f"kind=family.play&giver={giver}&player=leader")


def _asked(cast: Cast) -> None:
    nurse, console = cast[NURSE], cast.console
    does(nurse, "/desk/do/consent", giver="child", about="share", why="Så de kan hjelpe deg.",
         lasts="weeks", may_withdraw="true", to__many=TEACHER, facts__many="")  # fmt: skip
    does(nurse, "/desk/do/consent", giver="parent", about="plan", why="Så alle vet hva vi gjør.")
    cast.place(NURSE, "child", "leave asked for")
    console.family(f"kind=family.wait&request={NURSE}-1")
    cast.stage.looks.at(console.page, "console, family, two ask")
    cast.place(NURSE, "child", "leave, needs time")
    link = console.page.locator(f"#family a[href*='/family/request/{NURSE}-1']")
    link.click()
    cast.stage.looks.at(console.page, "console, family, own words")
    form = Phone(console.page)
    fills(form, answer="limited", facts__many="", to__many=TEACHER, text="Bare til læreren.")
    form.send()
    console.family(f"kind=consent.answer&request={NURSE}-2&answer=full")
    cast.stage.looks.at(console.page, "console, family, leave given")
    cast.place(NURSE, "child", "leave, some and all")
    console.family(f"kind=consent.withdraw&request={NURSE}-1")
    cast.place(NURSE, "child", "leave, withdrawn")


def _heard(cast: Cast) -> None:
    nurse, console = cast[NURSE], cast.console
    opens(nurse, "/desk/do/listen")
    nurse.listen_now()
    opens(cast[BUP], "/desk/do/listen")
    cast[BUP].listen_now("parent")
    cast.place(NURSE, "child", "asked, no answer yet")
    console.come_back()
    cast.stage.looks.at(console.page, "console, family, two listen")
    console.page.locator(f"#family a[href*='/family/listening/{NURSE}-1']").click()
    cast.stage.looks.at(console.page, "console, family, her own words")
    form = Phone(console.page)
    fills(form, text="Jeg vil at noen spør meg først.")
    form.send()
    console.family(f"kind=family.keep_silent&listening={BUP}-1")
    cast.place(BUP, "child", "silence")
    cast.place(NURSE, "child", "her words")
    opens(nurse, f"/desk/do/tell?about={NURSE}-1")
    cast.look(NURSE, "verb tell")
    fills(nurse, text="Jeg sa det til læreren, slik du ville.")
    nurse.send()
    cast.place(NURSE, "child", "her words, told back")


def _guest(cast: Cast) -> None:
    guest, console = cast.guest, cast.console
    guest.page.goto("/family")
    cast.stage.looks.at(guest.page, "family, not asked")
    console.come_back()
    console.family("kind=family.play&giver=child&player=person")
    guest.page.goto("/lobby")
    cast.stage.looks.at(guest.page, "lobby, asked to play Emma")
    guest.page.goto("/family")
    cast.stage.looks.at(guest.page, "family, asked")
    guest.leave_by(guest.page.locator("button[name=says][value=yes]"))
    cast.stage.looks.at(guest.page, "family, nobody waits")
    opens(cast[WELFARE], "/desk/do/listen")
    cast[WELFARE].listen_now()
    does(cast[WELFARE], "/desk/do/consent", giver="child", about="share", why="For å hjelpe.",
         to__many=TEACHER, facts__many="")  # fmt: skip
    answer = guest.page.locator(f"a[href$='/family/answer/request/{WELFARE}-1']")
    answer.wait_for()
    cast.stage.looks.at(guest.page, "family, two wait")
    guest.leave_by(answer)
    cast.stage.looks.at(guest.page, "family, own words")
    fills(guest, answer="full")
    guest.send()
    guest.page.locator("#tap").wait_for(state="attached")
    cast.stage.looks.at(guest.page, "family, leave given")
    console.come_back()
    cast.stage.looks.at(console.page, "console, family, a guest plays")


def _may_share(cast: Cast) -> None:
    nurse = cast[NURSE]
    nurse.page.goto("/desk?place=role")
    nurse.page.locator("#role details.rule > summary").first.click()
    nurse.leave_by(nurse.page.locator("#role a[href*='/desk/cards/']").first)
    cast.look(NURSE, "may I share, nobody chosen")
    nurse.choose(TEACHER)
    nurse.leave_by(nurse.page.locator("form[method=get] [type=submit]"))
    cast.look(NURSE, "may I share, with the teacher")
