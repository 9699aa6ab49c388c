"""The desk: the way in, an item opened, and verbs that suggest nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest

from simulator.play.care import Care
from simulator.play.clock import Clock
from simulator.play.facts import Facts
from simulator.play.hotwash import Hotwash
from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import FACILITATOR, State
from simulator.play.passes import Handovers
from simulator.play.spoken import Agreements
from simulator.play.steering import EndPlay
from tests.webapp.browser import CHOSEN, FILLED, Browser
from webapp.regions.sight import USUAL, Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.views.verbs import VERBS

FIRST = "helsesykepleier"
"""The seat that the small demo gives first."""


def test_before_play_one_step_comes_after_the_other(joined: Callable[..., Browser]) -> None:
    """Role card, 'Før vi starter' with every sentence tapped, practice, then a wait."""
    person = joined("Kari")
    assert "Du kan ikke" in person.words("/desk")
    person.post("/before", {"step": "role"})
    assert "Vi lærer, vi prøves ikke." in person.words("/desk")
    person.post("/before", {"step": "brief", "promise": ["1", "2"]})
    assert "Vi lærer, vi prøves ikke." in person.words("/desk")
    person.post("/before", {"step": "brief", "promise": ["1", "2", "3", "4", "5"]})
    assert "Prøv én gang" in person.words("/desk")
    answer = person.send("/before", {"step": "practice", "to": "rektor", "card": "1"})
    assert "Rektor" in answer.text
    assert "Vi venter på at øvingslederen starter" in person.words("/desk")


def test_practice_is_not_played(
    joined: Callable[..., Browser], state: Callable[..., State]
) -> None:
    """The practice card reaches no journal."""
    person = joined()
    before = state().seq
    person.post("/before", {"step": "practice", "to": "rektor"})
    assert state().seq == before


def test_who_comes_late_is_told_what_has_happened(
    playing: RoomRow, joined: Callable[..., Browser]
) -> None:
    """A5: the role with one catch-up card; no practice, and then straight to the desk."""
    del playing
    person = joined()
    assert "Dette har skjedd til nå" in person.words("/desk")
    person.post("/before", {"step": "role"})
    person.post("/before", {"step": "brief", "promise": ["1", "2", "3", "4", "5"]})
    assert person.get("/desk").status_code == 200


def test_opening_an_item_counts_as_seen(
    person: Browser,
    advance: Callable[[int], None],
    item: Callable[..., Item],
) -> None:
    """Reading the page does not; opening it by its button does."""
    advance(30_000)
    found = item(FIRST, "inject")
    assert person.get(f"/desk/items/{found.id}").status_code == 200
    assert item(FIRST, found.id).seen_at is None
    assert person.send("/desk/open", {"item": found.id}).status_code == 200
    assert item(FIRST, found.id).seen_at is not None


def test_an_item_of_another_seat_is_not_to_be_had(
    person: Browser,
    advance: Callable[[int], None],
    state: Callable[..., State],
) -> None:
    """Its page and its verbs answer 404, with nothing of it."""
    advance(60_000)
    foreign = [i for i in state()[Inbox].items.values() if i.seat != FIRST]
    assert foreign
    for each in foreign:
        for path in (f"/desk/items/{each.id}", f"/desk/do/share?item={each.id}"):
            assert person.get(path).status_code == 404
        assert person.post("/desk/open", {"item": each.id}).status_code == 404


@pytest.mark.parametrize("verb", sorted(v for v, each in VERBS.items() if each.act in USUAL))
def test_a_verb_suggests_nothing(
    verb: str,
    person: Browser,
    advance: Callable[[int], None],
    item: Callable[..., Item],
) -> None:
    """In measured play no choice is made and no field is filled in beforehand."""
    advance(60_000)
    shown = person.get(f"/desk/do/{verb}?item={item(FIRST, 'inject').id}").text
    form = shown.partition('class="verb-form"')[2]
    assert form
    assert not CHOSEN.search(form)
    assert not FILLED.search(form)


def test_a_format_that_names_nothing_offers_the_usual_and_no_more(
    playing: RoomRow, sight: Callable[..., AbstractContextManager[Sight]]
) -> None:
    """A new action is nowhere to be had until a format names it."""
    del playing
    with sight(FIRST) as seen:
        assert not seen.plan.format.actions
        assert all(seen.offers(act) for act in USUAL)
        assert not seen.offers("coordinator")


def test_cards_lie_in_the_order_received(
    person: Browser,
    advance: Callable[[int], None],
    state: Callable[..., State],
) -> None:
    """Not by how useful they are."""
    advance(200_000)
    shown = person.get("/desk/do/share").text
    offered = re.findall(r'name="body.facts\[\]" value="(\w+)"', shown)
    assert len(offered) > 1
    assert offered == list(state()[Facts].of(FIRST))


def test_a_spoken_agreement_takes_two_taps_and_a_yes(
    pair: tuple[Browser, Browser],
    advance: Callable[[int], None],
    item: Callable[..., Item],
    state: Callable[..., State],
) -> None:
    """From an open item: 'Avtalt muntlig', then the other's name; their phone asks once."""
    person, other = pair
    advance(30_000)
    shown = person.get(f"/desk/do/agreed?item={item(FIRST, 'inject').id}").text
    said = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', shown))
    said |= {"body.who": "kontaktlaerer"}
    person.post("/act", {name: unescape(value) for name, value in said.items()})
    made = next(iter(state()[Agreements].spoken.values()))
    assert "Stemmer det?" in other.words(f"/desk/items/{item('kontaktlaerer', 'agreement').id}")
    other.post("/desk/tap", {"tap": f"kind=agreement.confirm&agreement={made.said.agreement}"})
    assert made.state == "confirmed"


def test_a_handover_goes_step_by_step(
    pair: tuple[Browser, Browser], state: Callable[..., State]
) -> None:
    """Both see the same card; the receiver is asked what comes next, and only that."""
    sender, receiver = pair
    body = {
        "kind": "handover.offer",
        "body.to": "kontaktlaerer",
        "body.request": "Følg med på Tuva",
        "body.by": "2wd",
    }
    sender.post("/act", body)
    made = next(iter(state()[Handovers].passes.values()))
    page = f"/desk/items/handover.{made.id}@kontaktlaerer"
    receiver.post("/desk/open", {"item": page.removeprefix("/desk/items/")})
    assert "Overta" in receiver.words(page)
    receiver.post("/desk/tap", {"tap": f"kind=handover.take_over&handover={made.id}"})
    assert "Hva gjør du først, og når?" in receiver.words(page)
    assert "overtatt" in sender.words(f"/desk/handovers/{made.id}")
    assert sender.get("/desk/handovers/nobody").status_code == 404


def test_resting_hides_the_story_and_nobody_else_is_told(
    pair: tuple[Browser, Browser], state: Callable[..., State]
) -> None:
    """Ta en pause: a calm page with help, and the way back."""
    person, other = pair
    person.post("/act", {"kind": "care.rest"})
    assert state()[Care].resting
    shown = person.words("/desk")
    assert "Du har pause" in shown
    assert "116 123" in shown
    assert "pause" not in other.words("/desk").partition("<main")[2].lower()
    person.post("/act", {"kind": "care.return"})
    assert "Innboks" in person.words("/desk")


def test_after_play_come_first_impressions(
    playing: RoomRow,
    here: Runtime,
    seated: Callable[..., Browser],
    state: Callable[..., State],
) -> None:
    """Once each; then the wait for the gjennomgang, with help at hand."""
    person = seated("Kari")
    here.conduct.steer(playing.exercise_id, FACILITATOR, EndPlay(), "the-end")
    assert state()[Clock].phase == "over"
    assert "Dette overrasket meg" in person.words("/desk")
    person.post("/act", {"kind": "hotwash.give", "body.well": "Vi snakket sammen"})
    assert state()[Hotwash].given[0].well == "Vi snakket sammen"
    shown = person.words("/desk")
    assert "Takk" in shown
    assert "116 123" in shown


def test_a_refused_tap_says_why_and_stays(person: Browser) -> None:
    """Without script too: the page comes back with the reason in words."""
    shown = person.send("/desk/tap", {"tap": "kind=task.release&task=T1", "next": "/desk"})
    assert "Den er ikke din." in shown.text
