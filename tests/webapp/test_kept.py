"""Refused without a script: the reason stands beside every word that was written (A11, C11)."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from simulator.play.answers import Answers
from simulator.play.kernel import State
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

SAID = "Ring mor på 912 34 567 før fredag"
REASONS = {
    "nb": "ligner et ekte telefonnummer",
    "nn": "liknar eit ekte telefonnummer",
    "en": "looks like a real telephone number",
}


def asks(person: Browser, text: str) -> dict[str, str]:
    """A question to the rektor, as a form sends it."""
    del person
    return {"kind": "question.ask", "body.to": "rektor", "body.text": text, "next": "/desk?done=1"}


@pytest.mark.parametrize("lang", REASONS)
def test_a_real_number_is_stopped_with_words_and_nothing_is_lost(
    playing: RoomRow, here: Runtime, joined: Callable[..., Browser], lang: str
) -> None:
    """C11: why, in the reader's language; the text is given back and is in no journal."""
    person = joined("Kari")
    person.post("/language", {"lang": lang})
    shown = person.send("/act", asks(person, SAID))
    told = unescape(shown.text)
    assert shown.status_code == 409
    assert REASONS[lang] in told
    assert SAID in told.partition("<textarea")[2]
    assert 'name="body.to" value="rektor"' in told
    team = here.store.teams(playing.exercise_id)[0].id
    assert "912 34" not in str(here.conduct.entries(team))


def test_the_corrected_text_goes_through(
    playing: RoomRow, here: Runtime, joined: Callable[..., Browser]
) -> None:
    """What comes back can be sent again as it stands."""
    person = joined("Kari")
    person.send("/act", asks(person, SAID))
    assert person.post("/act", asks(person, "Ring mor før fredag")).status_code == 303
    team = here.store.teams(playing.exercise_id)[0].id
    state: State = here.conduct.state(team)
    assert [each.text for each in state[Answers].questions.values()] == ["Ring mor før fredag"]


def test_what_is_not_somebodys_words_is_not_shown_as_such(
    playing: RoomRow, joined: Callable[..., Browser]
) -> None:
    """A refused choice is told on the page it came from, as before."""
    del playing
    person = joined("Kari")
    sent = {"kind": "task.claim", "body.task": "T99", "next": "/device"}
    assert person.post("/act", sent).location == "/device"
