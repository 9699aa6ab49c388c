"""An ansvarsgruppe and a drøftingsmøte, from the call to how they ended, in every width."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import NewPage
from tests.browser.looks import Looks
from tests.browser.phone import Phone
from tests.browser.stage import Stage
from tests.live import LiveServer

NURSE, TEACHER = "helsesykepleier", "kontaktlaerer"
AGAIN = {"nb": "Dere ses igjen", "en": "You meet again"}


@pytest.fixture
def stage(
    start_server: Callable[..., LiveServer],
    new_page: NewPage,
    looks: Looks,
    lang: str,
    width: int,
) -> Stage:
    """The long format, served; it has the meetings that the short ones do not."""
    return Stage(start_server(format_name="180"), new_page, width, lang, looks)


def _call(phone: Phone, sort: str, **also: str) -> None:
    """Fill in the form of Kall inn for a sort of meeting, and send it."""
    phone.page.goto("/desk/do/meet")
    phone.page.locator("form[data-act]").wait_for()
    phone.hand.pick(phone.page.locator(f"[name='body.sort'][value='{sort}']"))
    phone.hand.press(phone.page.locator("details.about:has([name='body.agenda']) > summary"))
    for name, value in also.items():
        field = phone.page.locator(f"[name='body.{name}']")
        if field.count():
            phone.hand.write(field, value)
        else:
            phone.hand.pick(phone.page.locator(f"[name='body.{name}[]'][value='{value}']"))
    phone.call_meeting(NURSE, "Hvem gjør hva for Emma nå")


@pytest.mark.proof
@pytest.mark.parametrize(("lang", "width"), [("nb", 320), ("en", 320), ("nb", 1280)])
def test_the_two_other_meetings_are_clean_in_every_state(
    stage: Stage, record_property: Callable[[str, object], None]
) -> None:
    """T25, A02, C1: called, asked, under way, being closed and closed."""
    teacher, nurse = stage.phone(), stage.phone()
    teacher.arrive(stage.server.pin, "Ola", stage.lang)
    nurse.arrive(stage.server.pin, "Kari", stage.lang)
    leader = stage.leader()
    leader.starts()
    teacher.to_desk()
    nurse.to_desk()
    look = stage.looks.at
    teacher.page.goto("/desk/do/meet")
    look(teacher.page, "calling a group")
    _call(teacher, "group", agenda="Hvem følger henne inn, og hvem ringer hjem", grounds="services")
    nurse.open("meeting")
    look(nurse.page, "asked to a group")
    nurse.tap("meeting.reply")
    teacher.desk()
    teacher.tap("meeting.open")
    teacher.page.goto(f"/desk/meetings/{TEACHER}-1")
    look(teacher.page, "a group begins")
    teacher.decide("Kari møter Emma på mandag", NURSE)
    look(teacher.page, "a group under way")
    nurse.page.goto(f"/desk/meetings/{TEACHER}-1")
    look(nurse.page, "a group, for who does not write")
    teacher.page.reload()
    closing = teacher.page.locator("form[data-act='meeting.close']")
    teacher.hand.press(teacher.page.locator("details.about:has([name='body.use']) > summary"))
    teacher.hand.pick(closing.locator("[name='body.use']").first)
    teacher.hand.pick(closing.locator("[name='body.again']").first)
    teacher.leave_by(closing.locator(".form-send [type=submit]"))
    teacher.page.goto(f"/desk/meetings/{TEACHER}-1")
    look(teacher.page, "a group is over")
    # Story time is negative in the spring of this format; a date then is a date all the same.
    assert AGAIN[stage.lang] in teacher.page.inner_text("main")
    _call(teacher, "consult", agenda="Et råd om fravær")
    nurse.desk()
    nurse.item("meeting").nth(0).wait_for()
    assert re.search(f"{TEACHER}-2", " ".join(nurse.inbox()))
    record_property("states", len(stage.looks.seen))
