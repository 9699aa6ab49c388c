"""The catalogue as a page: whoever plays and whoever leads can read every role, and the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask_babel import force_locale

from debrief.lenses import STEPS
from scenarios.catalogue import catalogue
from scenarios.duration import parse
from scenarios.loader import Loaded
from scenarios.schema import Language
from tests.webapp.browser import Browser
from webapp.regions.catalogue import within
from webapp.regions.way import steps

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
FIRST = "helsesykepleier"
ROLE = re.compile(r'href="/catalogue/roles/(R\d\d)"')


def read(person: Browser, path: str) -> str:
    """The words of a page that is there."""
    answer = person.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.text)


def test_the_team_leads_to_the_roles_and_back(person: Browser) -> None:
    """From Laget to the list, to a colleague's own role, and home again."""
    team = read(person, "/desk?place=team")
    assert 'href="/catalogue"' in team
    assert set(ROLE.findall(team)) <= set(catalogue())
    assert ROLE.findall(team)
    assert 'href="/desk?place=team"' in read(person, "/catalogue")


def test_the_list_has_every_role_once_under_its_sector(person: Browser) -> None:
    """51 links under seven headings, and the reader's own role said in words."""
    page = read(person, "/catalogue")
    assert sorted(ROLE.findall(page)) == sorted(catalogue())
    headed = re.findall(r'<h2 id="(\w+)" class="sector"', page)
    assert sorted(headed) == sorted({role.sector for role in catalogue().values()})
    assert page.count("rollen din") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_leads_can_read_every_role_in_their_language(
    language: Language, leader: Browser
) -> None:
    """Each page says all that the catalogue says, and none is left in bokmål."""
    leader.post("/language", {"lang": language, "next": "/library"})
    assert 'href="/catalogue"' in read(leader, "/library")
    for role in catalogue(language).values():
        page = read(leader, f"/catalogue/roles/{role.id}")
        for said in (role.name, role.mandate, *role.can, *role.cannot):
            assert said in page, (language, role.id)
        for limit in role.deadlines:
            assert limit.text in page, (language, role.id)


def test_only_law_and_guidance_are_shown_as_asked_for(leader: Browser) -> None:
    """C1: a default of the drill, local practice and doubt each say what they are."""
    school = read(leader, "/catalogue/roles/R08")
    assert "Lokal praksis, ikke et krav" in school
    assert "Øvelsens eget mål, ikke et krav" in school
    assert "Krav · oppll § 10-6 · lest i loven, 22. november 2026" in school
    assert "Usikkert, sjekk før du bruker det" in read(leader, "/catalogue/roles/R12")


def test_no_row_is_shown_without_its_mark_and_its_date(leader: Browser) -> None:
    """Every law and time limit tells how sure it is, and the day it was read."""
    for role in catalogue().values():
        page = read(leader, f"/catalogue/roles/{role.id}")
        rows = re.findall(r"<li[^>]*>\s*<strong>.*?</li>", page, re.DOTALL)
        assert len(rows) >= len(role.laws) + len(role.deadlines)
        assert [row for row in rows if "22. november 2026" not in row] == [], role.id


def test_a_seat_reads_the_law_of_its_story(person: Browser, small: Loaded) -> None:
    """The day of the story picks the rows, and the page says which day it is."""
    page = read(person, "/catalogue/roles/R18")
    year = small.scenario().story_start.year
    assert re.search(rf"slik de er \d+\. \w+ {year}", page)
    assert ("fastlegeforskr. 2012-842" in page) == (year < 2026)


def test_the_words_that_mix_up_stand_side_by_side(person: Browser) -> None:
    """L03, L05, L07, L09: three words, four kinds of coordinator, each leading to its role."""
    page = read(person, "/catalogue/words")
    for word in ("Samordning", "Samarbeid", "Samhandling", "Koordinator", "Barnekoordinator",
                 "Stafettholder", "Forløpskoordinator"):  # fmt: skip
        assert re.search(rf"<dt>\s*{word}\s*</dt>", page), word
    assert {"R25", "R26", "R27", "R28"} <= set(ROLE.findall(page))


def test_a_role_there_is_not_is_not_found(person: Browser, browser: Callable[..., Browser]) -> None:
    """An unknown role answers 404; a stranger reads nothing."""
    assert person.get("/catalogue/roles/R99").status_code == 404
    for path in ("/catalogue", "/catalogue/words", "/catalogue/roles/R01"):
        assert browser().get(path).status_code == 403


def test_the_pages_need_no_script_and_fill_in_nothing(person: Browser) -> None:
    """Reading is all there is: no form of its own, every link a plain one."""
    for path in ("/catalogue", "/catalogue/words", "/catalogue/roles/R31"):
        body = read(person, path).partition('class="catalogue"')[2].partition("<form")[0]
        assert "onclick" not in body
        assert "<h1>" in body


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("10wd", "10 virkedager"),
        ("1wd", "1 virkedag"),
        ("8h", "8 timer"),
        ("48h", "48 timer"),
        ("1w", "1 uke"),
        ("14d", "2 uker"),
        ("90d", "3 måneder"),
        ("10d", "10 dager"),
    ],
)
def test_a_length_of_time_is_told_in_words(amount: str, told: str, app: Flask) -> None:
    """As the law counts it: working days, hours, weeks, months."""
    with app.app_context(), force_locale("nb"):
        assert within(parse(amount)) == told
        assert within(None) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_is_there_to_look_up_and_is_the_one_looked_back_on(
    language: Language, person: Browser, leader: Browser
) -> None:
    """M31: five steps in the order of the gjennomgang, for a seat in play and for whoever leads;
    they know nothing of the story."""
    for reader in (person, leader):
        reader.post("/language", {"lang": language, "next": "/catalogue"})
        assert 'href="/catalogue/way"' in read(reader, "/catalogue")
        page = read(reader, "/catalogue/way")
        with reader.client.application.app_context(), force_locale(language):
            told = steps()
        assert len(told) == len(STEPS) == page.count('class="word"')
        places = [page.index(f"{number}. {step.name}") for number, step in enumerate(told, 1)]
        assert places == sorted(places)
        assert all(said in page for step in told for said in (step.about, step.how, step.asks))
        assert not any("Tuva" in said for step in told for said in (step.about, step.asks))
