"""People before numbers: phases that the facilitator opens, and everybody follows."""

from __future__ import annotations

import re

import pytest

from scenarios.loader import Loaded
from tests.webapp.browser import Browser
from tests.webapp.conftest import Wall
from tests.webapp.gjennomgang.played import PAGES, Gjennomgang
from webapp.opening import open_exercise
from webapp.runtime import Runtime


@pytest.mark.parametrize("stage", ["", "reactions", "description"])
def test_no_page_with_numbers_opens_before_the_analysis(played: Gjennomgang, stage: str) -> None:
    """B2: before the analysis has been opened they answer 403, to everybody."""
    if stage:
        played.open(stage)
    for page in PAGES:
        assert played.leader.get(played.at(1, page)).status_code == 403
        assert played.screen.get(played.at(1, page)).status_code == 403
        assert played.people[0].get(f"/gjennomgang/vis/{page}").status_code == 403


def test_the_numbers_stay_open_once_the_analysis_was(analysed: Gjennomgang) -> None:
    """B2: back and forth is allowed; what has been shown is not hidden again."""
    analysed.open("application")
    for page in PAGES:
        assert analysed.leader.get(analysed.at(1, page)).status_code == 200
        assert analysed.screen.get(analysed.at(1, page)).status_code == 200
        assert analysed.people[0].get(f"/gjennomgang/vis/{page}").status_code == 200
    assert analysed.leader.get(analysed.at(1, "nothing")).status_code == 404
    assert analysed.leader.get(analysed.at(9)).status_code == 404


def test_the_first_minute_has_no_table_and_no_percentage(played: Gjennomgang) -> None:
    """Mechanics 6: her line, three moments, one count, one question; nothing that ranks."""
    played.open("description")
    for shown in played.everybody().values():
        main = shown.partition("<main")[2].partition("</main>")[0]
        assert "<table" not in main
        assert "%" not in main
        assert main.count('class="moment-card"') == 3
        assert main.count('class="open-question"') == 1
        assert "Lag 2" not in main or 'aria-label="Lag"' in main


def test_everybody_sees_the_phase_that_is_open(played: Gjennomgang) -> None:
    """B2: the facilitator opens it for all; participants can't open anything."""
    titles = {
        "reactions": "Førsteinntrykk",
        "description": "Hva skjedde?",
        "analysis": "Hva gjorde at det ble slik?",
        "application": "Hva gjør vi nå?",
    }
    for stage, title in titles.items():
        played.open(stage)
        for shown in played.everybody().values():
            assert f"<h1>{title}</h1>" in shown
    sent = {"kind": "debrief.open", "body.stage": "reactions", "next": "/gjennomgang"}
    played.people[0].post("/act", sent)
    assert "<h1>Hva gjør vi nå?</h1>" in played.people[0].get("/gjennomgang").text


def test_only_the_facilitator_has_the_buttons(played: Gjennomgang) -> None:
    """The room's screen and the phones have nothing to press."""
    shown = played.everybody()
    assert 'value="debrief.open"' in shown["leader"]
    assert 'value="debrief.open"' not in shown["screen"] + shown["participant"]
    assert "<form" not in shown["screen"]
    as_room = played.leader.get(f"{played.at()}?screen=1").text
    assert "<form" not in as_room


def test_a_waiting_page_learns_of_the_next_phase(played: Gjennomgang) -> None:
    """Decision 27: its state answers with the region only when another phase is opened."""
    played.open("description")
    for browser, page, state in (
        (played.screen, played.at(), f"{played.at()}/state"),
        (played.leader, played.at(), f"{played.at()}/state"),
        (played.people[0], "/gjennomgang", "/gjennomgang/state"),
    ):
        shown = browser.get(page).text
        found = re.search(r'data-region="([^"]+)" data-mark="([^"]+)"', shown)
        assert found
        held = f"{found[1]}.{found[2]}"
        assert _regions(browser, f"{state}?held={held}") == []
        assert _regions(browser, state) == [found[1]]


def _regions(browser: Browser, address: str) -> list[str]:
    said = browser.get(address).json
    assert said is not None
    return [each["region"] for each in said["regions"]]


def test_before_the_end_there_is_no_gjennomgang(
    played: Gjennomgang, here: Runtime, small: Loaded
) -> None:
    """While people play, its addresses lead back to play."""
    owner = here.room.room(played.room.exercise_id).owner_id
    fresh = open_exercise(here, small, "demo", owner_id=owner)
    for path in ("", "/1", "/1/five-r"):
        answer = played.leader.get(f"/gjennomgang/{fresh.exercise_id}{path}")
        assert answer.status_code == 303
    assert "gjennomgang" not in str(answer.location)


def test_it_ends_with_somebody_to_talk_to(played: Gjennomgang) -> None:
    """The last phase asks how people are, and tells whom they can ring."""
    played.open("application")
    for shown in played.everybody().values():
        assert "Hvordan har dere det nå?" in shown
        assert "116 111" in shown


def test_whoever_leads_sees_how_much_of_a_phase_is_used(played: Gjennomgang, wall: Wall) -> None:
    """B2: in whole minutes beside the plan, for the facilitator alone, and anew when it is opened
    again."""
    played.open("description")
    wall.ms += 3 * 60_000 + 5_000
    pages = played.everybody()
    assert "3 brukt" in pages["leader"]
    assert "brukt" not in pages["participant"] + pages["screen"]
    played.open("description")
    assert "0 brukt" in played.leader.get(played.at()).text
