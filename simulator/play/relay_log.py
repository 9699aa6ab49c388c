"""Stafettlogg: what was done with Planen, in order, for everybody who shares it.

Child and parents own it too (domain.md M13): whoever plays them adds a line in their own words, or
says that one is not right. Those who take part are told; nothing that they write is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from scenarios.family import Giver
from simulator.play.baton import Baton, BatonReleased, BatonTaken
from simulator.play.family import speaks_for
from simulator.play.grants import PlayedBy
from simulator.play.inbox import put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.planned import CarePlan, GoalSetDown, MeasureEvaluated, MeasureSetDown, PlanLed

Says = Literal["adds", "disputes"]
"""'Jeg vil legge til' · 'dette stemmer ikke'."""
LineKind = Literal[
    "goal", "measure", "evaluated", "led", "baton", "baton_let_go", "adds", "disputes"
]


@wire("family.note")
class NoteInLog(Command):
    """Child or parents write in the log. ``line`` is the line they speak of, as
    :attr:`LogLine.line` has it; 0 for none. That a line is not right can be said without words."""

    giver: Giver
    says: Says
    text: Words = ""
    line: int = 0


@wire("family.noted")
class FamilyNoted(Event):
    """Child or parents wrote in the log; those who take part are told."""

    giver: Giver
    says: Says
    played_by: PlayedBy
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class LogLine:
    """Line ``line`` (from 1): at story ms ``story_ms`` ``seat`` did something.

    ``ref`` is the goal or measure, ``number`` the measure's evaluation (from 1). Where child or
    parents write, ``seat`` is '', ``ref`` says which of them, ``number`` the line they speak of
    (0 for none), and ``text`` holds their words. ``seq`` wrote it; a line that is ``gone`` was
    taken back, and keeps its number.
    """

    line: int
    story_ms: int
    seat: str
    kind: LineKind
    ref: str = ""
    number: int = 0
    text: str = ""
    seq: int = 0
    gone: bool = False


@dataclass
class RelayLog:
    """The lines, oldest first."""

    lines: list[LogLine] = field(default_factory=list)

    def line(self, number: int) -> LogLine | None:
        """The line of that number (from 1), unless it was taken back."""
        found = self.lines[number - 1] if 0 < number <= len(self.lines) else None
        return found if found and not found.gone else None


def readers(state: State) -> tuple[str, ...]:
    """Seats that may read the log's words: they have a hand in the plan, or coordinate."""
    holder = state[Baton].holder
    return tuple(dict.fromkeys([*state[CarePlan].actors(), *([holder] if holder else [])]))


def _note(state: State, by: Actor, command: NoteInLog) -> Sequence[Event] | Refusal:
    played = speaks_for(state, by, command.giver)
    if isinstance(played, Refusal):
        return played
    if command.line and state[RelayLog].line(command.line) is None:
        return Refusal("no_such_line")
    text = command.text.strip()
    if not text and not (command.says == "disputes" and command.line):
        return Refusal("nothing_to_send")
    return [FamilyNoted(command.giver, command.says, played, text, command.line)]


def _add(state: State, entry: Entry, seat: str, kind: LineKind, ref: str = "") -> None:
    number = len(state[CarePlan].measures[ref].evaluations) if kind == "evaluated" else 0
    lines = state[RelayLog].lines
    line = len(lines) + 1
    lines.append(LogLine(line, entry.story_ms, seat, kind, ref, number, seq=entry.seq))


def _on_goal(state: State, entry: Entry, event: GoalSetDown) -> None:
    _add(state, entry, event.seat, "goal", event.goal)


def _on_measure(state: State, entry: Entry, event: MeasureSetDown) -> None:
    _add(state, entry, event.seat, "measure", event.measure)


def _on_evaluated(state: State, entry: Entry, event: MeasureEvaluated) -> None:
    _add(state, entry, event.seat, "evaluated", event.measure)


def _on_led(state: State, entry: Entry, event: PlanLed) -> None:
    _add(state, entry, event.seat, "led")


def _on_taken(state: State, entry: Entry, event: BatonTaken) -> None:
    _add(state, entry, event.seat, "baton")


def _on_released(state: State, entry: Entry, event: BatonReleased) -> None:
    _add(state, entry, event.seat, "baton_let_go")


def _on_noted(state: State, entry: Entry, event: FamilyNoted) -> None:
    lines = state[RelayLog].lines
    number = len(lines) + 1
    made = (number, entry.story_ms, "", event.says, event.giver, event.line, event.text, entry.seq)
    lines.append(LogLine(*made))
    for seat in readers(state):
        put(state, entry, seat, "notice", f"family-noted-{number}")


def _whose(_state: State, entry: Entry, _event: FamilyNoted) -> str:
    return str(entry.actor)


def _spoken_of(state: State, event: FamilyNoted) -> list[int]:
    found = state[RelayLog].line(event.line)
    return [found.seq] if found else []


def _forget(state: State, seq: int) -> None:
    log = state[RelayLog]
    log.lines = [replace(each, gone=True) if each.seq == seq else each for each in log.lines]


ROOM = Room(
    "relay_log",
    rules={NoteInLog: _note},
    folds={
        GoalSetDown: _on_goal,
        MeasureSetDown: _on_measure,
        MeasureEvaluated: _on_evaluated,
        PlanLed: _on_led,
        BatonTaken: _on_taken,
        BatonReleased: _on_released,
        FamilyNoted: _on_noted,
    },
    regrets={FamilyNoted: _whose},
    forget=_forget,
    upholds={FamilyNoted: _spoken_of},
)
