"""What a simulated colleague says is read in the reader's language, wherever it is shown."""

from __future__ import annotations

from html import escape

import pytest
from flask import Flask
from flask_babel import force_locale

from scenarios.loader import load
from scenarios.phrases import read_phrases
from scenarios.plan import plan_for
from simulator.journal.memory import MemoryStore
from simulator.journal.store_contract import ExerciseRow
from simulator.play.codec import plain
from simulator.play.handover import OfferHandover
from simulator.play.inbox import Inbox
from simulator.play.kernel import FACILITATOR, Actor, Entry
from simulator.play.steering import StartPlay
from simulator.rehearse import rehearse
from simulator.replay import refold
from simulator.shelf import Shelf
from tests.webapp.browser import Browser
from tests.webapp.views.test_secrecy import told_to
from webapp.accounts.first_link import new_account
from webapp.gjennomgang.told.line import QUOTED
from webapp.opening import open_exercise
from webapp.regions.item import item
from webapp.regions.sight import Sight
from webapp.runtime import Runtime

EMMA = load("emma")
MOST_SHARED = 25
"""Characters up to which languages may by chance say the same."""
PHRASES = read_phrases()


def said(entries: tuple[Entry, ...]) -> set[str]:
    """All that colleagues wrote in words; a lone word is an id."""
    acts = [plain(entry.event) for entry in entries if entry.actor.kind == "colleague"]
    values = [value for act in acts for name, value in act.items() if name in QUOTED]
    return {value for value in values if isinstance(value, str) and " " in value}


@pytest.mark.parametrize("format_name", ["90", "180", "solo"])
def test_no_word_of_a_colleague_is_without_its_twin(format_name: str) -> None:
    """Whatever colleagues write in a whole exercise, a reader of nynorsk or English reads in that
    language: the scenario or the house's phrases have it."""
    played = rehearse(EMMA, format_name, seed=4)
    store = MemoryStore()
    shelf = Shelf(store)
    shelf.put(EMMA)
    row = ExerciseRow("x", EMMA.digest, format_name, 1, "measured")
    texts = said(played.entries)
    assert len(texts) > 10
    for language in ("nn", "en"):
        plan = shelf.plan(row, language)
        written = plan.written
        assert written is not None
        known = {text for text in texts if text in written.place_of}
        house = {row.text.replace("{child}", "Emma") for row in PHRASES.value("nb").phrases}
        assert texts - known - house == set(), language


def test_a_reader_of_english_reads_what_a_colleague_asks_for(app: Flask, here: Runtime) -> None:
    """The page of a handover that a colleague sent has its request in the reader's language."""
    owner = new_account(here.accounts, "engelsk@example.no", here.wall())
    room = open_exercise(here, EMMA, "45", owner_id=owner.id, people=1, seed=3)
    person = Browser(app)
    person.send("/join", {"pin": room.pin})
    person.send("/join/name", {"name": "Ann", "lang": "en"})
    person.post("/lobby/role")
    asked = plan_for(EMMA.scenario(), "45").expected["X28"][1].line or ""
    here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start-it")
    team = here.store.teams(room.exercise_id)[0].id
    offer = OfferHandover("kontaktlaerer", asked, "2wd")
    assert here.conduct.handle(team, Actor("colleague", "rektor"), offer, "offer-it").code is None
    said = plan_for(EMMA.scenario("en"), "45").expected["X28"][1].line or ""
    shown = person.words("/desk/items/handover.rektor-kontaktlaerer-1@kontaktlaerer")
    assert said in shown
    assert asked not in shown


@pytest.mark.parametrize("format_name", ["90", "180"])
def test_no_page_of_a_seat_shows_a_colleagues_words_in_another_language(
    app: Flask, here: Runtime, format_name: str
) -> None:
    """At several moments of a whole exercise, in English, none of the desk, the plan, the letters
    and the handovers holds a sentence that the scenario has a colleague say in bokmål."""
    played = rehearse(EMMA, format_name, seed=4)
    here.conduct._shelf.put(EMMA)
    row = ExerciseRow("x", EMMA.digest, format_name, 1, "measured")
    plan = here.conduct.plan(row, "en")
    written = plan.written
    assert written is not None
    foreign = {text for text, own in zip(written.said, plan.said, strict=True) if text != own}
    long = {text for text in foreign if len(text) > MOST_SHARED}
    shown = 0
    for share in (3, 5, 7, 9):
        head = len(played.entries) * share // 10
        state = refold(written, played.entries[:head])
        for seat in plan.seats:
            seen = Sight(state, plan, state.at_ms, state.story_ms, seat)
            with app.test_request_context(), force_locale("en"):
                html = told_to(seen)
                items = [item(seen, each.id, "") for each in seen.state[Inbox].of(seat)]
            html += " ".join(escape(each.text) for each in items if each)
            left = [text for text in long if escape(text) in html]
            assert left == [], (share, seat)
            shown += len(html)
    assert shown
