"""Letters and decisions: sent, read by whoever gets them, asked about, answered."""

from __future__ import annotations

from tests.browser.tours.desk180.cast import BUP, CHIEF, NURSE, TEACHER, WELFARE, Cast
from tests.browser.tours.desk180.forms import does, fills, opens


def tour(cast: Cast) -> None:
    """Report, referral, decision, level, and who is to coordinate."""
    _reported(cast)
    _referred(cast)
    _decided(cast)
    _ordered(cast)
    _stuck(cast)


def _reported(cast: Cast) -> None:
    does(cast[TEACHER], "/desk/do/notify", to=WELFARE, basis="duty", facts__many="",
         text="Hun er mye trøtt, og sier hun ikke vil hjem etter skolen.")  # fmt: skip
    cast.place(TEACHER, "role", "waits for an answer to a report")
    welfare = cast[WELFARE]
    welfare.open("notification")
    cast.look(WELFARE, "item, report to answer")
    fills(welfare, outcome="more", text="Når på dagen er det?")
    welfare.send()
    welfare.open("notification")
    cast.look(WELFARE, "item, report asked about")
    fills(welfare, outcome="investigates", text="Vi ringer hjem i dag.")
    welfare.send()
    cast[TEACHER].open("notice")
    cast.look(TEACHER, "item, report answered")


def _referred(cast: Cast) -> None:
    does(cast[NURSE], "/desk/do/refer", to=BUP, request="Vurder hvordan hun har det med mat.",
         tried="Samtaler hver uke siden mars.", facts__many="", basis="consent")  # fmt: skip
    bup = cast[BUP]
    bup.open("referral")
    cast.look(BUP, "item, referral to answer")
    fills(bup, outcome="declined", text="Ikke hos oss ennå.", onward=NURSE, way="Råd på telefon.",
          family="true")  # fmt: skip
    bup.send()
    cast[NURSE].open("notice")
    cast.look(NURSE, "item, referral answered")


def _decided(cast: Cast) -> None:
    nurse = cast[NURSE]
    opens(nurse, "/desk/do/decide")
    ground = nurse.page.locator("[name='body.ground'] option").nth(1).get_attribute("value") or ""
    fills(nurse, text="Jeg møter Emma ute annenhver dag.", ground=ground, owner=NURSE, by="1w",
          interest="Hun har bedt om det.", heard="heard", listening=f"{NURSE}-1")  # fmt: skip
    cast.look(NURSE, "verb decide, filled in")
    nurse.send()
    cast.place(NURSE, "inbox", "decided")
    opens(nurse, "/desk/do/level")
    fills(nurse, level="2", why="Skole og helse er inne.")
    nurse.page.locator("[name='body.criteria[]']").nth(4).check()
    cast.look(NURSE, "verb level, filled in")
    nurse.send()
    cast.place(NURSE, "team", "level set")
    opens(nurse, "/desk/do/level")
    cast.look(NURSE, "verb level, from a level")


def _ordered(cast: Cast) -> None:
    does(cast[TEACHER], "/desk/do/order", reason="disagree", acute="true",
         text="Skolen og helsesykepleier venter på hverandre.")  # fmt: skip
    cast.place(TEACHER, "role", "waits for the chief")
    chief, nurse = cast[CHIEF], cast[NURSE]
    chief.open("samordning")
    cast.look(CHIEF, "item, who is to coordinate")
    fills(chief, who=NURSE, text="Helsesykepleier er nærmest nå.")
    chief.send()
    nurse.open("baton")
    cast.look(NURSE, "item, asked to coordinate")
    nurse.tap("baton.accept")
    opens(nurse, "/desk/do/pass")
    cast.look(NURSE, "verb pass")
    cast.place(NURSE, "team", "coordinates")


def _stuck(cast: Cast) -> None:
    does(cast[TEACHER], "/desk/do/escalate", to=CHIEF, text="Vi har ingen timer til henne.")
    cast[CHIEF].open("escalation")
    cast.look(CHIEF, "item, escalation, with release")
    item = cast[CHIEF].path.rpartition("/")[2]
    opens(cast[CHIEF], f"/desk/do/release?item={item}")
    cast.look(CHIEF, "verb release, what is stuck")
    fills(cast[CHIEF], what="time", amount="4", text="Til sommeren.")
    cast[CHIEF].send()
    cast.place(CHIEF, "role", "time freed by me")
    cast.place(TEACHER, "role", "time freed for me")
