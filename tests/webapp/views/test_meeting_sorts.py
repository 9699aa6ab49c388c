"""What sort of meeting it is stands in the invitation and in the meeting."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from simulator.play.inbox import Item
from simulator.play.kernel import State
from simulator.play.minutes import Meetings
from tests.webapp.browser import Browser
from webapp.rows import RoomRow

CALLER, ASKED = "helsesykepleier", "kontaktlaerer"


def test_a_group_is_called_led_and_looked_back_on_by_plain_forms(
    pair: tuple[Browser, Browser],
    item: Callable[..., Item],
    state: Callable[..., State],
) -> None:
    """T25: grounds and agenda in the invitation; whether it was of use as it ends."""
    caller, asked = pair
    sent = {
        "kind": "meeting.call",
        "body.seats[]": ASKED,
        "body.why": "Samle oss om Tuva",
        "body.sort": "group",
        "body.agenda": "Hvem følger henne inn",
        "body.grounds[]": "services",
    }
    caller.post("/act", sent)
    invited = unescape(asked.get(f"/desk/items/{item(ASKED, 'meeting').id}").text)
    for words in ("Ansvarsgruppe", "Helsesykepleier leder", "Hvem følger henne inn"):
        assert words in invited
    assert "Flere tjenester må hjelpe samtidig" in invited
    name = f"{CALLER}-1"
    asked.post("/desk/tap", {"tap": f"kind=meeting.reply&meeting={name}&comes=true"})
    caller.post("/desk/tap", {"tap": f"kind=meeting.open&meeting={name}"})
    page = unescape(caller.get(f"/desk/meetings/{name}").text)
    assert "Var møtet til nytte for Tuva?" in page
    close = {"kind": "meeting.close", "body.meeting": name, "body.use": "yes", "body.again": "2w"}
    caller.post("/act", close)
    assert state()[Meetings].held[name].use == "yes"
    after = unescape(caller.get(f"/desk/meetings/{name}").text)
    assert "Til nytte for Tuva: Ja" in after
    assert "Dere ses igjen" in after


def test_advice_without_a_name_says_what_a_card_would_do(
    pair: tuple[Browser, Browser], item: Callable[..., Item]
) -> None:
    """A02: whoever is asked reads that nobody is to be recognised."""
    caller, asked = pair
    sent = {"kind": "meeting.call", "body.seats[]": ASKED, "body.why": "Et råd"}
    caller.post("/act", sent | {"body.sort": "consult", "body.unnamed": "true"})
    invited = unescape(asked.get(f"/desk/items/{item(ASKED, 'meeting').id}").text)
    assert "Drøftingsmøte" in invited
    assert "ingen skal kunne kjenne barnet igjen" in invited


def test_an_ordinary_meeting_asks_for_no_more_than_before(
    playing: RoomRow, seated: Callable[..., Browser]
) -> None:
    """A format without consent has neither sort nor agenda in its form."""
    del playing
    page = unescape(seated().get("/desk/do/meet").text)
    assert "Kall inn" in page
    assert "body.sort" not in page
