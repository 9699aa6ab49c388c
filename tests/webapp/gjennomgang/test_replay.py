"""The replay page: any moment at its own address, for those who may see it, as they may."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from simulator.play.facts import Facts
from tests.webapp.browser import Browser
from tests.webapp.gjennomgang.played import Gjennomgang, bare
from webapp.gjennomgang import replay, tables
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.through import Through

ROW = re.compile(r'<tr data-seq="(\d+)" data-at="(\d+)"( data-begins)?>')
WAY = re.compile(r'data-go="([\w-]+)"\s+href="([^"]+)"')
VALUE = re.compile(r'name="step"[^>]*value="(\d+)"[^>]*aria-valuetext="([^"]+)"', re.DOTALL)


def _seqs(shown: str) -> list[int]:
    return [int(seq) for seq, _at, _begins in ROW.findall(shown)]


def test_any_moment_has_an_address_and_ways_on(analysed: Gjennomgang) -> None:
    """B4, B6: with links alone one comes from the first moment to the last and back, by event and
    by scene."""
    shown = analysed.leader.get(analysed.at(1, "replay")).text
    seqs, seen = _seqs(shown), []
    while True:
        place, said = VALUE.search(shown).groups()  # type: ignore[union-attr]
        assert re.match(r"\w{3}\. \d+\. \w+\.? kl\. \d\d\.\d\d, .+", unescape(said)), said
        seen.append(seqs[int(place)])
        ways = {go: unescape(href) for go, href in WAY.findall(shown)}
        if "on" not in ways or len(seen) > 12:
            break
        shown = analysed.leader.get(ways["on"]).text
    assert seen == seqs[: len(seen)]
    last = analysed.leader.get(f"{analysed.at(1, 'replay')}?at={seqs[-1]}").text
    ways = dict(WAY.findall(last))
    assert set(ways) == {"back", "phase-back"}
