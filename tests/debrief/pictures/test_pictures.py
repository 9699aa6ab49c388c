"""Pictures say what their tables say, to eyes and to screen readers."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from debrief.pictures import network, swimlane
from debrief.pictures.svg import SECTOR_COLOURS, SECTOR_PATTERNS, Picture, tag, text, wrapped
from debrief.record import Record
from scenarios.plan import Plan, plan_for
from simulator.play.handover import OfferHandover
from tests.debrief.builder import Tale, changed, small
from tests.debrief.played import played

SVG = "{http://www.w3.org/2000/svg}"
WORDS = {
    **{name: name for name in (*network.LABELS, *swimlane.LABELS)},
    "title": "Hvem <ga> til «hvem»",
    "described": "Alt & ett",
    "handover": "til {receiver}",
    "minutes": "{minute} min",
}


def _both(record: Record) -> list[Picture]:
    return [network.network(record, WORDS), swimlane.swimlane(record, WORDS)]


@pytest.mark.parametrize("players", ["typical", "silent"])
def test_a_picture_is_well_formed_and_says_what_it_is(players: str) -> None:
    """An image with title and description that its label points to, and nothing inline."""
    for drawn in _both(Record(small(), played(players, 1))):
        root = ET.fromstring(drawn.svg)  # noqa: S314 - our own
        assert root.get("role") == "img"
        ids = {each.get("id") for each in root.iter()}
        assert set(str(root.get("aria-labelledby")).split()) <= ids
        assert root.findtext(f"{SVG}title") == WORDS["title"]
        assert root.findtext(f"{SVG}desc") == WORDS["described"]
        assert "style=" not in drawn.svg
        assert "<script" not in drawn.svg
        assert not re.search(r'(href|src)="', drawn.svg)


def test_the_table_has_a_row_for_each_thing_drawn() -> None:
    """Edges and marks stand in the table with the entries they rest on."""
    record = Record(small(), played("typical", 1))
    net, lanes = _both(record)
    assert len(net.rows) == net.svg.count('class="edge edge-') == len(net.seqs)
    assert len(lanes.rows) == len(swimlane.marks(record)) == len(lanes.seqs)
    kinds = {entry.seq for entry in record.entries}
    for drawn in (net, lanes):
        assert all(len(row) == len(drawn.head) for row in drawn.rows)
        assert all(seqs and set(seqs) <= kinds for seqs in drawn.seqs)


def test_the_same_journal_is_drawn_alike() -> None:
    """Two drawings of one journal are equal to the byte."""
    entries = played("typical", 2)
    assert _both(Record(small(), entries)) == _both(Record(small(), entries))


def test_open_loops_are_broken_lines_and_closed_are_not() -> None:
    """What nobody told the family of is open; its line is broken, and the table says so."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I5")
    offer = OfferHandover("helsesykepleier", "Tar du det?", facts=("F3", "F5"))
    tale.wait(10_000).do("kontaktlaerer", offer)
    drawn = network.network(tale.record, WORDS)
    assert drawn.rows == (("Kontaktlærer", "Helsesykepleier", "1", "2", "open"),)
    assert "stroke-dasharray" in drawn.svg
    edge = network.edges(tale.record)[0]
    assert (edge.sent, edge.closed, edge.cards, edge.open) == (1, 0, 2, True)


def test_what_was_never_sent_is_drawn_too() -> None:
    """An empty place is the loud thing: a due handover stands as a broken line without cards."""
    drawn = network.network(Record(small(), played("silent", 1)), WORDS)
    assert {row[-1] for row in drawn.rows} == {"not_sent"}
    assert {row[3] for row in drawn.rows} == {"0"}


def test_nothing_to_draw_is_said() -> None:
    """Before any handover the picture says so in words."""
    assert ">nobody<" in network.network(Tale().start().record, WORDS).svg
    assert swimlane.swimlane(Tale().record, WORDS).rows == ()


def test_names_cannot_become_markup() -> None:
    """A seat's name is written as words, whatever its author put in it."""
    tale = Tale(changed("seats", "rektor", name="Rektor <b>&")).start()
    tale.do("kontaktlaerer", OfferHandover("rektor", "Hjelp"))
    drawn = network.network(tale.record, WORDS)
    assert "Rektor &lt;b&gt;&amp;" in drawn.svg
    assert drawn.rows[0][1] == "Rektor <b>&"


def test_a_crowd_is_drawn_smaller() -> None:
    """More seats than fit side by side get smaller circles."""
    plan = _crowd(network.CROWD + 1)
    tale = Tale(plan).start()
    first, *others = plan.seats
    for seat in others:
        tale.do(first, OfferHandover(seat, "Hjelp"))
    assert f'r="{network.NODE * 0.7:g}"' in network.network(tale.record, WORDS).svg
    few = Record(small(), played("typical", 1))
    assert f'r="{network.NODE:g}"' in network.network(few, WORDS).svg


def _crowd(size: int) -> Plan:
    scenario = small().scenario
    model = scenario.seats[0]
    more = [model.model_copy(update={"id": f"s{at}"}) for at in range(size - len(scenario.seats))]
    return plan_for(scenario.model_copy(update={"seats": [*scenario.seats, *more]}), "45")


def test_every_sector_has_a_colour_and_a_pattern() -> None:
    """Colour alone tells nobody anything."""
    sectors = set(SECTOR_COLOURS)
    assert sectors == set(SECTOR_PATTERNS)
    assert len(set(SECTOR_PATTERNS.values())) == len(sectors)


@pytest.mark.parametrize("sector", SECTOR_COLOURS)
def test_ink_on_a_sector_has_contrast(sector: str) -> None:
    """Outline against ground at least 3:1, as graphics need."""
    ground, ink = (_light(colour) for colour in SECTOR_COLOURS[sector])
    assert (ground + 0.05) / (ink + 0.05) >= 3


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_are_escaped_and_wrapped() -> None:
    """What an author wrote cannot become markup, and long names keep to their lines."""
    assert text("<b>&", 1, 2.50) == '<text x="1" y="2.5">&lt;b&gt;&amp;</text>'
    assert tag("a", class_='"x"', r=None) == "<a class='\"x\"'/>"
    assert wrapped("Kontaktperson i barnevernet", 18) == ["Kontaktperson i", "barnevernet"]
    assert wrapped("en to tre fire", 3, most=2) == ["en", "to …"]
