"""One handover as it went: its steps, its cards, and how far its loop closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LOOP: Mapping[str, float] = {
    "seen": 0.2,
    "taken_over": 0.4,
    "read_back": 0.6,
    "started": 0.8,
    "told": 1.0,
}
"""Loop level of the furthest step that was reached without a break."""

STEPS = ("offered", "seen", "taken_over", "read_back", "started", "told", "declined")


@dataclass(frozen=True, slots=True)
class Step:
    """When a step was taken: play ms, story ms and the entry that shows it."""

    name: str
    seq: int
    at_ms: int
    story_ms: int


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One handover that was offered, or that should have been.

    ``handover`` is '' if it was never offered, ``expected`` '' if the scenario did not ask for it.
    ``opened`` is the seq that made it due, 0 if it was not due. ``needed`` cards split into
    ``delivered`` and ``missing``; ``relevant`` are the cards passed that the receiver needs
    anywhere in the story. ``level`` is 0–1.
    """

    handover: str
    expected: str
    sender: str
    receiver: str
    opened: int
    steps: tuple[Step, ...]
    way: str
    facts: tuple[str, ...]
    tasks: tuple[str, ...]
    needed: tuple[str, ...]
    delivered: tuple[str, ...]
    relevant: tuple[str, ...]
    level: float
    right: bool
    in_time: bool
    reminded: tuple[int, ...] = ()
    useful: bool = True
    """It was expected, or carried a card its receiver needs or a task that is its to hold."""
    asked: tuple[str, ...] = ()
    """Fields of ISBAR-B that the format asked for; empty for the short form."""
    filled: tuple[str, ...] = ()
    """Those of them that something was said in."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Needed cards that did not come along."""
        return tuple(fact for fact in self.needed if fact not in self.delivered)

    @property
    def offered(self) -> bool:
        """Whether it was offered at all."""
        return bool(self.handover)

    @property
    def due(self) -> bool:
        """Whether the story asked for it, with time enough to do it."""
        return self.opened > 0

    @property
    def is_open(self) -> bool:
        """Whether its loop was left open."""
        return self.offered and not (self.has("told") or self.has("declined"))

    @property
    def counts(self) -> bool:
        """Whether it stands in the mean of loop levels: due, or offered and of use."""
        return self.due or (self.offered and self.useful)

    def has(self, step: str) -> bool:
        """Whether a step was taken."""
        return any(each.name == step for each in self.steps)

    def step(self, name: str) -> Step | None:
        """A step, if it was taken."""
        return next((each for each in self.steps if each.name == name), None)

    @property
    def seqs(self) -> tuple[int, ...]:
        """The entries that show it."""
        own = tuple(step.seq for step in self.steps)
        return tuple(seq for seq in (self.opened, *own, *self.reminded) if seq)


def level_of(steps: Mapping[str, Step], *, alternative: bool, right: bool, in_time: bool) -> float:
    """The loop level: how far the chain of steps goes before it breaks.

    A no without an alternative is 0, with one it is as far as 'sett'. A step skipped, a wrong
    answer to the key question (or none of the needed cards, so that there was nothing to
    understand), or a first act after its time ends the chain there.
    """
    if "declined" in steps:
        return LOOP["seen"] if alternative else 0.0
    held = {
        "seen": "seen" in steps or "taken_over" in steps,
        "taken_over": "taken_over" in steps,
        "read_back": "read_back" in steps and right,
        "started": "started" in steps and in_time,
        "told": "told" in steps,
    }
    level = 0.0
    for name, worth in LOOP.items():
        if not held[name]:
            break
        level = worth
    return level
