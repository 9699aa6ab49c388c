"""The desks as play begins, and the form of every verb, with and without an item."""

from __future__ import annotations

from tests.browser.tours.desk180.cast import CHIEF, KE, NURSE, WELFARE, Cast
from tests.browser.tours.desk180.forms import opens

EVERYBODYS = (
    "answer", "ask", "share", "handover", "agreed", "wonder", "worry", "listen", "consent",
    "meet", "escalate", "notify", "refer", "decide", "level", "order", "need", "talk",
    "disagree", "goal", "pact",
)  # fmt: skip
"""Verbs that any seat has from the start; their forms stand under an item, and by themselves."""
OF_KE = ("ask_family", "appoint", "control")
OF_THE_CHIEF = ("release", "control", "settle", "pass")


def tour(cast: Cast) -> None:
    """Nothing is done yet."""
    for seat in (NURSE, WELFARE, KE, CHIEF):
        for place in ("inbox", "child", "team", "role"):
            cast.place(seat, place, f"{seat}, as play begins")
    nurse = cast[NURSE]
    nurse.open("inject.I29")
    nurse.page.locator(".verb-more > summary").click()
    cast.look(NURSE, "item, every verb")
    item = nurse.path.rpartition("/")[2]
    for verb in EVERYBODYS:
        opens(nurse, f"/desk/do/{verb}?item={item}")
        cast.look(NURSE, f"verb {verb}, about an item")
        opens(nurse, f"/desk/do/{verb}")
        cast.look(NURSE, f"verb {verb}")
    for seat, verbs in ((KE, OF_KE), (CHIEF, OF_THE_CHIEF)):
        for verb in verbs:
            opens(cast[seat], f"/desk/do/{verb}")
            cast.look(seat, f"verb {verb}, {seat}")
