"""YAML read with suspicion: plain data and line numbers, or one clear refusal.

Events are read one by one and counted, so a hostile file is refused before it has grown. Only
strings, numbers, true, false, null, lists and mappings exist: no tags, anchors or aliases. Dates
stay text; the schema reads them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_BYTES = 1_000_000
MAX_LINE = 20_000
MAX_DEPTH = 20
MAX_NODES = 25_000

Path = tuple[str | int, ...]

_WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INT = re.compile(r"^[-+]?\d{1,15}$")
_FLOAT = re.compile(r"^[-+]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15}|\d{1,15})(?:[eE][-+]?\d{1,3})?$")


class UnreadableError(Exception):
    """The text can't be read. Holds the line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, wrong: str, remedy: str, code: str) -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.remedy, self.code = line, wrong, remedy, code


@dataclass(slots=True)
class Parsed:
    """Plain data, and the line (from 1) of every path in it."""

    data: object
    lines: dict[Path, int] = field(default_factory=dict)
    size: int = 0
    """Characters read."""

    @property
    def mapping(self) -> dict[str, Any]:
        """The data, if it is a mapping; else an empty one."""
        return self.data if isinstance(self.data, dict) else {}


def decode(raw: bytes) -> str:
    """The text of a file. Raises :class:`UnreadableError` if it is too big or no UTF-8 text."""
    if len(raw) > MAX_BYTES:
        raise too_big(len(raw))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            line, "this is not UTF-8 text", "save the file as plain text in UTF-8", "file.binary"
        ) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise UnreadableError(
            line,
            "the file holds binary data",
            "save the file as plain text in UTF-8",
            "file.binary",
        )
    for line, written in enumerate(text.split("\n"), start=1):
        if len(written) > MAX_LINE:
            raise UnreadableError(
                line,
                f"the line has {len(written)} characters; at most {MAX_LINE} are read",
                "break it; long texts go over several lines after '>-'",
                "file.too-big",
            )
    return text


def too_big(size: int) -> UnreadableError:
    """The refusal of a file of ``size`` bytes."""
    return UnreadableError(
        1,
        f"the file has {size} bytes; a document has at most {MAX_BYTES} in all its files",
        "keep all but text out of it",
        "file.too-big",
    )


def parse_yaml(text: str) -> Parsed:
    """Read one YAML document. Raises :class:`UnreadableError` at the first fault."""
    try:
        parsed = _Builder(YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableError(
            line,
            f"this is not valid YAML ({error.problem or error.context})",
            "look at the indent, the colons and the quotes here and on the line above",
            "file.yaml",
        ) from None
    except (YAMLError, ValueError, OverflowError) as error:
        raise UnreadableError(
            1,
            f"this is not valid YAML ({str(error).splitlines()[0]})",
            "save the file as plain text in UTF-8, without control characters",
            "file.yaml",
        ) from None
    parsed.size = len(text)
    return parsed


class _Builder:
    """Builds data from events; refuses what a scenario has no use for."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._nodes = 0
        self._lines: dict[Path, int] = {}

    def document(self) -> Parsed:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                data = self._node(self._next(), (), 1)
                self._no_more()
                return Parsed(data, self._lines)
        raise UnreadableError(1, "the file is empty", "write the scenario in it", "file.empty")

    def _no_more(self) -> None:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                raise UnreadableError(
                    _line(event),
                    "a second document starts here",
                    "keep one document a file",
                    "file.yaml",
                )

    def _next(self) -> Event:
        event = next(self._events)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise UnreadableError(
                _line(event),
                f"more than {MAX_NODES} values in one file",
                "split the scenario over files named under 'include'",
                "file.too-big",
            )
        return event

    def _node(self, event: Event, path: Path, depth: int) -> object:
        self._refuse(event, depth)
        self._lines.setdefault(path, _line(event))
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _refuse(self, event: Event, depth: int) -> None:
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            raise UnreadableError(
                _line(event),
                "anchors and aliases (& and *) are not used in scenarios",
                "write the value out where it is needed",
                "file.alias",
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise UnreadableError(
                _line(event), "tags (!) are not used in scenarios", "remove the tag", "file.tag"
            )
        if depth > MAX_DEPTH:
            raise UnreadableError(
                _line(event),
                f"nested more than {MAX_DEPTH} deep",
                "a scenario never needs this; look for brackets that are not closed",
                "file.depth",
            )

    def _sequence(self, path: Path, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            self._refuse(event, depth + 1)
            if not isinstance(event, ScalarEvent):
                raise UnreadableError(
                    _line(event),
                    "a key must be a word, not a list or mapping",
                    "put quotes around it, or look at the brackets",
                    "file.yaml",
                )
            key = event.value
            if key in items:
                raise UnreadableError(
                    _line(event),
                    f"the key '{key}' stands twice in the same place",
                    "keep one of them, or give the second its right name",
                    "file.twice",
                )
            self._lines[(*path, key)] = _line(event)
            items[key] = self._node(self._next(), (*path, key), depth + 1)
        return items


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: ScalarEvent) -> object:
    value: str = event.value
    if event.implicit[0]:
        if value in _WORDS:
            return _WORDS[value]
        if _INT.match(value):
            return int(value)
        if _FLOAT.match(value) and math.isfinite(number := float(value)):
            return number
    return _sound(value, event)


def _sound(value: str, event: ScalarEvent) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise UnreadableError(
            _line(event),
            "half a character (a lone surrogate)",
            "write the character itself",
            "file.yaml",
        )
    return value
