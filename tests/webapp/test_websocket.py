"""The WebSocket under it all, on a real server: capped, pinging, whole (requirements 0.4, 0.6)."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from threading import Thread

import pytest
import websocket
from requests import HTTPError

from tests.webapp.served import Phone, Served, demo
from webapp.websocket import MESSAGE_BYTES, CappedWebSocket, WholeSends

MB = 1_000_000
FRAME = 200 * MB

pytestmark = pytest.mark.xdist_group("served")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all of these."""
    with demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture
def phone(served: Served) -> Iterator[Phone]:
    """A participant with a role."""
    made = Phone(served).join()
    yield made
    made.close()


def test_an_act_goes_and_comes_back(phone: Phone) -> None:
    """Over a real socket: one event, one acknowledgement."""
    line = phone.socket()
    line.send('420["act",{"command_id":"abcdefgh","kind":"care.rest","body":{}}]')
    answers: list[str] = []
    while not any(answer.startswith("430") for answer in answers):
        answers.append(str(line.recv()))
    assert '"ok":true' in answers[-1]


def test_nobody_opens_a_socket_without_a_place(served: Served) -> None:
    """D10: strangers are refused before the server holds anything for them."""
    stranger = Phone(served)
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        stranger.socket()
    polled = stranger.http.get(f"{served.address}/socket.io/?EIO=4&transport=polling", timeout=20)
    with pytest.raises(HTTPError, match="403"):
        polled.raise_for_status()
    stranger.close()


def test_a_huge_frame_is_refused_while_it_comes(served: Served, phone: Phone) -> None:
    """D10: 200 MB in one frame costs the server less than 10 MB."""
    line, before, most = phone.socket(), served.rss, 0
    header = b"\x81\xff" + struct.pack(">Q", FRAME) + b"\0\0\0\0"
    chunk = b"x" * MB
    assert line.sock is not None
    line.sock.sendall(header)
    try:
        for _ in range(FRAME // MB):
            line.sock.sendall(chunk)
            most = max(most, served.rss)
    except OSError:
        pass
    else:
        pytest.fail("the server read all of it")
    assert max(most, served.rss) - before < 10 * MB


def test_messages_up_to_the_limit_pass(phone: Phone) -> None:
    """64 KiB is refused by nobody but the command's own form."""
    line = phone.socket()
    filler = "x" * (MESSAGE_BYTES - 200)
    line.send(f'421["act",{{"command_id":"abcdefgi","kind":"x","body":"{filler}"}}]')
    answers: list[str] = []
    while not any(answer.startswith("431") for answer in answers):
        answers.append(str(line.recv()))
    assert "malformed" in answers[-1]


def test_a_phone_that_falls_silent_is_let_go(served: Served, phone: Phone) -> None:
    """E4: half-open sockets give their descriptors back; the seat is not touched."""
    before = served.descriptors
    lines = [phone.socket() for _ in range(3)]
    assert served.descriptors >= before + 3
    deadline = time.monotonic() + 60
    while served.descriptors > before and time.monotonic() < deadline:
        time.sleep(1)
    assert served.descriptors <= before
    assert phone.http.get(f"{served.address}/role", timeout=20).ok
    assert all(line.connected for line in lines)


def test_whoever_does_not_say_who_they_are_is_let_go(served: Served, phone: Phone) -> None:
    """D10: a connection has ten seconds to ask for what it wants to be shown."""
    line = phone.socket(connect=False)
    start = time.monotonic()
    line.settimeout(20)
    while line.connected:
        try:
            said = line.recv()
        except (websocket.WebSocketException, OSError):
            break
        if said == "2":
            line.send("3")
    assert 5 < time.monotonic() - start < 18


def test_a_side_that_has_gone_is_a_broken_pipe() -> None:
    """Which the server knows and lets pass: somebody who leaves is no fault in its log."""
    with pytest.raises(BrokenPipeError):
        CappedWebSocket(None, None).send("to nobody")


def test_a_large_frame_to_a_slow_reader_arrives_whole() -> None:
    """A socket's ``send`` may take a part; ours takes all, and one caller at a time."""
    here, there = socket.socketpair()
    here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    sender = WholeSends(here)
    senders = [Thread(target=sender.send, args=(letter * MB,)) for letter in (b"a", b"b")]
    for each in senders:
        each.start()
    got = b""
    while len(got) < 2 * MB:
        got += there.recv(65_536)
    for each in senders:
        each.join()
    assert got in (b"a" * MB + b"b" * MB, b"b" * MB + b"a" * MB)
    here.close()
    there.close()
