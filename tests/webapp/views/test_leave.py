"""Samtykke at the desk, and «Kan jeg dele dette?», which explains and never decides (A9, C1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest

from scenarios.loader import Loaded
from simulator.play.consent import Consents
from simulator.play.kernel import FACILITATOR, State
from simulator.play.script import ReleaseInject
from tests.simulator.leave import story
from tests.webapp.browser import CHOSEN, Browser
from webapp.regions.child import child
from webapp.regions.may_share import may_share
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

FIRST = "helsesykepleier"


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario with leave to be asked for; I5 takes the parents' back."""
    return story(I5=["C1"])


@pytest.fixture
def person(seated: Callable[..., Browser], playing: RoomRow, here: Runtime) -> Browser:
    """Somebody at the school nurse's desk, who has met the child and holds a card."""
    someone = seated()
    here.conduct.handle(f"{playing.exercise_id}-1", FACILITATOR, ReleaseInject("I3"), "release-3")
    return someone


def read(person: Browser, path: str) -> str:
    """The words of a page."""
    return unescape(person.get(path).text)


def test_the_form_has_what_leave_should_rest_on_and_nothing_chosen(person: Browser) -> None:
    """Who, what, to whom, why, how long, that it can be taken back; nothing ticked beforehand."""
    page = read(person, "/desk/do/consent")
    for words in ("Hvem spør du?", "Hvilke opplysninger", "Hvem skal få dem?", "Hvorfor?",
                  "Hvor lenge?", "ombestemme seg"):  # fmt: skip
        assert words in page
    assert not CHOSEN.search(page)


def test_asked_without_script_it_stands_with_the_child(
    person: Browser, state: Callable[..., State]
) -> None:
    """A plain form asks; Emma's place says whom one waits for, in words."""
    person.send(
        "/act",
        {
            "kind": "consent.ask",
            "body.giver": "child",
            "body.facts[]": "F4",
            "body.to[]": "barnevern",
            "body.lasts": "weeks",
            "body.may_withdraw": "true",
            "next": "/desk?place=child",
        },
    )
    (request,) = state()[Consents].requests.values()
    assert request.asked.may_withdraw
    assert "Du venter på svar fra Tuva." in read(person, "/desk?place=child")


def test_the_answer_comes_as_a_notice_in_their_own_words(
    person: Browser, advance: Callable[[int], None]
) -> None:
    """After the working day she takes, the inbox has her answer, from her."""
    person.send(
        "/act",
        {"kind": "consent.ask", "body.giver": "child", "body.facts[]": "F4",
         "body.to[]": "barnevern"},
    )  # fmt: skip
    advance(40_000)
    page = read(person, "/desk")
    assert "Tuva sier ja til det du spurte om. «Det er greit at dere sier det om Jo.»" in page


def test_the_helper_explains_and_decides_nothing(person: Browser) -> None:
    """Rule, grounds with section and source mark, ages for this child, and what one must judge."""
    page = read(person, "/desk/cards/F4?to=rektor")
    assert "Tuva er 9 år." in page
    assert "Fra 16 år, og det er Tuva ikke ennå" in page
    assert "pbrl § 4-3" in page
    for code in range(1, 12):
        assert f"D{code}: " in page
    assert "bvl § 13-2" in page
    assert "lest i loven, 22. november 2026" in page
    assert "Det bare du kan vurdere" in page
    assert not CHOSEN.search(page)
    assert not re.search(r"\b(forbudt|tillatt|ulovlig|lovlig)\b", page, re.IGNORECASE)


def test_a_card_one_does_not_hold_is_not_explained(person: Browser) -> None:
    """Nobody learns of a card by asking about it."""
    assert person.get("/desk/cards/F9").status_code == 404
    assert person.get("/desk/cards/F9?to=rektor").status_code == 404


def test_what_others_asked_is_theirs(
    person: Browser, seated: Callable[..., Browser], here: Runtime,
    sight: Callable[..., AbstractContextManager[Sight]], playing: RoomRow,
) -> None:  # fmt: skip
    """The helper and the child's place show a seat its own requests alone."""
    person.send(
        "/act",
        {"kind": "consent.ask", "body.giver": "child", "body.facts[]": "F4",
         "body.to[]": "barnevern"},
    )  # fmt: skip
    with sight(FIRST) as mine:
        found = may_share(mine, "F4", "barnevern", "nb")
        assert found is not None
        assert found.said == (
            "Du spurte om å dele med Kontaktperson i barnevernet. Du venter på svar fra Tuva.",
        )
    with sight("kontaktlaerer") as other:
        assert child(other).leaves == ()
        assert may_share(other, "F4", "barnevern", "nb") is None


def test_the_chain_is_told_in_words(person: Browser) -> None:
    """Where one asked and how; that nobody else has it yet; that she has not been told (4.6)."""
    person.send(
        "/act",
        {"kind": "voice.seek", "body.speaker": "child", "body.place": "school",
         "body.form": "drawing"},
    )  # fmt: skip
    page = read(person, "/desk?place=child")
    assert "Du spurte på skolen, med tegning." in page
    assert "Ordene er hos deg." in page
    assert "Har ikke fått vite hva som kom ut av det ennå." in page
