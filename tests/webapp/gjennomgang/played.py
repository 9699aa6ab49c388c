"""An exercise played to its end in no real time: the wall is set to whatever happens next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from simulator.play.clock import Clock
from simulator.play.kernel import FACILITATOR
from simulator.play.steering import StartPlay
from tests.webapp.browser import Browser
from webapp.rows import RoomRow
from webapp.runtime import Runtime

MOST_STEPS = 20_000
NAMES = ("Ola Unikesen", "Kari Sjeldensen", "Per Aleneson", "Siv Etternavnsen")
PAGES = (
    "five-r",
    "handovers",
    "clarity",
    "responses",
    "child",
    "looks",
    "lenses",
    "lanes",
    "replay",
    "timeline",
)
_NEW_EACH_TIME = re.compile(r'(name="csrf_token" value="|name="csrf-token" content=")[^"]*')


class Wall(Protocol):
    """A wall clock that can be set."""

    ms: int


@dataclass
class Gjennomgang:
    """The exercise after play, and the browsers of all who look at it."""

    room: RoomRow
    people: tuple[Browser, ...]
    """Team 1."""
    others: tuple[Browser, ...]
    """Team 2."""
    leader: Browser
    screen: Browser

    def at(self, number: int = 1, page: str = "") -> str:
        """The facilitator's address of a team's page."""
        return f"/gjennomgang/{self.room.exercise_id}/{number}" + (f"/{page}" if page else "")

    def open(self, stage: str) -> None:
        """The facilitator opens a phase."""
        sent = {
            "exercise": self.room.exercise_id,
            "kind": "debrief.open",
            "body.stage": stage,
            "next": self.at(),
        }
        assert self.leader.post("/act", sent).location == self.at()

    def everybody(self, page: str = "") -> dict[str, str]:
        """A page of team 1 as facilitator, room and participant get it; '' is the open phase."""
        mine = f"/gjennomgang/vis/{page}" if page else "/gjennomgang"
        return {
            "leader": self.leader.get(self.at(1, page)).text,
            "screen": self.screen.get(self.at(1, page)).text,
            "participant": self.people[0].get(mine).text,
        }


def play_through(here: Runtime, wall: Wall, exercise_id: str) -> None:
    """Start, and play until over."""
    conduct = here.conduct
    conduct.steer(exercise_id, FACILITATOR, StartPlay(), "start-it")
    for _step in range(MOST_STEPS):
        row = here.store.exercise(exercise_id)
        if conduct.clock(exercise_id)[Clock].phase == "over":
            return
        if row.running:
            due = [team.next_due_at for team in here.store.teams(exercise_id)]
            due.append(conduct.next_step_at(exercise_id))
            next_at = min(at for at in due if at is not None)
            wall.ms = max(wall.ms, row.anchor_wall + next_at - row.anchor_at)
        elif row.resume_wall is not None:
            wall.ms = max(wall.ms, row.resume_wall)
        conduct.tick(exercise_id)
    raise AssertionError("still playing")


def bare(html: str) -> str:
    """A page without what is new on every visit."""
    return _NEW_EACH_TIME.sub(r"\1", html)
