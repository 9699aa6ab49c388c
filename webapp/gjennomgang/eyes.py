"""Whose eyes: a visitor, the team they look at, and the addresses of its pages for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from flask import url_for

Who = Literal["leader", "participant", "screen"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link to the moment of one journal entry, in the replay."""

    seq: int
    href: str


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks at which team. ``teams`` is how many the exercise has; ``seat`` '' is none."""

    who: Who
    exercise_id: str
    team_id: str
    number: int
    teams: int
    seat: str = ""
    participant: str = ""

    @property
    def leads(self) -> bool:
        """Whether this is the facilitator, at their own screen."""
        return self.who == "leader"

    @property
    def is_screen(self) -> bool:
        """Whether the page is shown to the room."""
        return self.who == "screen"

    @property
    def audience(self) -> str:
        """The timeline's name for these eyes."""
        return "facilitator" if self.leads else "team"

    def start(self, number: int = 0) -> str:
        """The phase that is open, for this team or another."""
        if self.who == "participant":
            return url_for("debrief.mine")
        return url_for(
            "debrief.team",
            exercise_id=self.exercise_id,
            number=number or self.number,
            screen=self._screen,
        )

    def page(self, name: str, r: str = "") -> str:
        """One of the pages behind the analysis; ``r`` looks at one R of it."""
        if self.who == "participant":
            return url_for("debrief.my_page", page=name, r=r or None)
        return url_for(
            "debrief.team_page",
            exercise_id=self.exercise_id,
            number=self.number,
            page=name,
            screen=self._screen,
            r=r or None,
        )

    def screen(self, name: str = "", r: str = "", seq: int = 0, seat: str = "") -> str:
        """The same for the room to see: the phase, or a page (the replay at a moment)."""
        where = {**self._team, "screen": 1}
        if name:
            asked: dict[str, Any] = {"r": r or None, "at": seq or None, "as": seat or None}
            return url_for("debrief.team_page", **where, page=name, **asked)
        return url_for("debrief.team", **where)

    def replay(self, seq: int = 0, seat: str = "") -> str:
        """The replay, at the moment of an entry, as everybody or as one seat had it."""
        asked: dict[str, Any] = {"at": seq or None, "as": seat or None}
        if self.who == "participant":
            return url_for("debrief.my_page", page="replay", **asked)
        where = {**self._team, "screen": self._screen}
        return url_for("debrief.team_page", **where, page="replay", **asked)

    def moments(self, seat: str = "") -> str:
        """Where the replay asks for one moment alone."""
        asked: dict[str, Any] = {"as": seat or None}
        if self.who == "participant":
            return url_for("replay.my_moment", **asked)
        return url_for("replay.team_moment", **self._team, screen=self._screen, **asked)

    def entry(self, seq: int) -> str:
        """An entry's own line on the timeline."""
        return f"{self.page('timeline')}#seq-{seq}"

    def table(self, name: str, seat: str = "") -> str:
        """The table of a page, to take along."""
        asked: dict[str, Any] = {"as": seat or None}
        if self.who == "participant":
            return url_for("replay.my_table", page=name, **asked)
        return url_for("replay.team_table", **self._team, page=name, **asked)

    def what_if(self, seq: int, alternative: str = "") -> str:
        """What could have been otherwise at an entry, or what came of trying one thing."""
        where = {**self._team, "seq": seq, "screen": self._screen}
        if alternative:
            return url_for("whatif.tried", **where, alternative=alternative)
        return url_for("whatif.choose", **where)

    def state(self) -> str:
        """Where a waiting page asks whether anything has changed."""
        if self.who == "participant":
            return url_for("debrief.my_state")
        return url_for("debrief.team_state", exercise_id=self.exercise_id, number=self.number)

    @property
    def line(self) -> str:
        """What a page's socket says that it shows."""
        return {"participant": "seat", "leader": "console", "screen": "projector"}[self.who]

    def evidence(self, seqs: Iterable[int]) -> tuple[Evidence, ...]:
        """Links to the moments of entries, each once, in order."""
        known = sorted({seq for seq in seqs if seq})
        return tuple(Evidence(seq, self.replay(seq)) for seq in known)

    @property
    def _team(self) -> dict[str, Any]:
        return {"exercise_id": self.exercise_id, "number": self.number}

    @property
    def _screen(self) -> int | None:
        return 1 if self.is_screen else None
