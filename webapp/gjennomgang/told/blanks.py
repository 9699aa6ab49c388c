"""What a sentence of the timeline can be filled with: ids turned into the scenario's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from debrief.timeline import TimelineRow
from scenarios.plan import Plan
from simulator.play.kernel import Event
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.naming import in_words, inside


class Blanks(dict[str, str]):
    """Words by blank; '' for what the entry does not tell."""

    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry on its way to a sentence. ``who`` is the seat that acted, in words."""

    plan: Plan
    row: TimelineRow
    event: Event
    words: Blanks
    eyes: Eyes

    @property
    def who(self) -> str:
        """The seat that acted, '' for the story."""
        return self.words["who_acts"]

    @property
    def child(self) -> str:
        """The child's name."""
        return self.plan.scenario.child.name

    def raw(self, name: str) -> str:
        """A blank as the journal has it, before it became words."""
        return str(self.row.about.get(name, ""))

    def many(self, name: str) -> int:
        """How many a blank holds."""
        value = self.row.about.get(name, ())
        return len(value) if isinstance(value, tuple) else 1


Sayer = Callable[[Told], str]


def told(plan: Plan, row: TimelineRow, event: Event, eyes: Eyes) -> Told:
    """``row`` with its blanks in the plan's words."""
    words = Blanks(in_words(plan, row.about))
    seat = plan.seats.get(row.seat)
    words["who_acts"] = inside(seat.name) if seat else ""
    words["child"] = plan.scenario.child.name
    return Told(plan, row, event, words, eyes)
