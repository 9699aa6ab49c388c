"""Every number and every sentence leads to the entries it rests on."""

from __future__ import annotations

import re

from tests.webapp.gjennomgang.played import PAGES, Gjennomgang, bare
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.views import READINGS

LINK = re.compile(r'href="([^"#]*/replay)\?at=(\d+)"')
ANCHOR = re.compile(r'id="seq-(\d+)"')


def test_every_link_of_evidence_leads_to_an_entry(analysed: Gjennomgang) -> None:
    """B4: it opens the replay there, at something that the same person's timeline tells."""
    timelines = {
        who: set(ANCHOR.findall(shown)) for who, shown in analysed.everybody("timeline").items()
    }
    found = 0
    for page in ("", *PAGES):
        if page == "replay":
            continue
        for who, shown in analysed.everybody(page).items():
            for address, seq in LINK.findall(shown):
                assert seq in timelines[who], (page, who, seq)
                assert ("/vis/" in address) == (who == "participant")
                found += 1
    assert found > 100


def test_every_indicator_says_how_it_is_worked_out(analysed: Gjennomgang) -> None:
    """B4: formula in words, n, the counts behind and links to the entries."""
    shown = analysed.leader.get(analysed.at(1, "five-r")).text
    blocks = re.findall(
        r'<details class="indicator".*?</details>\s*(?=<details|</li>)', shown, re.DOTALL
    )
    assert len(blocks) >= 10
    for block in blocks:
        assert "Slik regnes det" in block
        assert re.search(r"n = \d+", block)
        assert LINK.search(block) or "ingen anledning" in block


def test_the_moments_lead_to_their_entries_once_numbers_are_open(analysed: Gjennomgang) -> None:
    """B4: each moment and the count of the first minute rest on entries one can open."""
    analysed.open("application")
    shown = analysed.leader.get(analysed.at()).text
    cards = re.findall(
        r'<li class="moment-card".*?</li>\s*(?=<li class="moment-card"|</ol>)', shown, re.DOTALL
    )
    assert len(cards) == 3
    for card in cards:
        assert LINK.search(card) or "Journalen" in card or "Det var aldri lenge" in card


def test_the_same_journal_gives_the_same_bytes(analysed: Gjennomgang) -> None:
    """B4: opened twice, and read anew, every page is the same."""
    kept: Readings = analysed.leader.client.application.extensions[READINGS]
    for page in ("", *PAGES):
        first = {who: bare(shown) for who, shown in analysed.everybody(page).items()}
        kept._kept.clear()
        again = {who: bare(shown) for who, shown in analysed.everybody(page).items()}
        assert first == again


def test_a_hundred_visits_read_the_journal_once(analysed: Gjennomgang) -> None:
    """Cached by team, head and language."""
    kept: Readings = analysed.leader.client.application.extensions[READINGS]
    analysed.people[0].get("/gjennomgang")
    before = kept.made
    for _ in range(100):
        analysed.people[0].get("/gjennomgang/vis/five-r")
    assert kept.made == before
