"""D8, D10, E6 on the real sockets: what the server refuses, and that nobody else feels it."""

from __future__ import annotations

import json
import time
from statistics import median

import pytest
import requests

from tests.reliability.conftest import Hall, Halls
from tests.reliability.phone import Phone
from tests.reliability.wire import Wire, WireClosedError, WireRefusedError, until

EVIL = "https://evil.example"
CAP = 64 * 1024
CALM_S = 0.5
"""What others may have to wait while somebody misbehaves (D10)."""


@pytest.fixture
def room(hall: Halls) -> Hall:
    """A drill under way with three phones on their sockets."""
    opened = hall("small", "45")
    for _ in range(3):
        opened.join()
    opened.leader.starts()
    for phone in opened.phones:
        phone.connect()
    return opened


def test_other_sites_get_no_socket(room: Hall) -> None:
    """Neither a foreign Origin nor none gets past the upgrade, whoever's cookies come along."""
    cookies = room.phones[0].cookies
    for origin in (EVIL, "null", "", room.server.address + ".evil.example"):
        with pytest.raises(WireRefusedError) as refused:
            Wire(room.server.address, cookies=cookies, auth={"as": "seat"}, origin=origin)
        assert refused.value.status == 400, origin
    Wire(room.server.address, cookies=cookies, auth={"as": "seat"}).close()


def test_polling_is_guarded_as_the_socket_is(room: Hall) -> None:
    """Without WebSocket the same doors hold: Origin on what is sent, a place to begin with."""
    path = f"{room.server.address}/socket.io/?EIO=4&transport=polling"
    assert requests.get(path, timeout=5).status_code == 403
    cookies = room.phones[0].cookies
    begun = requests.get(path, cookies=cookies, timeout=5)
    assert begun.status_code == 200
    sid = json.loads(begun.text[1:])["sid"]
    for origin in (EVIL, "null", None):
        headers = {"Origin": origin} if origin else {}
        sent = requests.post(
            f"{path}&sid={sid}", data='40{"as":"seat"}', headers=headers, cookies=cookies, timeout=5
        )
        assert sent.status_code == 400, origin
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert requests.get(path, headers=headers, cookies=cookies, timeout=5).status_code == 400


def test_too_much_at_once_ends_that_socket_alone(room: Hall) -> None:
    """A message over 64 KiB closes its own connection, and no other."""
    big = Phone(room.server.address)
    big.join(room.server.pin)
    wire = big.connect()
    with pytest.raises(WireClosedError):
        wire.call("act", {"command_id": "stor-nok", "kind": "wonder.note", "body": "x" * CAP})
    assert all(phone.connected for phone in room.phones)
    text = "ord " * 450
    assert room.phones[0].act("wonder.note", {"see": text})["ok"]


def test_a_flood_is_refused_and_nobody_else_waits(room: Hall) -> None:
    """Of 300 acts at once a burst and a second's worth pass; others are answered as ever."""
    loud, calm, _third = room.phones
    wire = loud._wire
    assert wire is not None
    for number in range(300):
        sent = {"command_id": f"flom-{number:06}", "kind": "wonder.note", "body": {"see": "x"}}
        wire.send("42" + json.dumps(["act", sent]))
    waits = []
    for _ in range(10):
        began = time.monotonic()
        assert calm.act("wonder.note", {"see": "rolig"})["ok"]
        waits.append(time.monotonic() - began)
    assert median(waits) < CALM_S, waits
    # Answered when all before it are: acts of one socket are taken in order.
    loud.act("wonder.note", {"see": "y"})
    (team,) = room.ledger.teams()
    flood = [line for line in room.ledger.lines(team) if ":flom-" in (line.command_id or "")]
    assert 30 <= len(flood) <= 80
    assert all(phone.connected for phone in room.phones)


@pytest.mark.proof
def test_phones_that_fall_silent_cost_nobody_else_anything(room: Hall) -> None:
    """200 connections that never say who they are leave others as quick as before, and end."""
    cookies = room.phones[0].cookies
    path = f"{room.server.address}/socket.io/?EIO=4&transport=polling"
    for _ in range(200):
        assert requests.get(path, cookies=cookies, timeout=5).status_code == 200
    began = time.monotonic()
    assert room.phones[1].act("wonder.note", {"see": "fortsatt her"})["ok"]
    assert time.monotonic() - began < CALM_S
    # Hung up on after ten seconds; engineio lets go of them within its own round of eight more.
    health = room.server.address + "/health"
    assert until(lambda: requests.get(health, timeout=5).json()["connections"] <= 3, 40)
