"""From the running server to a :class:`Sight`: whose eyes, which team, which language."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.journal.store_contract import ExerciseRow
from simulator.play.rooms import story_now
from webapp.regions.sight import Sight
from webapp.rows import ParticipantRow
from webapp.runtime import Runtime


def look(
    here: Runtime,
    team_id: str,
    lang: str,
    seat: str = "",
    people: Iterable[ParticipantRow] | None = None,
) -> Sight:
    """A team as ``seat`` sees it ('' for who leads), now, in ``lang``.

    ``people`` are the exercise's participants, if the caller has read them already. Read the
    sight with ``here.lock`` held: the state goes on living. KeyError if there is no such team.
    """
    row = here.store.exercise(here.store.team(team_id).exercise_id)
    state = here.conduct.state(team_id)
    now_ms = max(here.conduct.now(row.id), state.at_ms)
    return Sight(
        state=state,
        plan=here.conduct.plan(row, spoken(here, row, lang)),
        now_ms=now_ms,
        story_ms=story_now(state, now_ms),
        seat=seat,
        names=names(here.room.participants(row.id) if people is None else people, team_id),
    )


def spoken(here: Runtime, row: ExerciseRow, lang: str) -> str:
    """The language the scenario is told in to somebody who reads ``lang``."""
    return lang if lang in here.conduct.loaded(row.digest).languages else "nb"


def names(people: Iterable[ParticipantRow], team_id: str) -> dict[str, tuple[str, ...]]:
    """The chosen names of those who play each seat of a team ('' for who chose none)."""
    found: dict[str, tuple[str, ...]] = {}
    for each in people:
        if each.team_id == team_id and each.seat_id and each.state == "in":
            found[each.seat_id] = (*found.get(each.seat_id, ()), each.name)
    return found
