"""Drafts follow their writer to a new phone, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from tests.webapp.browser import Browser
from webapp.rows import RoomRow

ASK = "/desk/do/ask"


def test_a_draft_is_there_again_on_the_page_it_belongs_to(person: Browser) -> None:
    """A11: it is handed back as it was kept; sent, it is gone."""
    assert (
        person.post_json("/drafts", {"about": "ask:", "text": '["Hvem ringer?"]'}).status_code
        == 200
    )
    assert '["Hvem ringer?"]' in unescape(person.get(ASK).text)
    person.post_json("/drafts", {"about": "ask:", "text": ""})
    assert "Hvem ringer?" not in unescape(person.get(ASK).text)


def test_a_draft_that_comes_after_its_act_stays_away(person: Browser) -> None:
    """A11: on a poor line the draft may be the later of the two; what is sent stays gone."""
    asked = {"kind": "question.ask", "body": {"to": "rektor", "text": "Hvem ringer?"}}
    late = {"about": "ask:", "text": '["Hvem ringer?"]', "command_id": "act-sent-1"}
    answer = person.post_json("/act", {**asked, "command_id": "act-sent-1"}).get_json()
    assert answer["ok"], answer
    person.post_json("/drafts", late)
    assert '["Hvem ringer?"]' not in unescape(person.get(ASK).text)


def test_a_refused_act_gives_its_draft_back(person: Browser) -> None:
    """A11: only what is stored is sent."""
    asked = {"kind": "question.ask", "body": {"to": "nobody", "text": "Hvem ringer?"}}
    person.post_json(
        "/drafts", {"about": "ask:", "text": '["Hvem ringer?"]', "command_id": "act-refused"}
    )
    assert not person.post_json("/act", {**asked, "command_id": "act-refused"}).get_json()["ok"]
    assert '["Hvem ringer?"]' in unescape(person.get(ASK).text)


def test_a_draft_is_nobody_elses(playing: RoomRow, seated: Callable[..., Browser]) -> None:
    """Not even on the same seat: a pair writes apart."""
    del playing
    first, second = seated("Kari"), seated("Ola")
    first.post_json("/drafts", {"about": "ask:", "text": '["bare min"]'})
    assert "bare min" not in unescape(second.get(ASK).text)


def test_what_looks_like_a_real_person_is_not_kept(person: Browser) -> None:
    """C11 holds for what is not sent, too."""
    answer = person.post_json("/drafts", {"about": "ask:", "text": "kari.nordmann@example.no"})
    assert answer.get_json() == {"kept": False}
    assert "nordmann" not in person.get(ASK).text


def test_nonsense_is_refused(person: Browser) -> None:
    """No draft is about nothing, or longer than a person writes."""
    nonsense: tuple[object, ...] = (
        [],
        {"text": "x"},
        {"about": "a", "text": "x" * 9_000},
        {"about": "a" * 200},
        {"about": "a", "command_id": "c" * 200},
    )
    for sent in nonsense:
        assert person.post_json("/drafts", sent).status_code == 400
