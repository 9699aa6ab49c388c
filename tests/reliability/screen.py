"""What a phone shows, kept as the page's own script keeps it (decision 27).

A push is applied if nothing lies between it and what is held; else one GET asks what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from tests.reliability.forms import marks_of

Ask = Callable[[int, Mapping[str, str]], dict[str, Any]]
"""One GET: the regions changed since a seq, given the marks that are held."""


@dataclass
class Screen:
    """The regions of one page: ``html`` by name, and the journal's ``seq`` they stand at."""

    ask: Ask
    seq: int = 0
    html: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    asked: int = 0
    """How many GETs it has made."""
    lock: RLock = field(default_factory=RLock)

    def show(self, page: str, seq: int) -> None:
        """A page was loaded."""
        with self.lock:
            self.seq, self.marks = seq, marks_of(page)
            self.html = dict.fromkeys(self.marks, "")
            # The parts are wanted as they stand, and a page is easier to ask again than to cut up.
            self.take(self.ask(0, dict.fromkeys(self.marks, "-")))

    def pushed(self, push: dict[str, Any]) -> None:
        """A push came over the socket."""
        with self.lock:
            if push["after"] > self.seq or push.get("more"):
                self.catch_up()
            elif push["seq"] >= self.seq:
                self.take(push)

    def catch_up(self) -> None:
        """Ask for what was missed."""
        with self.lock:
            self.asked += 1
            self.take(self.ask(self.seq, dict(self.marks)))

    def take(self, told: dict[str, Any]) -> None:
        """Put changed regions in their places; a page has no place for others."""
        with self.lock:
            self.seq = max(self.seq, told["seq"])
            for part in told["regions"]:
                name = part["region"]
                if name in self.marks:
                    self.html[name] = part["html"]
                    self.marks |= marks_of(part["html"])
