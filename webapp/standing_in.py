"""Standing in: the system plays a seat whose people have been away as long as the øvingsleder set.

Away is resting, or having no page open and asking for none; the two are counted alike and look
alike. Play time counts, so that a pause of the whole exercise makes nobody absent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from simulator.play.care import Care
from simulator.play.clock import is_playing
from simulator.play.kernel import CLOCK, State
from simulator.play.roster import Roster, StandIn
from webapp.clock import MINUTE
from webapp.notebook.open import notebook
from webapp.runtime import Runtime
from webapp.security import tokens

WISH = "stand_in"
"""Name of the choice in the notebook."""
CHOICES = ("never", "2", "5")
"""After how many minutes; ``never`` is what holds if nobody chose."""
FRESH_MS = 30_000
"""Somebody heard from this recently is there, also without a socket."""


@dataclass
class Watch:
    """Since which play ms each seat has stood empty: (team, seat) → ms. In memory: a server that
    starts anew begins to count anew."""

    since: dict[tuple[str, str], int] = field(default_factory=dict)

    def look(self, here: Runtime) -> set[str]:
        """Stand in where it is time. The teams in which anything happened."""
        empty: dict[tuple[str, str], int] = {}
        due: list[tuple[str, str]] = []
        for exercise_id, minutes in _allowed(here).items():
            now = here.conduct.now(exercise_id)
            for key in _empty(here, exercise_id):
                empty[key] = self.since.get(key, now)
                if now - empty[key] >= minutes * MINUTE:
                    due.append(key)
        self.since = empty
        for team_id, seat in due:
            here.conduct.handle(team_id, CLOCK, StandIn(seat), tokens.new_id())
        return {team_id for team_id, _seat in due}


def _allowed(here: Runtime) -> dict[str, int]:
    """Exercises that run and may be stood in, with after how many minutes."""
    chosen = notebook().chosen(WISH)
    return {
        exercise_id: int(minutes)
        for exercise_id, minutes in chosen.items()
        if minutes in CHOICES[1:] and here.store.exercise(exercise_id).running
    }


def _empty(here: Runtime, exercise_id: str) -> Iterator[tuple[str, str]]:
    """(team, seat) of the seats of people that nobody is at now."""
    wall = here.wall()
    there = {
        each.id
        for each in here.room.participants(exercise_id)
        if here.presence.connected(each.id)
        or wall - (here.presence.last(each.id) or each.seen_wall) <= FRESH_MS
    }
    for team in here.store.teams(exercise_id):
        with here.lock:
            state = here.conduct.state(team.id)
            if not is_playing(state):
                continue
            yield from ((team.id, seat) for seat in _left_empty(state, there))


def _left_empty(state: State, there: Collection[str]) -> list[str]:
    """Seats held by people all of whom rest or are not there."""
    resting = state[Care].resting
    return [
        seat
        for seat, chair in state[Roster].chairs.items()
        if chair.player == "person"
        and all(who not in there or (seat, who) in resting for who in chair.participants)
    ]


def chosen_for(exercise_id: str) -> str:
    """After how many minutes the system stands in, or ``never``."""
    chosen = notebook().wishes(exercise_id).get(WISH, "")
    return chosen if chosen in CHOICES else CHOICES[0]


def choose(exercise_id: str, wanted: str) -> None:
    """Set it; what is no choice counts as never."""
    notebook().set_wish(exercise_id, WISH, wanted if wanted in CHOICES else CHOICES[0])
