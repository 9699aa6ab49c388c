"""Asked to stop, a busy server stops: whatever it is doing just then does not swallow the wish."""

from __future__ import annotations

import os
import signal
from threading import Event, Thread

import pytest

from tests.reliability.conftest import Hall, Halls
from tests.reliability.phone import Phone
from tests.reliability.wire import WireClosedError

SOON_S = 4.0


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_busy_server_stops_when_asked(hall: Halls, asked: signal.Signals) -> None:
    """Ctrl-C, or a service manager, in the middle of acts: gone soon, without complaint."""
    room = hall("small", "45")
    stop = Event()
    for _ in range(3):
        room.join().connect()
    room.leader.starts()
    hands = [Thread(target=_tap, args=(phone, stop), daemon=True) for phone in room.phones]
    for hand in hands:
        hand.start()
    stop.wait(0.5)
    process = room.server._process
    assert process is not None
    os.kill(process.pid, asked)
    assert process.wait(SOON_S) == 0
    stop.set()
    assert "Traceback" not in room.server.log
    _nothing_is_lost(room)


def _tap(phone: Phone, stop: Event) -> None:
    while not stop.is_set():
        try:
            phone.act("wonder.note", {"see": "travelt"})
        except WireClosedError:
            return
        stop.wait(0.05)


def _nothing_is_lost(room: Hall) -> None:
    assert room.ledger.is_sound()
    (team,) = room.ledger.teams()
    assert any(line.kind == "wonder.noted" for line in room.ledger.lines(team))
