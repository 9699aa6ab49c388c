"""Phones that act without pause, each on a thread of its own, through whatever happens."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread
from typing import Any

from tests.reliability.phone import Phone, new_id
from tests.reliability.player import Act, Player
from tests.reliability.wire import WireClosedError, until


@dataclass
class Told:
    """One command and its first acknowledgement, with wall stamps (ms) around it."""

    phone: str
    command_id: str
    act: Act
    sent: int
    answered: int = 0
    answer: dict[str, Any] = field(default_factory=dict)
    tries: int = 0


class Hand:
    """Somebody who taps: ``told`` is what was asked, and what was acknowledged.

    A command whose answer never came is sent again under its own id, as the page does.
    """

    def __init__(self, phone: Phone, player: Player, random: Random, pause_s: float) -> None:
        self.phone = phone
        self.told: list[Told] = []
        self._player = player
        self._random = random
        self._pause_s = pause_s
        self._stop = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Start tapping."""
        self._thread.start()

    def end(self) -> None:
        """Stop when what is on its way has been answered. AssertionError if it never is."""
        self._stop.set()
        self._thread.join(30)
        assert not self._thread.is_alive(), "a command was never answered"

    def _run(self) -> None:
        while not self._stop.is_set():
            shown = "".join(self.phone.screen.html.values())
            self._insist(self._player.choose(shown))
            self._stop.wait(self._random.uniform(0.5, 1.5) * self._pause_s)

    def _insist(self, act: Act) -> None:
        told = Told(self.phone.id, new_id(), act, now())
        self.told.append(told)
        while not told.answer:
            told.tries += 1
            by_post = self._random.random() < 0.2
            try:
                send = self.phone.post if by_post else self.phone.act
                answer = send(*act, told.command_id)
            except WireClosedError:
                until(lambda: self.phone.connected, 1)
                continue
            if answer.get("code") in ("too_fast", "unavailable", "left"):
                self._stop.wait(0.2)
                continue
            told.answered, told.answer = now(), answer


def now() -> int:
    """Wall time in ms since 1970."""
    return time.time_ns() // 1_000_000
