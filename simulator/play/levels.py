"""BTI: the level of effort, 0 to 3, moved up and down by a decision that says why.

A level 0 that has lain for fourteen days reminds whoever coordinates (one municipality's
practice, mark L in the rule pack).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from simulator.play.inbox import close, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.law import due_for, law_of
from simulator.play.regret import by_seat
from simulator.play.roster import seat_of

Level = Annotated[int, Field(ge=0, le=3)]


@wire("level.set")
class SetLevel(Command):
    """Decide the level: why, and which of its entry criteria are met."""

    level: Level
    why: Words
    criteria: tuple[str, ...] = ()
    item: str = ""


@wire("level.changed")
class LevelChanged(Event):
    """The level is another. ``missing`` are its criteria that were not ticked; ``due_story`` is
    when a level 0 has lain too long."""

    seat: str
    level: Level
    before: Level | None
    why: str
    criteria: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    due_story: int | None = None
    item: str = ""


@wire("level.stalled")
class LevelStalled(Event):
    """Level 0 lay too long; whoever coordinates, or a leader, was reminded."""

    to: str


@dataclass
class Levels:
    """The level now (None before anybody decided one), who decided it and by which entry."""

    level: Level | None = None
    seat: str = ""
    seq: int = 0
    story_ms: int = 0
    stalled: int = 0
    before: dict[int, tuple[Level | None, str, int, int]] = field(default_factory=dict)
    """Seq of a change → level, seat, seq and story ms as they stood before it."""


def _set(state: State, by: Actor, command: SetLevel) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    before = state[Levels].level
    if command.level == before:
        return Refusal("level_is_so")
    if not command.why.strip():
        return Refusal("say_why")
    rows: dict[int, list[str]] = {
        row.level: [each.id for each in row.criteria] for row in law_of(state).levels
    }
    asked = rows.get(command.level, [])
    if not {*command.criteria} <= {each for known in rows.values() for each in known}:
        return Refusal("no_such_criterion")
    # What was ticked under another level says nothing about this one.
    met = tuple(each for each in asked if each in command.criteria)
    missing = tuple(each for each in asked if each not in met)
    due = due_for(state, "level-0", seat) if command.level == 0 else None
    return [LevelChanged(seat, command.level, before, command.why, met, missing, due, command.item)]


def _on_changed(state: State, entry: Entry, event: LevelChanged) -> None:
    levels = state[Levels]
    levels.before[entry.seq] = levels.level, levels.seat, levels.seq, levels.story_ms
    levels.level, levels.seat = event.level, event.seat
    levels.seq, levels.story_ms = entry.seq, entry.story_ms
    if event.item:
        close(state, entry, event.item)


def _on_stalled(state: State, entry: Entry, event: LevelStalled) -> None:
    levels = state[Levels]
    levels.stalled += 1
    put(state, entry, event.to, "reminder", f"level-{levels.stalled}")


def _forget(state: State, seq: int) -> None:
    levels = state[Levels]
    before = levels.before.pop(seq, None)
    if before:
        levels.level, levels.seat, levels.seq, levels.story_ms = before


ROOM = Room(
    "levels",
    rules={SetLevel: _set},
    folds={LevelChanged: _on_changed, LevelStalled: _on_stalled},
    regrets={LevelChanged: by_seat},
    forget=_forget,
    upholds={LevelChanged: lambda state, _event: state[Levels].before},
)
