"""Many phones in one gevent process: they come in, listen, act, and say what they saw and when.

``python -m benchmarks._crowd``: each line read is ``{"do": "come" | "hear" | "act", ...}``, each
line printed the answer. All stamps are wall ms; server and crowd share one machine's clock.
"""

from gevent import monkey

monkey.patch_all()

# ruff: noqa: E402 - patching comes first

import gc
import json
import sys
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

import gevent
import requests
from gevent.fileobject import FileObject
from gevent.pool import Pool

from tests.reliability.phone import Phone, new_id
from tests.reliability.wire import Wire, WireClosedError, WireRefusedError

SIDE_BY_SIDE = 16
"""Phones that come in at the same time."""


def wall() -> float:
    """Wall time in ms."""
    return time.time() * 1_000


@dataclass
class Guest:
    """One phone: its socket, opened again when it is lost, and the pushes received.

    ``phone`` is None on the floor, where nobody has a place. ``pushes`` are those since last asked:
    (received, due or 0, seq or 0, characters of HTML).
    """

    name: str
    address: str
    phone: Phone | None = None
    wire: Wire | None = None
    lost: int = 0
    pushes: list[tuple[float, float, int, int]] = field(default_factory=list)

    def hear(self, event: str, value: Any) -> None:  # noqa: ANN401 - whatever was pushed
        """Note when a push came."""
        if event == "regions":
            size = sum(len(part["html"]) for part in value.get("regions", []))
            size += len(value.get("text", ""))
            self.pushes.append((wall(), value.get("due", 0), value.get("seq", 0), size))

    def connect(self) -> Wire:
        """Open the socket, and keep it open from now on."""
        if self.phone is None:
            self.wire = Wire(self.address, hear=self.hear)
            return self.wire
        self.phone.hear = self.hear
        self.wire = self.phone.connect()
        gevent.spawn(self._keep, self.wire, self.phone)
        return self.wire

    def _keep(self, wire: Wire, phone: Phone) -> None:
        """As the page does: come again, and ask once for what was missed."""
        while True:
            wire.closed.wait()
            self.lost += 1
            gevent.sleep(1)
            try:
                self.wire = wire = phone.connect()
                self.hear("regions", phone.changed(0, {"inbox": "-"}))
            except (WireClosedError, WireRefusedError, requests.RequestException):
                continue


class Crowd:
    """Everybody who has come."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self._random = Random(1)

    def come(self, address: str, pin: str, people: int) -> dict[str, Any]:
        """``people`` more, through the pages' forms, or straight to the socket without a PIN."""
        began = time.monotonic()
        pool = Pool(SIDE_BY_SIDE)
        came = pool.map(lambda _number: self._one(address, pin), range(people))
        self.guests += came
        gc.collect()
        gc.freeze()
        return {"ids": [guest.name for guest in came], "seconds": time.monotonic() - began}

    @staticmethod
    def _one(address: str, pin: str) -> Guest:
        if not pin:
            guest = Guest(new_id(), address)
        else:
            phone = Phone(address)
            phone.join(pin)
            guest = Guest(phone.id, address, phone)
        guest.connect()
        return guest

    def hear(self, seconds: float) -> dict[str, Any]:
        """Listen; every push that came since last time."""
        gevent.sleep(seconds)
        heard = {guest.name: guest.pushes for guest in self.guests}
        for guest in self.guests:
            guest.pushes = []
        return {"heard": heard}

    def act(self, seconds: float, every_s: float, to: list[str]) -> dict[str, Any]:
        """Everybody acts once in ``every_s`` at a moment of their own, whether answered or not."""
        ends = time.monotonic() + seconds
        acks: list[float] = []
        wrong: dict[str, int] = {}
        everybody = [
            gevent.spawn(self._acting, guest, ends, every_s, to, acks, wrong)
            for guest in self.guests
        ]
        gevent.joinall(everybody)
        lost = sum(guest.lost for guest in self.guests)
        return {"acks": acks, "wrong": wrong, "lost": lost}

    def _acting(
        self,
        guest: Guest,
        ends: float,
        every_s: float,
        to: list[str],
        acks: list[float],
        wrong: dict[str, int],
    ) -> None:
        gevent.sleep(self._random.uniform(0, every_s))
        while time.monotonic() < ends:
            began = time.monotonic()
            told = self._one_act(guest, to)
            if told == "ok":
                acks.append((time.monotonic() - began) * 1_000)
            else:
                wrong[told] = wrong.get(told, 0) + 1
            following = began + every_s
            if following > ends:
                break
            gevent.sleep(max(0.0, following - time.monotonic()))

    def _one_act(self, guest: Guest, to: list[str]) -> str:
        sent: dict[str, Any] = {"command_id": new_id(), "kind": "wonder.note"}
        sent["body"] = {"see": "Hun sitter for seg selv i dag også."}
        if self._random.random() < 0.5:
            sent["kind"] = "fact.share"
            sent["body"] = {
                "to": [self._random.choice(to)],
                "facts": [],
                "line": "Kan vi snakke om dette?",
            }
        assert guest.wire is not None
        try:
            answer = guest.wire.call("act", sent, patience_s=30)
        except WireClosedError:
            return "not answered"
        return "ok" if answer["ok"] else str(answer["code"])


def main() -> None:
    """Do what is asked, line by line, until there are no more lines."""
    crowd = Crowd()
    for line in FileObject(sys.stdin.buffer):
        asked = json.loads(line)
        answer = getattr(crowd, asked.pop("do"))(**asked)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
