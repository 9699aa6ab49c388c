"""A journal without its people: participants become p1, p2 …, and chosen names go out of texts.

Names never stand in a journal's own fields, but people may write them. What the scenario itself
says stays, also where somebody in the room is called the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from simulator.play.codec import entry_of, line_of
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
    """The journal with participants numbered as they came, and every text cleaned."""
    numbered = _Numbers()
    return [_entry(entry, numbered, clean) for entry in entries]


class _Numbers:
    """Pseudonyms of participants, in the order in which the journal first names them."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}

    def of(self, participant: str) -> str:
        return self._of.setdefault(participant, f"p{len(self._of) + 1}")


def _entry(entry: Entry, numbered: _Numbers, clean: Clean) -> Entry:
    line = line_of(entry)
    if entry.actor.participant:
        own = str(entry.actor).removesuffix(entry.actor.participant)
        line["actor"] = own + numbered.of(entry.actor.participant)
    # A page makes these up; they tell nothing, but might be compared with a phone's.
    line["command_id"] = f"c{entry.seq}" if entry.command_id else None
    line["body"] = _cleaned(line["body"], numbered, clean)
    return entry_of(line, EVENTS)


def _cleaned(value: Any, numbered: _Numbers, clean: Clean, key: str = "") -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return {name: _cleaned(each, numbered, clean, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each, numbered, clean, key) for each in value]
    if not isinstance(value, str):
        return value
    return numbered.of(value) if key == "participant" and value else clean(value)
