"""Regions: whole named elements with a mark, never a form, and only what has changed is sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from simulator.play.inbox import Inbox
from tests.webapp.browser import Browser
from webapp.regions.render import DESK, SEAT, render
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.views.live import held_of

See = Callable[..., AbstractContextManager[Sight]]
MARK = re.compile(r'data-mark="(\w+)"')
WRITTEN_IN = re.compile(r"<(form|textarea|select)\b|<input(?![^>]*type=.hidden)")


@pytest.mark.parametrize("name", sorted(SEAT))
def test_a_region_holds_nothing_that_somebody_may_be_typing_in(
    name: str, playing: RoomRow, advance: Callable[[int], None], sight: See
) -> None:
    """Replacing a region can take nobody's words away: its buttons belong to forms outside."""
    del playing
    advance(200_000)
    with sight("helsesykepleier") as seen:
        items = seen.state[Inbox].of("helsesykepleier")
        about = {
            "item": [f"item~{each.id}" for each in items],
            "handover": [f"handover~{each.ref}" for each in items],
        }.get(name, [name])
        for part in render(seen, about):
            assert not WRITTEN_IN.search(part.html), part.name


def test_the_same_state_gives_the_same_mark_and_another_state_another(
    playing: RoomRow, advance: Callable[[int], None], sight: See
) -> None:
    """A mark says whether a region differs, and nothing else."""
    del playing
    with sight("kontaktlaerer") as seen:
        before = {part.name: part.mark for part in render(seen, DESK)}
        again = {part.name: part.mark for part in render(seen, DESK)}
    assert before == again
    advance(20_000)
    with sight("kontaktlaerer") as seen:
        after = {part.name: part.mark for part in render(seen, DESK)}
    assert after["inbox"] != before["inbox"]
    assert after["interlude"] == before["interlude"]


def test_a_page_gets_only_the_regions_that_differ(
    person: Browser, advance: Callable[[int], None]
) -> None:
    """One GET brings what is missing; holding all of it, the answer is empty."""
    everything = person.get("/regions?held=inbox.0,role.0").get_json()
    assert [each["region"] for each in everything["regions"]] == ["inbox", "role"]
    marks = ",".join(
        f"{each['region']}.{MARK.findall(each['html'])[0]}" for each in everything["regions"]
    )
    assert person.get(f"/regions?after=3&held={marks}").get_json()["regions"] == []
    advance(40_000)
    later = person.get(f"/regions?after={everything['seq']}&held={marks}").get_json()
    assert "inbox" in [each["region"] for each in later["regions"]]
    assert later["seq"] > everything["seq"]


def test_what_a_page_says_it_holds_is_read_with_care() -> None:
    """Names may have dots; nonsense is left out; nobody asks for more than a page can hold."""
    assert held_of("item~inject.I1@bup.ab12,inbox.ff") == {
        "item~inject.I1@bup": "ab12",
        "inbox": "ff",
    }
    assert held_of("") == {}
    assert held_of("nothing") == {}
    assert len(held_of(",".join(f"r{n}.a" for n in range(500)))) == 40


def test_a_stranger_gets_no_regions(
    playing: RoomRow, browser: Callable[..., Browser], leader: Browser
) -> None:
    """Regions are for those with a seat; the console's are for whoever leads."""
    assert browser().get("/regions?held=inbox.0").status_code == 403
    assert browser().get(f"/exercises/{playing.exercise_id}/console/regions").status_code == 303
    held = leader.get(f"/exercises/{playing.exercise_id}/console/regions?held=log.0").get_json()
    assert [each["region"] for each in held["regions"]] == ["log"]


def test_story_time_says_when_it_will_read_otherwise(
    playing: RoomRow, seated: Callable[..., Browser]
) -> None:
    """The demo plays a day in 35 seconds: the answer comes within that, and is not negative."""
    del playing
    again = seated().get("/regions?held=time.0").get_json()["again"]
    assert 0 < again <= 35_300
