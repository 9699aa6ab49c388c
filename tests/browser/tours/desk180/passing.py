"""The full handover, the meeting somebody calls, and what comes when a time has passed."""

from __future__ import annotations

from tests.browser.tours.desk180.cast import BUP, NURSE, TEACHER, Cast
from tests.browser.tours.desk180.forms import does, fills, opens


def tour(cast: Cast) -> None:
    """The full form and its card; an ansvarsgruppe; then months go by."""
    _passed_on(cast)
    _called(cast)
    _too_late(cast)


def _passed_on(cast: Cast) -> None:
    nurse, bup = cast[NURSE], cast[BUP]
    opens(nurse, f"/desk/do/handover?to={BUP}")
    fills(nurse, isbar__identify="Helsesykepleier på skolen.", isbar__situation="Hun ba om det.",
          request="Møt Emma før ferien.", by="1w", facts__many="",
          isbar__background="Vondt siden i vinter.", isbar__assessment="Hun holder ut for andre.",
          isbar__strengths="Piano, og farmor.", isbar__view="Vil møtes ute.",
          isbar__listening=f"{NURSE}-1", basis="consent", isbar__meanwhile=NURSE,
          isbar__contact=TEACHER, isbar__contact_by="1wd", isbar__evaluation="2w")  # fmt: skip
    nurse.page.locator("[name='body.isbar.coordinator']").first.check(force=True)
    cast.look(NURSE, "verb handover, full form filled in")
    nurse.send()
    bup.open("handover")
    cast.look(BUP, "handover, full card")
    item = bup.path.rpartition("/")[2]
    for verb in ("query", "decline"):
        opens(bup, f"/desk/do/{verb}?item={item}")
        cast.look(BUP, f"verb {verb}")
    bup.open("handover")
    bup.tap("handover.take_over")
    bup.page.locator("[name='body.first_act']").wait_for()
    cast.look(BUP, "handover, full card, taken over")
    nurse.desk("role")
    nurse.page.locator("a[href*='/desk/handovers/']").first.click()
    nurse.page.locator(".pass").wait_for()
    cast.look(NURSE, "handover, full card, as its sender sees it")
    does(nurse, f"/desk/do/handover?to={TEACHER}", request="Møt henne ved døra.", by="1wd")


def _called(cast: Cast) -> None:
    nurse = cast[NURSE]
    opens(nurse, "/desk/do/meet")
    fills(nurse, seats__many=TEACHER, why="Hvem gjør hva i sommer?", sort="group",
          agenda="Hvem ringer i juli?", grounds__many="family", family="true",
          minutes="30")  # fmt: skip
    cast.look(NURSE, "verb meet, filled in")
    nurse.send()
    cast[TEACHER].open("meeting")
    cast.look(TEACHER, "item, called to an ansvarsgruppe")


def _too_late(cast: Cast) -> None:
    cast.leader.does("leg.end")
    cast.look(NURSE, "interlude in the long format")
    cast.leader.does("clock.jump")
    nurse = cast[NURSE]
    nurse.awaits("measure")
    cast.place(NURSE, "inbox", "after the jump")
    cast.place(NURSE, "team", "after the jump")
    nurse.open("measure")
    cast.look(NURSE, "item, measure to evaluate")
