"""Førsteinntrykk: cards without names, and how many are still to come."""

from __future__ import annotations

from tests.webapp.browser import Browser
from tests.webapp.gjennomgang.played import Gjennomgang


def _give(person: Browser, well: str) -> None:
    sent = {"kind": "hotwash.give", "body.well": well, "next": "/gjennomgang"}
    assert person.post("/act", sent).location == "/gjennomgang"


def test_whoever_has_not_answered_gets_the_form(played: Gjennomgang) -> None:
    """And sees what the others said only afterwards."""
    first, second = played.people[0], played.people[1]
    _give(first, "Vi ringte hverandre")
    waiting = second.get("/gjennomgang").text
    assert 'value="hotwash.give"' in waiting
    assert "Vi ringte hverandre" not in waiting
    _give(second, "Alle kom på møtet")
    done = second.get("/gjennomgang").text
    assert 'value="hotwash.give"' not in done
    assert "Vi ringte hverandre" in done


def test_the_cards_tell_nobody_whose_they_are(played: Gjennomgang) -> None:
    """B2, B3: sorted by their words, so the order in which they came is not shown."""
    _give(played.people[0], "Å spørre hjalp")
    _give(played.people[1], "Bra møte")
    for shown in played.everybody().values():
        assert shown.index("Bra møte") < shown.index("Å spørre hjalp")


def test_it_says_how_many_are_still_to_come(played: Gjennomgang) -> None:
    """Every wait says whom we wait for."""
    assert "0 har svart." in played.leader.get(played.at()).text
    _give(played.people[0], "Bra")
    shown = played.leader.get(played.at()).text
    assert "1 har svart." in shown
    assert f"Vi venter på {len(played.people) - 1} til." in shown


def test_one_team_does_not_read_the_cards_of_another(played: Gjennomgang) -> None:
    """D7: each team has its own gjennomgang."""
    _give(played.people[0], "Bare for lag en")
    _give(played.others[0], "Bare for lag to")
    mine = played.people[0].get("/gjennomgang").text
    assert "Bare for lag en" in mine
    assert "Bare for lag to" not in mine


def test_what_people_write_stays_text(played: Gjennomgang) -> None:
    """D12: nothing that is written runs."""
    _give(played.people[0], "<script>alert(1)</script>{{7*7}}")
    for shown in (played.leader.get(played.at()).text, played.screen.get(played.at()).text):
        assert "<script>alert" not in shown
        assert "{{7*7}}" in shown
