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
    )
    for sent in nonsense:
        assert person.post_json("/drafts", sent).status_code == 400
