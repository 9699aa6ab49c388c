"""The BTI level: where it stands, and what each level asks for."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.levels import Levels
from webapp.regions import storytime
from webapp.regions.law import law
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class LevelLine:
    """The level in words, '' before anybody decided one; ``note`` is who decided it, and when."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """A level one can decide on. ``criteria`` are (id, words)."""

    level: int
    text: str
    criteria: tuple[tuple[str, str], ...]
    now: bool


def level_line(sight: Sight) -> LevelLine | None:
    """The small line on the team's and the child's page; None if the format has no levels."""
    if not sight.offers("level"):
        return None
    stand = sight.state[Levels]
    if stand.level is None:
        return LevelLine("", "")
    since = storytime.since(sight, stand.story_ms)
    note = _("bestemt av %(seat)s, %(when)s", seat=sight.seat_name(stand.seat), when=since)
    return LevelLine(_words(sight, stand.level), note)


def steps(sight: Sight) -> tuple[Step, ...]:
    """The levels from the lowest, with what should be so before each."""
    now = sight.state[Levels].level
    return tuple(
        Step(
            row.level,
            row.text,
            tuple((each.id, each.text) for each in row.criteria),
            row.level == now,
        )
        for row in law(sight).levels
    )


def _words(sight: Sight, level: int) -> str:
    return next((row.text for row in law(sight).levels if row.level == level), "")
