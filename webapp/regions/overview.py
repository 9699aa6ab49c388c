"""An exercise as whoever leads it sees it: every team, who is there, what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.journal.store_contract import ExerciseRow, TeamRow
from webapp.notebook.open import notebook
from webapp.notebook.store import NoteRow
from webapp.regions.look import look
from webapp.regions.sight import Sight
from webapp.rows import ParticipantRow, RoomRow
from webapp.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Overview:
    """``sights`` are the teams by number; ``chosen`` is the number of the one that is opened.

    ``heard`` is when each participant was last heard from (wall ms), ``here`` those with a socket
    open; ``wall`` is now.
    """

    row: ExerciseRow
    room: RoomRow
    teams: tuple[TeamRow, ...]
    sights: tuple[Sight, ...]
    chosen: int
    people: tuple[ParticipantRow, ...]
    heard: Mapping[str, int]
    here: frozenset[str]
    wishes: Mapping[str, str]
    notes: tuple[NoteRow, ...]
    wall: int

    @property
    def sight(self) -> Sight:
        """The opened team."""
        return self.sights[self.chosen - 1]

    @property
    def team_id(self) -> str:
        """The opened team's id."""
        return self.teams[self.chosen - 1].id

    @property
    def inside(self) -> tuple[ParticipantRow, ...]:
        """Everybody who has a place now."""
        return tuple(each for each in self.people if each.state in ("in", "lobby"))

    def of_seat(self, team_id: str, seat: str) -> tuple[ParticipantRow, ...]:
        """Those who play a seat of a team."""
        return tuple(
            each
            for each in self.people
            if (each.team_id, each.seat_id, each.state) == (team_id, seat, "in")
        )


def overview(here: Runtime, exercise_id: str, lang: str, chosen: int) -> Overview:
    """The exercise now. Read it with ``here.lock`` held."""
    teams = tuple(here.store.teams(exercise_id))
    people = tuple(here.room.participants(exercise_id))
    heard = {each.id: here.presence.last(each.id) or each.seen_wall for each in people}
    return Overview(
        row=here.store.exercise(exercise_id),
        room=here.room.room(exercise_id),
        teams=teams,
        sights=tuple(look(here, team.id, lang, people=people) for team in teams),
        chosen=chosen if 1 <= chosen <= len(teams) else 1,
        people=people,
        heard=heard,
        here=frozenset(each.id for each in people if here.presence.connected(each.id)),
        wishes=notebook().wishes(exercise_id),
        notes=tuple(notebook().notes(exercise_id)),
        wall=here.wall(),
    )
