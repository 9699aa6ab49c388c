"""The handover on the screens of sender, receiver and leader: in full, declined, past its time."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from scenarios.loader import Loaded
from simulator.play.handover import DeclineHandover, OfferHandover
from simulator.play.inbox import SeeItem
from simulator.play.isbar import FIELDS, filled
from simulator.play.kernel import FACILITATOR, Command, State
from simulator.play.passes import Handovers
from simulator.play.spoken import ConfirmAgreed, SayAgreed
from simulator.play.steering import ChangePace
from tests.simulator.planning import with_plan
from tests.webapp.browser import CHOSEN, Browser
from webapp.regions.handover import handover
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"
NAME = f"{FIRST}-rektor-1"
See = Callable[..., AbstractContextManager[Sight]]
Acts = Callable[[str, Command], None]


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario, with the full handover named in its formats."""
    return with_plan()


def test_the_full_form_asks_twelve_fields_and_suggests_none(
    person: Browser, state: Callable[..., State], sight: See
) -> None:
    """What one says first stands open, the rest is folded; both ends read what was said."""
    form = person.words("/desk/do/handover").partition('class="verb-form"')[2]
    named = set(re.findall(r'name="body\.isbar\.(\w+)"', form))
    assert named == set(FIELDS) - {"request", "basis"} | {"contact_by"}
    assert 'name="body.basis"' in form
    assert form.index("isbar.situation") < form.index("body.request") < form.index("<details")
    assert not CHOSEN.search(form)
    body = {
        "kind": "handover.offer",
        "body.to": "rektor",
        "body.request": "Følg opp fraværet",
        "body.by": "2wd",
        "body.isbar.situation": "Borte fra skolen i tre uker",
        "body.isbar.meanwhile": FIRST,
        "body.isbar.contact": FIRST,
        "body.isbar.coordinator": "nobody",
    }
    assert person.post("/act", body).status_code == 303
    passed = state()[Handovers].passes[NAME]
    assert passed.asked == FIELDS
    held = filled(passed.asked, passed.isbar, passed.request)
    assert held == ("situation", "request", "meanwhile", "coordinator")
    shown = person.words(f"/desk/handovers/{NAME}")
    assert "Borte fra skolen i tre uker" in shown
    assert "Ikke sagt ennå (8)" in shown
    with sight("rektor") as seen:
        card = handover(seen, NAME)
        assert card is not None
        assert "ingen koordinerer" in [field.text for field in card.isbar]
    with sight("barnevern") as seen:
        assert handover(seen, NAME) is None


def test_a_field_names_seats_there_are(person: Browser, state: Callable[..., State]) -> None:
    """A contact that is no seat, or words the sender has not heard, are refused."""
    body = {"kind": "handover.offer", "body.to": "rektor", "body.request": "x", "body.by": "2wd"}
    person.post("/act", {**body, "body.isbar.contact": "ingen"})
    person.post("/act", {**body, "body.isbar.listening": "rektor-1"})
    assert state()[Handovers].passes == {}


def test_a_no_offers_another_way_and_tells_the_sender(person: Browser, acts: Acts) -> None:
    """The form asks who else or what instead; the sender reads both and stays responsible."""
    acts("rektor", OfferHandover(FIRST, "Ta samtalen"))
    item = f"handover.rektor-{FIRST}-1@{FIRST}"
    form = person.words(f"/desk/do/decline?item={item}")
    assert "Hvem kunne tatt det i stedet?" in form
    assert "Eller: hva foreslår du?" in form
    person.post("/act", {"kind": "handover.offer", "body.to": "rektor", "body.request": "Ta den"})
    acts("rektor", SeeItem(f"handover.{NAME}@rektor"))
    acts("rektor", DeclineHandover(NAME, "Møtes først", "kontaktlaerer"))
    shown = person.words("/desk")
    assert "foreslår: Kontaktlærer: Møtes først" in shown
    assert "Du har fortsatt ansvaret." in shown
    card = person.words(f"/desk/handovers/{NAME}")
    assert "Forslag: Kontaktlærer: Møtes først" in " ".join(card.split())
    assert "<strong>Helsesykepleier</strong>" in card


def test_past_its_time_sender_receiver_and_leader_are_reminded(
    playing: RoomRow,
    here: Runtime,
    seated: Callable[..., Browser],
    state: Callable[..., State],
    advance: Callable[[int], None],
) -> None:
    """It stays open with its sender; each of the three has a way on, until somebody takes over."""
    receiver, _two, sender, _four, leader = (seated() for _ in range(5))
    offer = {"kind": "handover.offer", "body.to": FIRST, "body.request": "Ta over samtalene"}
    sender.post("/act", {**offer, "body.by": "1h"})
    name = f"kontaktlaerer-{FIRST}-1"
    here.conduct.steer(playing.exercise_id, FACILITATOR, ChangePace(60_000), "more-time")
    advance(350_000)
    assert state()[Handovers].passes[name].responsible == "kontaktlaerer"
    pages = {
        "kontaktlaerer": (sender, f"/desk/handovers/{name}"),
        FIRST: (receiver, f"/desk/items/handover.{name}@{FIRST}"),
        "rektor": (leader, "/desk/do/ask?to=kontaktlaerer"),
    }
    for seat, (person, way_on) in pages.items():
        assert "Ikke overtatt ennå." in person.words("/desk")
        shown = person.words(f"/desk/items/reminder.{name}-1@{seat}")
        assert "Ansvarlig nå: <strong>Kontaktlærer</strong>" in " ".join(shown.split())
        assert way_on in shown
    receiver.post("/desk/tap", {"tap": f"kind=handover.take_over&handover={name}"})
    shown = leader.words(f"/desk/items/reminder.{name}-1@rektor")
    assert "Den er overtatt nå." in shown
    assert "Dette er over tiden" not in shown


def test_the_short_form_is_as_it_was(acts: Acts, state: Callable[..., State]) -> None:
    """What is agreed aloud is not asked for in full, so nothing of it is counted as unsaid."""
    acts("rektor", SayAgreed("kontaktlaerer", "", "you", (), "Du ringer hjem"))
    acts("kontaktlaerer", ConfirmAgreed("rektor-1"))
    assert all(each.asked == () for each in state()[Handovers].passes.values())
