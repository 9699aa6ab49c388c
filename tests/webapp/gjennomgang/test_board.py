"""The board of the five R's: each cell opens the entries that it counts, and nothing is summed."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest

from debrief.five_r import NAMES
from tests.webapp.browser import Browser
from tests.webapp.gjennomgang.played import Gjennomgang

CELL = re.compile(r'<a href="([^"]*[?&;]r=(\w+)[^"]*)#(scene-\d+)">[^/]*</span>\s*(\d+)</a>')
ENTRY = re.compile(r'<li class="entry" id="(seq-\d+)"( data-quiet)?>')
RS = re.compile(r'<p class="entry-rs">\s*<span[^>]*>[^<]*</span> ([^<]+?)\s*</p>')
CALLED = {name.capitalize() for name in NAMES}


def _shown(page: str, scene: str) -> list[str]:
    """The entries of a scene that do not stand in the background."""
    places = [(found.start(), found[1]) for found in re.finditer(r'<h2 id="(scene-\d+)"', page)]
    for (start, name), (end, _next) in pairwise([*places, (len(page), "")]):
        if name == scene:
            return [seq for seq, quiet in ENTRY.findall(page[start:end]) if not quiet]
    return []


def _doors(played: Gjennomgang) -> tuple[tuple[Browser, str], ...]:
    return (
        (played.leader, played.at(1, "timeline")),
        (played.screen, played.at(1, "timeline")),
        (played.people[0], "/gjennomgang/vis/timeline"),
    )


def test_each_cell_opens_as_many_entries_as_it_counts(analysed: Gjennomgang) -> None:
    """M01: by a plain link, for whoever leads, the room and a participant."""
    for browser, address in _doors(analysed):
        whole = browser.get(address).text
        cells = CELL.findall(whole)
        assert {"rammer", "roller"} <= {r for _href, r, _scene, _count in cells} <= set(NAMES)
        opened = {href: browser.get(unescape(href)).text for href, _r, _scene, _count in cells}
        for href, _r, scene, count in cells:
            assert len(_shown(opened[href], scene)) == int(count) > 0
        kept = {seq for page in opened.values() for seq, _quiet in ENTRY.findall(page)}
        assert kept <= {seq for seq, _quiet in ENTRY.findall(whole)}
        assert {seq for seq, quiet in ENTRY.findall(whole) if not quiet} <= kept


def test_each_entry_says_its_own_rs(analysed: Gjennomgang) -> None:
    """M01: in words beside it, wherever the timeline is read; seen through one R, all have it."""
    for browser, address in _doors(analysed):
        for page, r in ((address, ""), (f"{address}?r=roller", "Roller")):
            shown = browser.get(page).text
            said = RS.findall(shown)
            assert len(said) == len(ENTRY.findall(shown)) > 0
            assert all(set(each.split(", ")) <= CALLED and r in each for each in said)


def test_one_r_says_which_and_leads_back(analysed: Gjennomgang) -> None:
    """What is left out is no riddle: the R stands above, and the whole is one link away."""
    page = analysed.leader.get(analysed.at(1, "timeline") + "?r=roller").text
    assert re.search(r'aria-current="true">Roller', page)
    assert "Vis hele tidslinjen" in page
    assert "screen=1&amp;r=roller" in page, "the room can be shown the same"


def test_the_board_has_no_total(analysed: Gjennomgang) -> None:
    """Five rows, each as wide as the scenes: no sum over scenes, none over R's."""
    page = analysed.leader.get(analysed.at(1, "timeline")).text
    table = page[page.index('class="board"') : page.index("</table>")]
    assert table.count("<tr") == 1 + len(NAMES)
    assert table.count("<td>") == len(NAMES) * (table.count('<th scope="col">') - 1)


@pytest.mark.parametrize("r", ["sum", "rammer,roller"])
def test_an_r_that_is_none_is_no_page(analysed: Gjennomgang, r: str) -> None:
    """There are five, and one at a time."""
    assert analysed.leader.get(f"{analysed.at(1, 'timeline')}?r={r}").status_code == 404
