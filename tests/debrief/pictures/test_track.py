"""The track under the slider: each sort its own shape, each mark at its own moment."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from debrief.pictures.track import sign, track
from debrief.record import Record
from debrief.replay import SORTS, Replay
from tests.debrief.builder import MINUTE, Tale, small
from tests.debrief.played import played

WORDS = {"title": "Merker", "described": "{steps} {handover} {gap} {voice} {decision} <&>"}
SVG = "{http://www.w3.org/2000/svg}"


def _drawn(replay: Replay) -> ET.Element:
    made = track(replay, replay.steps(replay.rows("team")), WORDS)
    return ET.fromstring(made)  # noqa: S314 - written here


def test_the_track_counts_what_its_moments_hold() -> None:
    """B8: as many signs as the table has marks, and the same numbers in its own words."""
    replay = Replay(Record(small(), played("typical", 1)))
    steps = replay.steps(replay.rows("team"))
    drawn = _drawn(replay)
    counts = {sort: sum(sort in step.sorts for step in steps) for sort in SORTS}
    signs = [each for each in drawn.findall(f"{SVG}svg") if each.get("x")]
    assert len(signs) == sum(counts.values()) - counts["gap"]
    described = drawn.findtext(f"{SVG}desc")
    assert described == f"{len(steps)} {' '.join(str(counts[sort]) for sort in SORTS)} <&>"
    assert len(drawn.findall(f"{SVG}line")) == sum(bool(step.begins) for step in steps)


def test_marks_lie_where_the_slider_stands_at_their_moment() -> None:
    """B6: from the first moment at the left edge to the last at the right, by number."""
    replay = Replay(Record(small(), played("typical", 2)))
    steps = replay.steps(replay.rows("team"))
    drawn = _drawn(replay)
    lines = [line.get("x1", "") for line in drawn.findall(f"{SVG}line")]
    begun = [place for place, step in enumerate(steps) if step.begins]
    assert lines == [f"{100 * place / (len(steps) - 1):.2f}%" for place in begun]


def test_a_bare_stretch_lasts_as_long_as_it_did() -> None:
    """B8: from where nobody was named until play ended, hatched."""
    tale = Tale(people=("rektor",)).start().wait(1_000)
    tale.open("T1")
    tale.wait(6 * MINUTE).end_leg()
    replay = Replay(tale.record)
    drawn = _drawn(replay)
    bands = drawn.findall(f"{SVG}rect")
    assert len(bands) == 2
    assert all(band.get("fill") == "url(#track-hatch)" for band in bands)
    assert [band.get("width") for band in bands] == ["100.00%", "50.00%"]
    assert len({band.get("y") for band in bands}) == 2


def test_every_sort_has_a_shape_of_its_own() -> None:
    """B8: told apart without colour."""
    shapes = {sign(sort).replace(sort, "") for sort in SORTS}
    assert len(shapes) == len(SORTS)
    assert all('aria-hidden="true"' in each for each in shapes)
