"""The desk of leading and cooperation: offered by name, to whom it belongs, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from scenarios.loader import Loaded
from simulator.play.cooperation import Cooperation
from simulator.play.coordinator import Coordinators
from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import State
from simulator.play.pact import Pact
from simulator.play.release import released_time
from tests.simulator.wide import KE, LEADER, wide
from tests.webapp.browser import CHOSEN, FILLED, Browser
from webapp.regions.item import item as look_at
from webapp.regions.sight import Sight
from webapp.rows import RoomRow

TEACHER = "kontaktlaerer"
VERBS = ("need", "ask_family", "appoint", "control", "pact", "talk", "disagree")
"""What KE, the first seat of the small demo, can open with nothing done yet."""


@pytest.fixture
def small() -> Loaded:
    """Four seats, with KE, a leader and every action of leading and cooperation."""
    return wide("coordinator", "release", "control", "pact", "cooperation")


@pytest.fixture
def four(playing: RoomRow, seated: Callable[..., Browser]) -> dict[str, Browser]:
    """KE, teacher and head teacher of the first team; every second person is in the other."""
    del playing
    come = [seated(name) for name in ("Ada", "x", "Bo", "y", "Cy")]
    return {KE: come[0], TEACHER: come[2], LEADER: come[4]}


def do(person: Browser, kind: str, **body: str) -> None:
    """Send an act as its form does."""
    fields = {f"body.{name}": value for name, value in body.items()}
    person.post("/act", {"kind": kind, **fields})


@pytest.mark.parametrize("verb", VERBS)
def test_a_form_suggests_nothing(verb: str, four: dict[str, Browser]) -> None:
    """In measured play no choice is made and no field is filled in beforehand."""
    shown = four[KE].get(f"/desk/do/{verb}").text
    form = shown.partition('class="verb-form"')[2]
    assert form
    assert not CHOSEN.search(form)
    assert not FILLED.search(form)


@pytest.mark.parametrize("verb", ["appoint", "ask_family", "control", "release", "post_decline"])
def test_what_is_not_a_seats_is_not_offered_to_it(verb: str, four: dict[str, Browser]) -> None:
    """A teacher names nobody, controls nothing and frees nothing; asked all the same, it is no."""
    assert four[TEACHER].get(f"/desk/do/{verb}").status_code == 404
    shown = four[TEACHER].send(
        "/desk/tap", {"tap": f"kind=coordinator.appoint&to={LEADER}&title=koordinator"}
    )
    assert "Det er koordinerende enhet som navngir." in shown.text


def test_from_a_need_to_a_coordinator_on_the_screens(
    four: dict[str, Browser], item: Callable[..., Item], state: Callable[..., State]
) -> None:
    """Reported, named, accepted: each sees its part, and for whom it waits."""
    ke, teacher, leader = four[KE], four[TEACHER], four[LEADER]
    do(teacher, "coordinator.need", text="Noen må holde i det rundt Tuva")
    assert "å finne en koordinator" in teacher.words("/desk?place=role")
    page = ke.words(f"/desk/items/{item(KE, 'need').id}")
    assert "Noen må holde i det rundt Tuva" in page
    assert "Navngi en koordinator" in page
    assert "Noen må holde i det" not in leader.words("/desk?place=team")
    do(ke, "coordinator.appoint", to=TEACHER, title="barnekoordinator")
    assert "Vil du koordinere for Tuva?" in teacher.words(
        f"/desk/items/{item(TEACHER, 'appointment').id}"
    )
    teacher.post("/desk/tap", {"tap": "kind=coordinator.accept"})
    assert state()[Coordinators].current is not None
    shown = leader.words("/desk?place=team")
    assert "barnekoordinator" in shown
    assert "Leder har frigjort tid" in shown
    assert "Familien er spurt" not in shown
    assert "Familien er spurt" in ke.words("/desk?place=team")


def test_a_leader_frees_time_from_the_item_that_asks_for_it(
    four: dict[str, Browser], item: Callable[..., Item], state: Callable[..., State]
) -> None:
    """Whoever is to coordinate needs hours; the item opens the form, and is then answered."""
    do(four[KE], "coordinator.appoint", to=TEACHER, title="koordinator")
    four[TEACHER].post("/desk/tap", {"tap": "kind=coordinator.accept"})
    asks = item(LEADER, "release_time")
    assert f"/desk/do/release?item={asks.id}" in four[LEADER].words(f"/desk/items/{asks.id}")
    form = four[LEADER].words(f"/desk/do/release?item={asks.id}")
    assert f'name="body.to" value="{TEACHER}"' in form
    do(four[LEADER], "release.give", to=TEACHER, what="time", amount="4", text="Ut skoleåret")
    assert released_time(state(), TEACHER) == 4
    assert not item(LEADER, "release_time").open
    assert "4 timer i uka" in four[TEACHER].words("/desk?place=role")


def test_the_agreement_stands_in_laget_with_who_has_signed(
    four: dict[str, Browser], item: Callable[..., Item], state: Callable[..., State]
) -> None:
    """M02: version, five sentences, who has signed, who not yet; signed with one tap."""
    five = {name: f"Om {name}" for name in ("rammer", "retning", "roller", "regler")}
    do(four[LEADER], "pact.write", **five, relasjoner="Vi ringer, vi skriver ikke")
    shown = four[TEACHER].words("/desk?place=team")
    assert "Versjon 1" in shown
    assert "Vi ringer, vi skriver ikke" in shown
    assert "Jeg signerer" in four[TEACHER].words(f"/desk/items/{item(TEACHER, 'pact').id}")
    four[TEACHER].post("/desk/tap", {"tap": "kind=pact.sign&version=1"})
    stands = state()[Pact].stands
    assert stands is not None
    assert stands.signed[:2] == [LEADER, TEACHER]
    assert "å signere avtalen" in four[LEADER].words("/desk?place=role")
    do(four[TEACHER], "pact.reopen", why="Vi glemte ferien")
    assert "Vi glemte ferien" in four[LEADER].words("/desk?place=team")
    assert four[LEADER].get("/desk/do/pact").status_code == 404
    assert four[TEACHER].get("/desk/do/pact").status_code == 200


def test_a_disagreement_is_between_two(
    four: dict[str, Browser],
    item: Callable[..., Item],
    state: Callable[..., State],
    sight: Callable[..., AbstractContextManager[Sight]],
) -> None:
    """Answered and taken up again on two desks; no third desk and no list of all holds a word."""
    do(four[TEACHER], "cooperation.disagree", to=LEADER, about="Møtet", why="Tuva er ikke spurt")
    page = f"/desk/items/{item(LEADER, 'disagreement').id}"
    assert "Tuva er ikke spurt" in four[LEADER].words(page)
    do(four[LEADER], "cooperation.answer", disagreement=f"{TEACHER}-1", stance="talk", text="Ja")
    assert "La oss snakke om det. Ja" in four[TEACHER].words("/desk?place=role")
    form = four[TEACHER].words(f"/desk/do/repair?about={TEACHER}-1")
    assert "Tuva er ikke spurt" in form
    assert "Tuva er ikke spurt" not in four[KE].words(f"/desk/do/repair?about={TEACHER}-1")
    do(four[TEACHER], "cooperation.repair", disagreement=f"{TEACHER}-1", text="Vi spør henne")
    assert state()[Cooperation].disagreements[f"{TEACHER}-1"].repair
    everything = "".join(four[KE].words(f"/desk?place={place}") for place in ("team", "role"))
    assert "Tuva er ikke spurt" not in everything
    assert "Vi spør henne" not in everything


def test_seven_points_are_for_ke_and_leaders(four: dict[str, Browser]) -> None:
    """T15: what one of them has said, the other sees; a teacher sees none of it."""
    do(four[KE], "control.check", point="overview", verdict="not_yet", evidence="Listen går til 16")
    for seat in (KE, LEADER):
        assert "Listen går til 16" in four[seat].words("/desk?place=role")
        assert "Listen går til 16" in four[seat].words("/desk/do/control")
    assert "Listen går til 16" not in four[TEACHER].words("/desk?place=role")


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_item_and_notice_has_its_words(
    lang: str,
    four: dict[str, Browser],
    sight: Callable[..., AbstractContextManager[Sight]],
) -> None:
    """What lies in an inbox says what it is, from whom, and something of it, in each language."""
    do(four[TEACHER], "coordinator.need", text="Noen må holde i det")
    do(four[KE], "coordinator.appoint", to=TEACHER, title="koordinator")
    do(four[TEACHER], "coordinator.decline", text="Ikke jeg")
    do(four[KE], "coordinator.appoint", to=TEACHER, title="koordinator", interim="true")
    four[TEACHER].post("/desk/tap", {"tap": "kind=coordinator.accept"})
    do(four[LEADER], "release.give", to=TEACHER, what="money", amount="25000", text="Vikar")
    four[LEADER].post(
        "/act",
        {"kind": "cooperation.talk", "body.to[]": TEACHER, "body.named": "Vi svarer sent"},
    )
    do(four[TEACHER], "cooperation.disagree", to=KE, about="Møtet", why="Fordi")
    found: set[str] = set()
    for seat in four:
        with sight(seat, lang=lang) as seen:
            for each in seen.state[Inbox].of(seat):
                shown = look_at(seen, each.id)
                assert shown is not None
                assert shown.heading.title
                assert shown.heading.kind
                assert shown.text or shown.cards
                found.add(each.kind)
    wanted = {"need", "appointment", "first_meeting", "release_time", "talk", "disagreement"}
    assert wanted | {"notice"} <= found
