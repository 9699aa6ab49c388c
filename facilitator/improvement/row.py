"""One thing decided after an exercise, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["case", "service", "leader", "system"]
"""Where the work lies: round the child, within a service, with its leader, between services."""
Status = Literal["open", "done", "dropped"]
Answer = Literal["yes", "partly", "no"]
"""What the next exercise showed: it held, partly, not."""

LEVELS: tuple[Level, ...] = ("case", "service", "leader", "system")
STATUSES: tuple[Status, ...] = ("open", "done", "dropped")
ANSWERS: tuple[Answer, ...] = ("yes", "partly", "no")


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, a measure, and who sees to it by when.

    ``evidence`` are seqs of the journal of team ``team_number`` of ``exercise_id``; both may be
    gone by now. ``owner`` is a role or service, never a person. ``due`` is an ISO date, ``verify``
    the slug of the scenario whose next exercise shows whether it held ('' for none).
    ``indicator`` is the measure that could show it ('' for none), ``code`` the proposal it began
    as ('' if the team's own). ``made_wall`` is a wall stamp (ms since 1970).
    """

    id: str
    exercise_id: str
    team_number: int
    slug: str
    format: str
    code: str
    finding: str
    evidence: tuple[int, ...]
    measure: str
    level: Level
    owner: str
    due: str
    verify: str
    indicator: str
    made_wall: int
    status: Status = "open"
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status == "open"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row that became another. ``wall`` is a wall stamp."""

    row_id: str
    wall: int
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a later exercise's team said of a row: did it hold?"""

    row_id: str
    exercise_id: str
    team_number: int
    answer: Answer
    wall: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an indicator came to for one team, about nobody. ``value`` is 0–1 over ``n``."""

    exercise_id: str
    team_number: int
    indicator: str
    slug: str
    format: str
    value: float
    n: int
    played_wall: int
