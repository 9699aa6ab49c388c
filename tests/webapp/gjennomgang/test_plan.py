"""The forbedringsplan in the gjennomgang and after it (B9; F36 counts kept without persons)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask import Flask
from icalendar import Calendar

from facilitator.improvement.row import Outcome
from facilitator.improvement.store import ImprovementStore
from scenarios.loader import Loaded
from simulator.journal.store import SqlStore
from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD, Wall
from tests.webapp.gjennomgang.played import NAMES, Gjennomgang
from webapp.accounts.first_link import new_account
from webapp.config import Config
from webapp.factory import build
from webapp.opening import open_exercise
from webapp.runtime import Runtime
from webapp.security import passwords

NEW = re.compile(r'href="(/gjennomgang/[^"]+/plan/new\?code=[^"]+)"')


@pytest.fixture
def store(here: Runtime) -> ImprovementStore:
    """The plan behind the pages."""
    assert isinstance(here.store, SqlStore)
    return ImprovementStore(here.store.database)


@pytest.fixture
def last_phase(analysed: Gjennomgang) -> Gjennomgang:
    """The exercise with the last phase open."""
    analysed.leader.get(analysed.at())
    analysed.open("application")
    return analysed


def _written(**changed: str) -> dict[str, str]:
    """A form that has all that it needs."""
    return {
        "finding": "Ingen visste hvem som hadde saken.",
        "measure": "Hver oppgave får en rolle.",
        "level": "service",
        "owner": "Tjenestene sammen",
        "due": "2027-03-01",
        "verify": "small",
        **changed,
    }


def test_a_proposal_is_taken_edited_and_shown_to_all(
    last_phase: Gjennomgang, store: ImprovementStore
) -> None:
    """B9: from a finding with evidence to a row with measure, level, owner, date and the exercise
    that verifies; participants and the room read it, and have nothing to write with."""
    page = last_phase.leader.get(last_phase.at()).text
    where = unescape(NEW.findall(page)[0])
    form = last_phase.leader.get(where)
    assert form.status_code == 200
    code = where.partition("code=")[2]
    sent = _written(code=code, measure="Vi spør først.")
    answer = last_phase.leader.post(last_phase.at(1, "plan/new"), sent)
    assert answer.location == last_phase.at()
    (row,) = store.rows(last_phase.room.exercise_id, 1)
    assert (row.code, row.measure, row.due, row.owner) == (
        code,
        "Vi spør først.",
        "2027-03-01",
        "Tjenestene sammen",
    )
    assert row.evidence
    for shown in last_phase.everybody().values():
        assert "Vi spør først." in shown
    for who in (last_phase.people[0].get("/gjennomgang"), last_phase.screen.get(last_phase.at())):
        assert "/plan/" not in who.text
        assert "Forslag fra det som skjedde" not in who.text


def test_a_note_from_elsewhere_can_be_taken_in(last_phase: Gjennomgang) -> None:
    """What somebody wrote stands in the form of a new row, to be worded anew."""
    page = last_phase.leader.get(last_phase.at(1, "plan/new?finding=Vi+ventet+på+svar."))
    assert ">Vi ventet på svar.</textarea>" in page.text


def test_a_row_without_what_it_needs_comes_back_as_it_was_written(
    last_phase: Gjennomgang, store: ImprovementStore
) -> None:
    """B9: owner and date are asked for; what was written stands there still."""
    sent = _written(owner="", due="", measure="Vi ringer.")
    answer = last_phase.leader.post(last_phase.at(1, "plan/new"), sent)
    assert answer.status_code == 422
    assert "Vi ringer." in answer.text
    assert answer.text.count("ds-validation-message") == 2
    assert store.rows() == []


@pytest.mark.parametrize(
    "text",
    ["Ring 912 34 567.", "Skriv til kari@example.no.", f"{NAMES[1]} følger opp.", "01010750160"],
)
def test_no_person_gets_into_the_plan(
    last_phase: Gjennomgang, store: ImprovementStore, text: str
) -> None:
    """Numbers, addresses and names of those who took part are stopped, and it is said why."""
    answer = last_phase.leader.post(last_phase.at(1, "plan/new"), _written(measure=text))
    assert answer.status_code == 422
    assert store.rows() == []


def test_the_owner_is_from_the_list(last_phase: Gjennomgang, store: ImprovementStore) -> None:
    """A role or service, so that nobody is named by mistake."""
    answer = last_phase.leader.post(last_phase.at(1, "plan/new"), _written(owner="Kari Hansen"))
    assert answer.status_code == 422
    assert store.rows() == []


def test_nothing_is_written_before_the_last_phase_or_by_others(
    analysed: Gjennomgang, store: ImprovementStore
) -> None:
    """403 before the phase, and for all but whoever leads."""
    where = analysed.at(1, "plan/new")
    assert analysed.leader.get(where).status_code == 403
    assert analysed.leader.post(where, _written()).status_code == 403
    analysed.open("application")
    for who in (analysed.people[0], analysed.screen):
        assert who.get(where).status_code in (303, 403)
        assert who.post(where, _written()).status_code in (303, 403)
        assert who.get("/improvement").status_code in (303, 403)
    assert store.rows() == []


def test_five_rows_and_no_more(last_phase: Gjennomgang, store: ImprovementStore) -> None:
    """B9: one to five, so that something comes of them."""
    for _each in range(6):
        last_phase.leader.post(last_phase.at(1, "plan/new"), _written())
    assert len(store.rows()) == 5
    assert "Skriv et eget tiltak" not in last_phase.leader.get(last_phase.at()).text


def test_it_is_changed_later_with_its_history(
    last_phase: Gjennomgang, store: ImprovementStore, wall: Wall
) -> None:
    """The status changes, a reason is asked for, and what was stays to be read."""
    last_phase.leader.post(last_phase.at(1, "plan/new"), _written())
    (row,) = store.rows()
    where = f"/improvement/{row.id}"
    assert last_phase.leader.post(where, {"status": "dropped"}).status_code == 422
    wall.ms += 60_000
    done = {"status": "dropped", "reason": "Vi gjør noe annet."}
    assert last_phase.leader.post(where, done).location == "/improvement"
    assert [each.field for each in store.history(row.id)] == ["status", "reason"]
    shown = last_phase.leader.get(where).text
    assert "Lagt bort" in shown
    assert "Vi gjør noe annet." in last_phase.leader.get("/improvement").text
    assert last_phase.leader.get("/improvement/none").status_code == 404


def test_the_calendar_file_parses_back(last_phase: Gjennomgang) -> None:
    """RFC 5545: a whole-day event for each open row, the same bytes each time."""
    long = "Vi avtaler hvem som ringer, og når; æøå, komma: " * 5
    last_phase.leader.post(last_phase.at(1, "plan/new"), _written(measure=long))
    sent = last_phase.leader.get("/improvement/calendar.ics")
    assert sent.mimetype == "text/calendar"
    assert all(len(line) <= 75 for line in sent.data.split(b"\r\n"))
    (event,) = Calendar.from_ical(sent.data).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 3, 1)
    assert long.strip() in str(event["summary"])
    assert last_phase.leader.get("/improvement/calendar.ics").data == sent.data


def test_the_plan_survives_the_exercise_and_the_server(
    last_phase: Gjennomgang, store: ImprovementStore, here: Runtime, config: Config, wall: Wall
) -> None:
    """B9: the exercise is deleted, the server starts anew, and the plan is there, also for a
    colleague of the same organisation."""
    last_phase.leader.post(last_phase.at(1, "plan/new"), _written())
    assert isinstance(here.store, SqlStore)
    here.store.delete_exercise(last_phase.room.exercise_id, wall.ms)
    again = build(config, wall)
    found: Runtime = again.extensions["samspill"]
    colleague = new_account(found.accounts, "kollega@example.no", wall.ms)
    found.accounts.set_password(colleague.id, passwords.hashed(PASSWORD))
    browser = Browser(again)
    browser.post("/login", {"email": "kollega@example.no", "password": PASSWORD})
    page = browser.get("/improvement")
    assert "Hver oppgave får en rolle." in page.text
    (row,) = store.rows()
    assert browser.get(f"/improvement/{row.id}").status_code == 200


def test_the_counts_are_kept_once_when_the_analysis_opens(
    last_phase: Gjennomgang, store: ImprovementStore
) -> None:
    """Each team's counts, about nobody, whoever opens the page and however often."""
    last_phase.open("analysis")
    for _time in range(2):
        last_phase.everybody()
    kept = store.outcomes("small", "demo", "RO4")
    assert [(each.team_number, each.n > 0) for each in kept] == [(1, True)]


def test_the_row_shows_how_it_has_gone_against_ones_own_past(
    last_phase: Gjennomgang, store: ImprovementStore
) -> None:
    """Words, a picture and a table of one's own exercises; under five observations, so much is
    said; other scenarios are not in it."""
    page = last_phase.leader.get(last_phase.at()).text
    taken = [each.rpartition("=")[2] for each in NEW.findall(page)]
    for code in taken:
        last_phase.leader.post(last_phase.at(1, "plan/new"), _written(code=code))
    row = next(each for each in store.rows() if each.indicator)
    store.count(
        [
            Outcome("old", 1, row.indicator, "small", "demo", 0.25, 8, 1_700_000_000_000),
            Outcome("older", 1, row.indicator, "small", "demo", 1.0, 2, 1_600_000_000_000),
            Outcome("other", 1, row.indicator, "emma", "demo", 0.77, 8, 1_700_000_000_000),
        ]
    )
    shown = last_phase.leader.get(f"/improvement/{row.id}").text
    assert "<svg" in shown
    assert "0,25" in shown
    assert "for lite grunnlag" in shown
    assert "0,77" not in shown


def test_the_console_says_before_the_start_what_was_agreed_last(
    last_phase: Gjennomgang, store: ImprovementStore, here: Runtime, small: Loaded
) -> None:
    """At the start of the organisation's next exercise: what, who, when and how far."""
    last_phase.leader.post(last_phase.at(1, "plan/new"), _written())
    over = last_phase.leader.get(f"/exercises/{last_phase.room.exercise_id}/console").text
    assert "Dette ble dere enige om sist" not in over
    following = open_exercise(here, small, "demo", owner_id=last_phase.room.owner_id, teams=1)
    page = last_phase.leader.get(f"/exercises/{following.exercise_id}/console").text
    assert "Dette ble dere enige om sist" in page
    assert "Hver oppgave får en rolle." in page
    assert "1. mars 2027 · Åpent" in page


def test_the_next_exercise_shows_it_and_asks_whether_it_held(
    last_phase: Gjennomgang, store: ImprovementStore, app: Flask
) -> None:
    """What was agreed after another exercise is asked about where its scenario is played again."""
    last_phase.leader.post(last_phase.at(1, "plan/new"), _written())
    (row,) = store.rows()
    assert "Holdt det?" not in last_phase.leader.get(last_phase.at()).text
    where = last_phase.at(1, f"plan/{row.id}/held")
    assert last_phase.leader.post(where, {"answer": "yes"}).status_code == 404
    earlier = _of_an_earlier_exercise(store, row.id)
    page = last_phase.leader.get(last_phase.at()).text
    assert "Dette ble dere enige om sist" in page
    where = last_phase.at(1, f"plan/{earlier}/held")
    assert f'action="{where}"' in page
    assert last_phase.people[0].post(where, {"answer": "yes"}).status_code in (303, 403)
    assert last_phase.leader.post(where, {"answer": "perhaps"}).status_code == 404
    assert last_phase.leader.post(where, {"answer": "partly"}).location == last_phase.at()
    assert [each.answer for each in store.verdicts()[earlier]] == ["partly"]
    assert "<strong>Delvis</strong>" in last_phase.people[0].get("/gjennomgang").text


def _of_an_earlier_exercise(store: ImprovementStore, row_id: str) -> str:
    """The same row, as if it had been agreed long ago after another exercise."""
    row = store.row(row_id)
    assert row
    store.add(replace(row, id="earlier", exercise_id="another", made_wall=1))
    return "earlier"
