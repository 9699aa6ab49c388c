"""Care: whoever rests or is touched is seen by the øvingsleder, and by nobody else at all."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from debrief.record import Record
from debrief.timeline import timeline
from simulator.play.kernel import FACILITATOR
from simulator.play.steering import EndPlay, StartPlay
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

LANGS = ("nb", "nn", "en")
SEEN = (
    "/regions?after=0&held=time.x,moment.x,interlude.x,undo.x,count.x,inbox.x,child.x,team.x,role.x"
)


def shown_to(other: Browser, screen: Browser, room: RoomRow) -> list[object]:
    """Everything another phone and the screen in the room can ask for, as it comes."""
    phone = other.get(SEEN).get_json()
    wall = screen.get(f"/projector/{room.exercise_id}/regions?after=0&held=stage.x").get_json()
    assert phone["regions"]
    assert wall["regions"]
    return [phone["regions"], wall["regions"]]


@pytest.mark.parametrize("act", ["care.rest", "care.touched"])
def test_no_other_phone_and_no_screen_changes_by_a_byte(
    act: str,
    playing: RoomRow,
    seated: Callable[..., Browser],
    screen: Browser,
    leader: Browser,
) -> None:
    """Mechanics 4: neither the moment nor the reason shows to anyone else; who leads is told."""
    person, _other_team, other = seated("Kari"), seated("Per"), seated("Ola")
    before = shown_to(other, screen, playing)
    assert person.post_json(
        "/act", {"command_id": "a-command-id", "kind": act, "body": {}}
    ).get_json()["ok"]
    assert shown_to(other, screen, playing) == before
    told = unescape(leader.get(f"/exercises/{playing.exercise_id}/console").text)
    assert "Kari" in told.partition("Bare for deg")[2].partition("</section>")[0]


def test_nothing_of_it_is_in_the_gjennomgang(
    playing: RoomRow, here: Runtime, seated: Callable[..., Browser], leader: Browser
) -> None:
    """The time line, for the team and for whoever leads, has no row of care."""
    person = seated("Kari")
    leader.get("/")
    for number, act in enumerate(("care.rest", "care.return", "care.touched")):
        person.post_json(
            "/act", {"command_id": f"command-{number}", "kind": act, "body": {}}
        ).get_json()
    team = here.store.teams(playing.exercise_id)[0].id
    entries = here.conduct.entries(team)
    assert {"care.rested", "care.said"} <= {entry.kind for entry in entries}
    record = Record(here.conduct.state(team).plan, entries)
    for audience in ("team", "facilitator", "helsesykepleier"):
        assert not [row for row in timeline(record, audience) if row.kind.startswith("care")]


def test_whom_one_can_talk_to_shows_at_the_start_in_a_pause_and_at_the_end(
    room: RoomRow,
    here: Runtime,
    leader: Browser,
    joined: Callable[..., Browser],
) -> None:
    """The øvingsleder names somebody; it is on every page where a person may need it."""
    console = f"/exercises/{room.exercise_id}/console"
    leader.post(f"{console}/support", {"support": "Marit i resepsjonen"})
    person = joined("Kari")
    person.post("/before", {"step": "role"})
    assert "Marit i resepsjonen" in person.get("/before").text
    person.post("/before", {"step": "brief", "promise": ["1", "2", "3", "4", "5"]})
    person.post("/before", {"step": "practice"})
    here.conduct.steer(room.exercise_id, FACILITATOR, StartPlay(), "start-it")
    person.post("/act", {"kind": "care.rest"})
    for lang in LANGS:
        person.post("/language", {"lang": lang})
        resting = person.get("/desk").text
        assert "Marit i resepsjonen" in resting
        assert "116 123" in resting
    person.post("/act", {"kind": "care.return"})
    assert "Marit i resepsjonen" in person.get("/desk/help").text
    here.conduct.steer(room.exercise_id, FACILITATOR, EndPlay(), "the-end")
    assert "Marit i resepsjonen" in person.get("/after").text


def test_the_name_can_be_changed_and_not_taken_away(
    room: RoomRow, here: Runtime, leader: Browser
) -> None:
    """Decision 18: what is acute plays only when somebody has been named."""
    console = f"/exercises/{room.exercise_id}/console"
    leader.post(f"{console}/support", {"support": "Marit"})
    leader.post(f"{console}/support", {"support": " "})
    assert here.room.room(room.exercise_id).support == "Marit"
