"""Planen: its forms, and its five views from inside and from outside."""

from __future__ import annotations

from tests.browser.phone import Phone
from tests.browser.tours.desk180.cast import KE, NURSE, TEACHER, Cast
from tests.browser.tours.desk180.forms import does, fills, opens

VIEWS = ("planen", "min-sak", "stafettlogg", "individuell-plan", "referat")


def tour(cast: Cast) -> None:
    """Empty; with a goal and two measures; after an evaluation."""
    nurse = cast[NURSE]
    _views(cast, NURSE, "empty")
    does(nurse, "/desk/do/goal", words="Jeg vil rekke musikken på torsdag.", listening=f"{NURSE}-1",
         resources="Emma spiller piano, og farmor henter.")  # fmt: skip
    _views(cast, NURSE, "a goal")
    goal = f"/desk/do/measure?about={_about(cast, 'measure')}"
    opens(nurse, goal)
    cast.look(NURSE, "verb measure")
    fills(nurse, text="Kort vei inn om morgenen.", owner=TEACHER, by="1w",
          expected="Hun kommer til musikken.", how="To ganger i uka.", helpers__many=NURSE,
          family="Mor kjører.")  # fmt: skip
    nurse.send()
    does(nurse, goal, text="En voksen å gå til.", owner=NURSE, by="1wd")
    opens(nurse, f"/desk/do/goal?about={_about(cast, 'goal')}")
    cast.look(NURSE, "verb goal, said anew")
    opens(nurse, f"/desk/do/remeasure?about={_about(cast, 'remeasure')}")
    cast.look(NURSE, "verb remeasure")
    measure = _about(cast, "evaluate")
    opens(nurse, f"/desk/do/evaluate?about={measure}")
    cast.look(NURSE, "verb evaluate")
    fills(nurse, effect="better", verdict="keep", by="2w", line="Hun kom to dager.",
          listening=f"{NURSE}-1")  # fmt: skip
    nurse.send()
    nurse.page.goto("/desk/plan")
    nurse.tap("plan.lead")
    _views(cast, NURSE, "evaluated")
    _views(cast, KE, "from outside")
    cast.place(TEACHER, "inbox", "in the plan")
    cast.place(NURSE, "child", "her words in the plan")
    _owned(cast)


def _owned(cast: Cast) -> None:
    """The family reads its case and the log, and writes in it: at the console, and a guest."""
    console, guest = cast.console, cast.guest
    console.come_back()
    cast.stage.looks.at(console.page, "console, family, their case and log")
    console.page.locator("#family a[href*='/family/note/parent']").click()
    console.page.locator("form.verb-form").wait_for()
    cast.stage.looks.at(console.page, "console, family, writes in the log")
    form = Phone(console.page)
    fills(form, says="disputes", line="", text="Vi kjørte henne hver dag.")
    form.send()
    guest.page.goto("/family")
    cast.stage.looks.at(guest.page, "family, her case and log")
    guest.leave_by(guest.page.locator("a[href*='/family/note/child']"))
    cast.stage.looks.at(guest.page, "family, writes in the log")
    fills(guest, says="adds", text="Jeg vil gjerne spille mer.")
    guest.send()
    opens(cast[NURSE], "/desk/plan?view=stafettlogg")
    cast.look(NURSE, "plan stafettlogg, with lines of the family")


def _views(cast: Cast, seat: str, how: str) -> None:
    for view in VIEWS:
        opens(cast[seat], f"/desk/plan?view={view}")
        cast.look(seat, f"plan {view}, {how}")


def _about(cast: Cast, verb: str) -> str:
    """What the first link to a verb is about."""
    nurse = cast[NURSE]
    nurse.page.goto("/desk/plan")
    link = nurse.page.locator(f"a[href*='/do/{verb}?about=']").first
    return (link.get_attribute("href") or "").rpartition("=")[2]
