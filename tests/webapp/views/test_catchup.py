"""The catch-up card (A5): what stands now, in at most 150 words, to whoever comes to a seat."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scenarios.duration import MINUTE
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.facts import Facts
from simulator.play.kernel import FACILITATOR, Command, Entry, State
from simulator.play.rooms import evolve, new_state
from simulator.play.roster import SeatTaken
from simulator.play.steering import StartPlay
from simulator.play.tasks import ClaimTask, ReleaseTask, Tasks
from simulator.rehearse import Rehearsal, rehearse
from tests.webapp.browser import Browser
from webapp.regions.catchup import MOST_WORDS, CatchUp, catchup, clipped, count
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

LANGUAGES = ("nb", "nn", "en")
TITLE = {"nb": "Slik står det nå", "nn": "Slik står det no", "en": "How things stand"}
CARD = re.compile(r'<section class="catchup".*?</section>', re.DOTALL)
SLOW = settings(
    max_examples=16,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@cache
def played(format_name: str) -> Rehearsal:
    """A rehearsal of Emma."""
    return rehearse(load("emma"), format_name, seed=1)


def state_at(run: Rehearsal, share: int, seat: str) -> State:
    """How a team stood when ``share`` thousandths of its journal were written, with somebody
    just come to ``seat``."""
    state = new_state(run.plan)
    for entry in run.entries[: max(len(run.entries) * share // 1_000, 1)]:
        evolve(state, entry)
    taken = SeatTaken(seat, "p-new")
    evolve(state, Entry(state.seq + 1, state.at_ms, state.story_ms, FACILITATOR, taken))
    return state


def card(state: State, seat: str, lang: str) -> CatchUp:
    """What whoever sits in ``seat`` reads."""
    plan = plan_for(load("emma").scenario(lang), state.plan.name)
    return catchup(Sight(state, plan, state.at_ms, state.story_ms, seat))


def words_of(html: str) -> int:
    """Words that stand in a piece of a page, buttons and all."""
    return count(unescape(re.sub(r"<[^>]+>", " ", html)))


@SLOW
@given(
    format_name=st.sampled_from(["45", "180"]),
    share=st.integers(1, 1_000),
    which=st.integers(0, 30),
    lang=st.sampled_from(LANGUAGES),
)
def test_the_card_never_has_more_than_150_words(
    app: Flask, format_name: str, share: int, which: int, lang: str
) -> None:
    """At any moment of any format, in any seat and language, all that is read aloud of the card
    counts at most 150 words, and every part that has something says its first thing."""
    run = played(format_name)
    seats = list(run.plan.seats)
    seat = seats[which % len(seats)]
    with app.test_request_context(), force_locale(lang):
        made = card(state_at(run, share, seat), seat, lang)
        template = app.jinja_env.get_template("desk/_catchup.html")
        html = template.render(card=made, csrf_token=lambda: "x")
    assert words_of(html) <= MOST_WORDS, unescape(html)
    assert all(part.lines for part in made.parts)


@pytest.mark.parametrize(("text", "most", "left"), [("a b c", 3, "a b c"), ("a b, c", 2, "a b…")])
def test_long_lines_are_cut_between_words(text: str, most: int, left: str) -> None:
    """Nothing is cut inside a word, and a cut shows."""
    assert clipped(text, most) == left


def shown(page: str) -> str:
    """The card on a page, as text; '' if there is none."""
    found = CARD.search(page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_late_joiner_reads_how_things_stand_and_puts_the_card_away(
    playing: RoomRow,
    seated: Callable[..., Browser],
    advance: Callable[[int], None],
    lang: str,
) -> None:
    """Somebody who takes a colleague's seat in the middle of play meets the card first, in their
    own language; read once it is gone from the desk, and the menu has it still."""
    advance(3 * MINUTE)
    person = seated("Kari")
    person.post("/language", {"lang": lang})
    page = person.get("/desk").text
    card = shown(page)
    assert card.startswith(TITLE[lang])
    assert count(card) <= MOST_WORDS
    assert "Helsesykepleier" in card or "nurse" in card or "Helsesjuke" in card
    person.post("/desk/catchup")
    desk = person.get("/desk").text
    assert shown(desk) == ""
    assert 'href="/desk/catchup"' in desk
    assert shown(person.get("/desk/catchup").text).startswith(TITLE[lang])


def test_who_was_there_from_the_start_has_no_card(
    room: RoomRow, here: Runtime, seated: Callable[..., Browser], advance: Callable[[int], None]
) -> None:
    """Nothing has been missed by who came before play began."""
    person = seated("Ola")
    here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start-it")
    advance(MINUTE)
    assert shown(person.get("/desk").text) == ""


def test_the_card_comes_again_after_a_rest(
    playing: RoomRow, seated: Callable[..., Browser], advance: Callable[[int], None]
) -> None:
    """Whoever comes back from a pause reads what has happened meanwhile."""
    person = seated("Ola")
    person.post("/desk/catchup")
    assert shown(person.get("/desk").text) == ""
    person.post("/act", {"kind": "care.rest"})
    advance(MINUTE)
    person.post("/act", {"kind": "care.return"})
    assert shown(person.get("/desk").text)


def test_the_card_comes_again_after_a_long_absence(
    playing: RoomRow, seated: Callable[..., Browser], advance: Callable[[int], None]
) -> None:
    """A phone that has been away for more than five minutes is told how things stand; one that
    was away for one is not."""
    person = seated("Ola")
    person.post("/desk/catchup")
    advance(MINUTE)
    assert shown(person.get("/desk").text) == ""
    advance(6 * MINUTE)
    assert shown(person.get("/desk").text)


def test_the_card_tells_what_the_system_promised_in_the_seat(
    playing: RoomRow,
    acts: Callable[[str, Command], None],
    state: Callable[..., State],
    sight: Callable[..., Any],
    advance: Callable[[int], None],
) -> None:
    """What a colleague said yes to stands on the card of whoever takes its seat, until it is kept;
    what a person said yes to is no promise of the system's."""
    advance(MINUTE)
    task = next(iter(state()[Tasks].stands))
    acts("rektor", ClaimTask(task))
    with sight("rektor") as seen:
        made = catchup(seen)
        text = seen.plan.tasks[task].text
    promised = next(part for part in made.parts if part.title == "Lovet i ditt sted av systemet")
    assert promised.lines[0].split()[0] == text.split()[0]
    acts("rektor", ReleaseTask(task))
    with sight("rektor") as seen:
        after = [part.lines for part in catchup(seen).parts if part.title == promised.title]
    assert promised.lines[0] not in [line for lines in after for line in lines]


def test_no_card_shows_what_another_seat_knows(
    playing: RoomRow, sight: Callable[..., Any], advance: Callable[[int], None]
) -> None:
    """Cards on it are the seat's own."""
    advance(2 * MINUTE)
    for seat in ("rektor", "kontaktlaerer", "helsesykepleier", "barnevern"):
        with sight(seat) as seen:
            own = {seen.plan.facts[fact].text for fact in seen.state[Facts].of(seat)}
            part = next((p for p in catchup(seen).parts if p.title == "Du vet"), None)
        for line in part.lines if part else ():
            assert any(text.startswith(line.rstrip("…")) or line == text for text in own), line
