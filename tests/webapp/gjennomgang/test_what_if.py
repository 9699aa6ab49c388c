"""Hva om …?: asked by whoever leads once the analysis is open, played beside, told in words."""

from __future__ import annotations

import re
import time

import pytest

from tests.webapp.gjennomgang.played import Gjennomgang
from webapp.whatif_runs import PAIRS

LINK = re.compile(r'href="(/gjennomgang/[^"]+/what-if/\d+)"')
CHOICE = re.compile(r'name="alternative"\s+value="([^"]+)"')
SIMULATION = "Dette er en simulering."


def _moment(analysed: Gjennomgang) -> str:
    """The address of the first moment that something can be tried at."""
    for where in LINK.findall(analysed.leader.get(analysed.at(1, "timeline")).text):
        page = analysed.leader.get(where)
        assert page.status_code == 200
        if CHOICE.search(page.text):
            return str(where)
        assert "ikke noe annet å prøve" in page.text
    raise AssertionError("nothing can be tried anywhere")


def test_the_timeline_leads_there_for_whoever_leads(analysed: Gjennomgang) -> None:
    """Participants and the screen have no such links."""
    assert "Hva om …?" in analysed.leader.get(analysed.at(1, "timeline")).text
    assert "Hva om …?" not in analysed.screen.get(analysed.at(1, "timeline")).text
    assert "Hva om …?" not in analysed.people[0].get("/gjennomgang/vis/timeline").text


def test_it_is_closed_until_the_analysis(played: Gjennomgang) -> None:
    """B2: 403 for everybody, and no run begins."""
    where = played.at(1, "what-if/20")
    assert played.leader.get(where).status_code == 403
    assert played.screen.get(where).status_code == 403
    assert played.leader.post(where, {"alternative": "without"}).status_code == 403
    assert played.leader.get(f"{where}/without").status_code == 403


def test_others_cannot_ask(analysed: Gjennomgang) -> None:
    """A participant has no way in, and the screen may look but begin nothing."""
    where = _moment(analysed)
    assert analysed.people[0].get(where).status_code in (303, 403)
    assert analysed.screen.post(where, {"alternative": "without"}).status_code == 403
    looked = analysed.screen.get(where)
    assert looked.status_code == 200
    assert "<form" not in looked.text


def test_choices_come_unticked_and_say_that_it_is_a_simulation(analysed: Gjennomgang) -> None:
    """What happened, what can be tried, and what it is."""
    page = analysed.leader.get(_moment(analysed)).text
    assert CHOICE.findall(page)
    assert "checked" not in page
    assert SIMULATION in page


def test_a_moment_that_is_none_is_not_found(analysed: Gjennomgang) -> None:
    """Nothing can be tried at the forming of the team, or at an entry that does not exist."""
    for seq in (1, 99_999):
        assert analysed.leader.get(analysed.at(1, f"what-if/{seq}")).status_code == 404
    assert analysed.leader.get(f"{_moment(analysed)}/dance").status_code == 404


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_run_goes_from_progress_to_words(analysed: Gjennomgang, lang: str) -> None:
    """Without script: asked for, waited for by plain links, told in words before the table."""
    where = _moment(analysed)
    choice = CHOICE.findall(analysed.leader.get(where).text)[0]
    shown = analysed.leader.post(where, {"alternative": choice})
    assert shown.status_code == 303
    begun = time.monotonic()
    while "<progress" in (page := analysed.leader.get(f"{where}/{choice}?lang={lang}").text):
        assert time.monotonic() - begun < 60
        time.sleep(0.3)
    assert 'class="what-if-words"' in page, page[-3000:]
    assert page.index('class="what-if-words"') < page.index("<table")
    assert str(PAIRS) in page
    assert "what-if-simulation" in page
    again = analysed.leader.post(where, {"alternative": choice})
    assert again.status_code == 303
    assert "<progress" not in analysed.leader.get(f"{where}/{choice}").text
    assert 'class="what-if-words"' in analysed.screen.get(f"{where}/{choice}").text
    state = analysed.leader.get(f"{where}/{choice}/state").get_json()
    assert state["again"] == 0


def test_nothing_is_stored(analysed: Gjennomgang) -> None:
    """The timeline is the same before and after a run."""
    where = _moment(analysed)
    before = re.findall(r'id="seq-\d+"', analysed.leader.get(analysed.at(1, "timeline")).text)
    choice = CHOICE.findall(analysed.leader.get(where).text)[0]
    analysed.leader.post(where, {"alternative": choice})
    after = re.findall(r'id="seq-\d+"', analysed.leader.get(analysed.at(1, "timeline")).text)
    assert before == after
