"""Tavla: what to keep and what to do otherwise (plus/delta), in the last phase, by nobody's hand.

Like a note on a wall: whoever put it there can't be told (:data:`simulator.play.kernel.ANONYMOUS`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.clock import Clock
from simulator.play.kernel import (
    ANONYMOUS,
    Actor,
    Command,
    Entry,
    Event,
    Refusal,
    Room,
    State,
    Words,
    wire,
)

Side = Literal["plus", "delta"]
"""Keep · do otherwise."""


@wire("board.note")
class PutNote(Command):
    """Put a note on the wall."""

    side: Side
    text: Words


@wire("board.remove")
class TakeNoteDown(Command):
    """Whoever leads takes a note down: it was said twice, or names somebody."""

    note: str


@wire("board.merge")
class MergeNotes(Command):
    """Whoever leads hangs a note under another that says the same."""

    note: str
    into: str


@wire("board.noted")
class NotePut(Event):
    """A note hangs there."""

    note: str
    side: Side
    text: str


@wire("board.removed")
class NoteTakenDown(Event):
    """A note hangs there no more."""

    note: str


@wire("board.merged")
class NotesMerged(Event):
    """A note hangs under another."""

    note: str
    into: str


@dataclass
class Board:
    """The notes that hang there, in the order put; ``count`` is how many ever did.

    ``under`` has the notes that hang under another, by the one they hang under.
    """

    notes: dict[str, NotePut] = field(default_factory=dict)
    under: dict[str, list[NotePut]] = field(default_factory=dict)
    count: int = 0


def _put(state: State, by: Actor, command: PutNote) -> Sequence[Event] | Refusal:
    if by != ANONYMOUS:
        return Refusal("not_your_part")
    if state[Clock].phase != "over":
        return Refusal("play_goes_on")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    return [NotePut(f"note-{state[Board].count + 1}", command.side, command.text.strip())]


def _remove(state: State, by: Actor, command: TakeNoteDown) -> Sequence[Event] | Refusal:
    if by.kind != "facilitator":
        return Refusal("only_facilitator")
    known = command.note in state[Board].notes
    return [NoteTakenDown(command.note)] if known else Refusal("nothing_to_send")


def _merge(state: State, by: Actor, command: MergeNotes) -> Sequence[Event] | Refusal:
    if by.kind != "facilitator":
        return Refusal("only_facilitator")
    hang = state[Board].notes
    one, other = hang.get(command.note), hang.get(command.into)
    if one is None or other is None or one is other or one.side != other.side:
        return Refusal("nothing_to_merge")
    return [NotesMerged(command.note, command.into)]


def _on_put(state: State, _entry: Entry, event: NotePut) -> None:
    board = state[Board]
    board.count += 1
    board.notes[event.note] = event


def _on_removed(state: State, _entry: Entry, event: NoteTakenDown) -> None:
    board = state[Board]
    board.notes.pop(event.note, None)
    board.under.pop(event.note, None)


def _on_merged(state: State, _entry: Entry, event: NotesMerged) -> None:
    board = state[Board]
    moved = [board.notes.pop(event.note), *board.under.pop(event.note, [])]
    board.under.setdefault(event.into, []).extend(moved)


ROOM = Room(
    "board",
    rules={PutNote: _put, TakeNoteDown: _remove, MergeNotes: _merge},
    folds={NotePut: _on_put, NoteTakenDown: _on_removed, NotesMerged: _on_merged},
)
