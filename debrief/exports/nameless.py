"""A journal without its people: participants become p1, p2 …, and chosen names go out of texts.

Names never stand in a journal's own fields, but people may write them. What the scenario itself
says stays, also where somebody in the room is called the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from simulator.play.codec import entry_of, line_of
from simulator.play.hotwash import HotwashGiven
from simulator.play.kernel import Entry
from simulator.play.rooms import EVENTS

HIDDEN = "[…]"
LEAST = 2
"""Letters that a part of a name needs to be looked for."""
_WORD = re.compile(r"\w+")

Clean = Callable[[str], str]


def without_names(names: Iterable[str], own_words: str) -> Clean:
    """What takes ``names`` and their parts out of a text, but for words of the scenario's own."""
    kept = {word.casefold() for word in _WORD.findall(own_words)}
    parts = {
        part
        for name in names
        for part in _WORD.findall(name)
        if len(part) >= LEAST and not part.isdecimal() and part.casefold() not in kept
    }
    if not parts:
        return lambda text: text
    longest = sorted(parts, key=lambda part: (-len(part), part))
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b", re.IGNORECASE)
    return lambda text: found.sub(HIDDEN, text)


def nameless(entries: Sequence[Entry], clean: Clean) -> list[Entry]:
    """The journal with participants and commands numbered as they came, and every text cleaned.

    First impressions were given to be read without a seat beside them: their words are left out.
    What is left replays as it was.
    """
    people, commands = _Numbers("p"), _Numbers("c")
    return [_entry(entry, people, commands, clean) for entry in entries]


class _Numbers:
    """Pseudonyms in the order in which a journal first names something: p1, p2 …"""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._of: dict[str, str] = {}

    def of(self, name: str) -> str:
        return self._of.setdefault(name, f"{self._letter}{len(self._of) + 1}")


def _entry(entry: Entry, people: _Numbers, commands: _Numbers, clean: Clean) -> Entry:
    line, participant = line_of(entry), entry.actor.participant
    if participant:
        line["actor"] = str(replace(entry.actor, participant=people.of(participant)))
    if entry.command_id:
        line["command_id"] = commands.of(entry.command_id)
    line["body"] = _cleaned(line["body"], people, clean)
    if isinstance(entry.event, HotwashGiven):
        line["body"] |= dict.fromkeys(("well", "hard", "surprise"), "")
    return entry_of(line, EVENTS)


def _cleaned(value: Any, people: _Numbers, clean: Clean, key: str = "") -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return {name: _cleaned(each, people, clean, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each, people, clean, key) for each in value]
    if not isinstance(value, str):
        return value
    return people.of(value) if key == "participant" and value else clean(value)
