"""Coordinator, time, internal control, the agreement, and how one works together."""

from __future__ import annotations

from tests.browser.tours.desk180.cast import BUP, CHIEF, KE, NURSE, TEACHER, Cast
from tests.browser.tours.desk180.forms import does, fills, opens

FIVE = ("rammer", "retning", "roller", "regler", "relasjoner")


def tour(cast: Cast) -> None:
    """From a need to a coordinator whom the family has met; then what they agree on, or not."""
    _named(cast)
    _controlled(cast)
    _agreed(cast)
    _differing(cast)


def _named(cast: Cast) -> None:
    ke, nurse = cast[KE], cast[NURSE]
    does(nurse, "/desk/do/need", text="Fire tjenester, og ingen holder i det.", acute="true")
    cast.place(NURSE, "role", "waits for KE")
    ke.open("need")
    cast.look(KE, "item, need")
    item = ke.path.rpartition("/")[2]
    does(ke, f"/desk/do/ask_family?item={item}", giver="parent", why="Én å ringe til.",
         may_withdraw="true")  # fmt: skip
    opens(ke, f"/desk/do/appoint?item={item}")
    cast.look(KE, "verb appoint, the family asked")
    fills(ke, to=BUP, title="barnekoordinator", interim="true", text="Du kjenner henne best.")
    ke.send()
    cast.place(KE, "team", "somebody asked to be coordinator")
    cast[BUP].open("appointment")
    cast.look(BUP, "item, asked to be coordinator")
    item = cast[BUP].path.rpartition("/")[2]
    opens(cast[BUP], f"/desk/do/post_decline?item={item}")
    cast.look(BUP, "verb post_decline")
    fills(cast[BUP], text="Helsesykepleier møter henne oftere.")
    cast[BUP].send()
    does(ke, "/desk/do/appoint", to=NURSE, title="barnekoordinator")
    nurse.open("appointment")
    nurse.tap("coordinator.accept")
    cast.place(NURSE, "team", "coordinator, not yet told")
    nurse.open("first_meeting")
    cast.look(NURSE, "item, first meeting with the family")
    nurse.tap("coordinator.tell_family")
    cast.place(KE, "team", "coordinator in place")


def _controlled(cast: Cast) -> None:
    does(cast[KE], "/desk/do/control", point="overview", verdict="not_yet",
         evidence="Listen vår går til 16 år.")  # fmt: skip
    cast.place(KE, "role", "one point of seven")
    opens(cast[CHIEF], "/desk/do/control")
    cast.look(CHIEF, "verb control, one point said")


def _agreed(cast: Cast) -> None:
    nurse, teacher = cast[NURSE], cast[TEACHER]
    does(nurse, "/desk/do/pact", **{name: f"Vi ringer, vi skriver ikke ({name})." for name in FIVE})
    cast.place(NURSE, "team", "agreement to sign")
    teacher.open("pact")
    cast.look(TEACHER, "item, agreement to sign")
    teacher.tap("pact.sign")
    cast.place(TEACHER, "team", "agreement signed by two")
    opens(teacher, "/desk/do/reopen")
    cast.look(TEACHER, "verb reopen")
    fills(teacher, why="Vi glemte ferien.")
    teacher.send()
    cast.place(NURSE, "team", "agreement opened again")
    opens(teacher, "/desk/do/pact")
    cast.look(TEACHER, "verb pact, from an earlier one")


def _differing(cast: Cast) -> None:
    teacher, bup = cast[TEACHER], cast[BUP]
    does(teacher, "/desk/do/disagree", to=BUP, about="Når hun skal tilbake på skolen.",
         why="Emma er ikke spurt.")  # fmt: skip
    bup.open("disagreement")
    cast.look(BUP, "item, disagreement")
    fills(bup, stance="talk", text="Ja, vi spør henne først.")
    bup.send()
    cast.place(TEACHER, "role", "a disagreement, answered")
    teacher.leave_by(teacher.page.locator("a[href*='/do/repair']").first)
    cast.look(TEACHER, "verb repair")
    fills(teacher, text="Vi spør Emma sammen i morgen.")
    teacher.send()
    does(teacher, "/desk/do/talk", to__many=BUP, named="Vi venter på hverandre.",
         agreed="Den som merker det, ringer.")  # fmt: skip
    cast.place(TEACHER, "role", "talked of")
