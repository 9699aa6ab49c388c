"""While a handover is written: its page says so to the server, and nobody else is told."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.kernel import State
from simulator.play.writing import Writing
from tests.webapp.browser import Browser
from webapp.rows import RoomRow

FIRST = "helsesykepleier"
BEGIN = {"command_id": "begin-writing-1", "kind": "writing.begin", "body": {}}
END = {"command_id": "end-writing-1", "kind": "writing.end", "body": {}}


def test_only_the_form_of_a_handover_tells(
    playing: RoomRow, seated: Callable[..., Browser]
) -> None:
    """Its page loads what listens to its fields; the page of a question does not."""
    del playing
    person = seated()
    page = person.get("/desk/do/handover").text
    assert "js/writing.js" in page
    assert 'data-act="handover.offer"' in page
    assert "js/writing.js" not in person.get("/desk/do/ask").text


def test_the_door_takes_the_signs(
    playing: RoomRow, seated: Callable[..., Browser], state: Callable[..., State]
) -> None:
    """As the page sends them: begun, told again in vain, left, and left once more in vain."""
    del playing
    person = seated()
    assert person.post_json("/act", BEGIN).status_code == 200
    assert FIRST in state()[Writing].now
    head = state().seq
    again = {**BEGIN, "command_id": "begin-writing-2"}
    assert person.post_json("/act", again).get_json()["ok"]
    assert state().seq == head
    assert person.post_json("/act", END).status_code == 200
    assert not state()[Writing].now
    assert person.post_json("/act", {**END, "command_id": "end-writing-2"}).get_json()["ok"]


def test_nobody_sees_it(playing: RoomRow, seated: Callable[..., Browser], leader: Browser) -> None:
    """Neither a colleague's desk nor the console changes by it."""
    writer, other = seated("Kari"), seated("Ola")
    pages = (
        (other, "/regions?after=0&held=inbox.x,team.x,child.x,role.x"),
        (leader, f"/exercises/{playing.exercise_id}/console/regions?after=0&held=crew.x,log.x"),
    )

    def shown() -> list[object]:
        return [each.get(path).get_json()["regions"] for each, path in pages]

    before = shown()
    writer.post_json("/act", BEGIN)
    assert shown() == before
