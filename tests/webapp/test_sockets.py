"""The sockets: who may hold one, the one event, and that nothing crosses over."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

import pytest
from flask import Flask

from tests.architecture.tree import ROOT, ending, told
from tests.webapp.browser import ORIGIN, Browser
from webapp import audience, emitting
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime
from webapp.security import tokens
from webapp.sockets import SOCKETS_EACH

Browsers = Callable[..., Browser]


class Socket(Protocol):
    """A socket as a test holds it."""

    def emit(self, event: str, *sent: object, callback: bool = False) -> object:
        """Send, and have the acknowledgement."""

    def is_connected(self) -> bool:
        """Whether it is open."""

    def get_received(self) -> list[dict[str, Any]]:
        """What came since the last time."""


Connect = Callable[..., Socket]
ACT = {"command_id": "a-command", "kind": "care.rest", "body": {}}
BARE = re.compile(
    r"(?:socketio|sio|server)\.emit\(|(?<!emitting)\.emit\("
    r"|flask_socketio import .*\b(?:emit|send)\b"
)


@pytest.fixture
def connect(app: Flask, here: Runtime) -> Connect:
    """Open a socket from a browser: its cookies, and what it asks to be shown."""

    def open_(person: Browser, role: str, exercise_id: str = "", origin: str = ORIGIN) -> Socket:
        made: Socket = here.socketio.test_client(
            app,
            flask_test_client=person.client,
            auth={"as": role, "exercise": exercise_id},
            headers={"Origin": origin},
        )
        return made

    return open_


def act(socket: Socket, sent: object = ACT) -> dict[str, Any]:
    """Send one act and have its acknowledgement."""
    answer = socket.emit("act", sent, callback=True)
    assert isinstance(answer, dict)
    return answer


def row_of(here: Runtime, room: RoomRow, place: int = -1) -> ParticipantRow:
    """A participant, in order of coming."""
    return here.room.participants(room.exercise_id)[place]


def test_only_the_one_event_exists(room: RoomRow, joined: Browsers, connect: Connect) -> None:
    """D1: there is no join by socket, nor anything else but ``act``."""
    socket = connect(joined(), "seat")
    for event in ("join", "pin", "message", "subscribe", "join_room"):
        answer = socket.emit(event, {"pin": room.pin}, callback=True)
        assert isinstance(answer, dict)
        assert answer["code"] == "unknown_event"


def test_who_may_hold_which_socket(
    room: RoomRow, joined: Browsers, leader: Browser, screen: Browser, app: Flask, connect: Connect
) -> None:
    """D6: every kind of socket against every kind of visitor; only these open."""
    visitors = {
        "stranger": Browser(app),
        "lobby": joined(role=False),
        "seat": joined(),
        "leader": leader,
        "screen": screen,
    }
    opened = {
        (name, role)
        for name, person in visitors.items()
        for role in ("seat", "lobby", "console", "projector", "rehearsal", "nonsense")
        if connect(person, role, room.exercise_id).is_connected()
    }
    assert opened == {
        ("lobby", "lobby"),
        ("seat", "seat"),
        ("seat", "lobby"),
        ("leader", "console"),
        ("leader", "projector"),
        ("screen", "projector"),
    }


def test_only_seats_and_consoles_act(
    playing: RoomRow, joined: Browsers, leader: Browser, screen: Browser, connect: Connect
) -> None:
    """D6: a screen and the lobby are shown things and can do nothing."""
    assert act(connect(joined(), "seat"))["ok"]
    pause = ACT | {"kind": "clock.pause"}
    assert act(connect(leader, "console", playing.exercise_id), pause)["ok"]
    assert act(connect(screen, "projector", playing.exercise_id), pause)["code"] == "malformed"
    assert act(connect(joined(role=False), "lobby"))["code"] == "malformed"


def test_identity_is_looked_up_on_every_message(
    playing: RoomRow, here: Runtime, joined: Browsers, leader: Browser, connect: Connect
) -> None:
    """D6: after a log-out, a reissue or another role, the next message is refused."""
    person = joined()
    seat, console = connect(person, "seat"), connect(leader, "console", playing.exercise_id)
    here.room.change(row_of(here, playing).id, token_hash="another")
    assert act(seat)["code"] == "left"
    assert not seat.is_connected()
    here.accounts.log_out(tokens.digest(leader.cookie("samspill_login")))
    assert act(console, ACT | {"kind": "clock.pause"})["code"] == "left"


def test_sockets_close_when_the_place_is_lost(
    room: RoomRow, here: Runtime, joined: Browsers, leader: Browser, connect: Connect
) -> None:
    """D6: removed means told, and hung up on, at once."""
    socket = connect(joined(), "seat")
    row = row_of(here, room)
    leader.post(f"/exercises/{room.exercise_id}/participants/{row.id}/remove")
    assert not socket.is_connected()
    assert not here.presence.connected(row.id)


def test_logging_out_closes_what_it_opened(
    room: RoomRow, joined: Browsers, leader: Browser, connect: Connect
) -> None:
    """D6: at once, and nobody else's."""
    console, seat = connect(leader, "console", room.exercise_id), connect(joined(), "seat")
    leader.post("/logout")
    assert not console.is_connected()
    assert seat.is_connected()


def test_another_role_means_another_socket(
    room: RoomRow, here: Runtime, joined: Browsers, connect: Connect
) -> None:
    """D7: the old seat's room is left with the old seat; the page is told to ask again."""
    person = joined()
    socket = connect(person, "seat")
    person.post("/role", {"seat": "barnevern"})
    assert not socket.is_connected()
    assert row_of(here, room).seat_id == "barnevern"
    assert connect(person, "seat").is_connected()


def test_what_is_sent_reaches_its_audience_alone(
    room: RoomRow,
    here: Runtime,
    joined: Browsers,
    leader: Browser,
    screen: Browser,
    connect: Connect,
) -> None:
    """D7: seats of two teams, console, screen: each gets its own message and no other."""
    people = [joined() for _ in range(4)]
    rows = here.room.participants(room.exercise_id)
    sockets = {
        audience.seat(row.team_id, str(row.seat_id)): connect(person, "seat")
        for person, row in zip(people, rows, strict=True)
    }
    sockets[audience.console(room.exercise_id)] = connect(leader, "console", room.exercise_id)
    sockets[audience.projector(room.exercise_id)] = connect(screen, "projector", room.exercise_id)
    assert len(sockets) == 6
    for to in sockets:
        emitting.emit(here, to, "patch", {"for": to.room})
    for to, socket in sockets.items():
        got = [each["args"][0]["for"] for each in socket.get_received() if each["name"] == "patch"]
        assert got == [to.room]


def test_a_client_cannot_name_its_own_room(
    room: RoomRow, here: Runtime, joined: Browsers, connect: Connect
) -> None:
    """D7: whatever a client says at its start, its rooms follow from its cookie."""
    person, other = joined(), joined()
    row = row_of(here, room, 0)
    target = audience.seat(row.team_id, str(row.seat_id))
    snoop = here.socketio.test_client(
        person.client.application,
        flask_test_client=other.client,
        auth={"as": "seat", "room": target.room, "team": row.team_id},
        headers={"Origin": ORIGIN},
    )
    connect(person, "seat")
    emitting.emit(here, target, "patch", {})
    assert [each for each in snoop.get_received() if each["name"] == "patch"] == []


def test_a_seat_holds_three_sockets_and_the_newest_stay(
    room: RoomRow, here: Runtime, joined: Browsers, connect: Connect
) -> None:
    """D10: a fourth tab takes the place of the first."""
    person = joined()
    sockets = [connect(person, "seat") for _ in range(SOCKETS_EACH["seat"] + 1)]
    assert [each.is_connected() for each in sockets] == [False, True, True, True]
    assert len(here.presence.held(row_of(here, room).id)) == 3


def test_a_flood_is_slowed_across_sockets(
    playing: RoomRow, joined: Browsers, connect: Connect
) -> None:
    """D10: 30 at once for the seat, not for each of its sockets."""
    person = joined()
    one, two = connect(person, "seat"), connect(person, "seat")
    wrong = ACT | {"kind": "no.such"}
    codes = [act(socket, wrong)["code"] for _ in range(25) for socket in (one, two)]
    assert codes[:30] == ["malformed"] * 30
    assert codes.count("too_fast") >= 10


@pytest.mark.parametrize(
    "sent", [None, 7, "act", [], {}, {"kind": {}}, {"kind": "x", "body": None}]
)
def test_garbage_is_answered_not_raised(
    playing: RoomRow, joined: Browsers, connect: Connect, sent: object
) -> None:
    """D17: whatever comes over the socket, the answer is a refusal in words."""
    answer = act(connect(joined(), "seat"), sent)
    assert answer["code"] == "malformed"
    assert answer["text"]


def test_nothing_is_sent_but_through_the_one_helper() -> None:
    """D7: outside ``emitting`` nobody emits, so nothing can go to everybody."""
    guilty = [
        f"{told(path)}: {line.strip()}"
        for path in ending(".py", "webapp")
        if path != ROOT / "webapp" / "emitting.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if BARE.search(line)
    ]
    assert guilty == []
