"""Journal files: JSON Lines, one entry a line, the first with the whole scenario (docs/journal.md).

What is written depends on the journal alone: keys sorted, no spaces, UTF-8, a newline after each
line. ``recorded_at`` is the only wall stamp.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn, NotRequired

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from simulator.journal.order import check_order
from simulator.journal.store_contract import OrderError
from simulator.play.codec import JOURNAL_VERSION, WireError, entry_of, line_of
from simulator.play.kernel import Entry, Event

FIRST: Final = "team.formed"
"""The kind of every journal's first entry."""
_ANEW: Final = "Take a whole copy of the file, or export the journal again."


class JournalError(Exception):
    """A journal file that cannot be read: where, what is wrong, what to do.

    ``line`` counts from 1 and is 0 if the file as a whole is meant; ``seq`` is the entry that is
    missing, doubled or garbled, as far as that can be told.
    """

    def __init__(
        self, file: str, line: int, wrong: str, remedy: str = _ANEW, seq: int | None = None
    ) -> None:
        super().__init__(f"{file}:{line}: {wrong}. {remedy}")
        self.file = file
        self.line = line
        self.wrong = wrong
        self.remedy = remedy
        self.seq = seq


@dataclass(frozen=True, slots=True)
class JournalFile:
    """What a file holds: the scenario document ``{"source": …, "overlays": …}`` and the entries."""

    document: dict[str, Any]
    entries: list[Entry]


@with_config(ConfigDict(extra="forbid", strict=True))
class _Document(TypedDict):
    source: dict[str, Any]
    overlays: dict[str, Any]


@with_config(ConfigDict(extra="forbid", strict=True))
class _Line(TypedDict):
    seq: int
    at_ms: int
    story_ms: int
    recorded_at: int
    kind: str
    version: int
    actor: str
    command_id: str | None
    caused_by: int | None
    body: dict[str, Any]
    scenario: NotRequired[_Document]


_LINE: Final[TypeAdapter[Any]] = TypeAdapter(_Line)


def journal_lines(document: Mapping[str, Any], entries: Iterable[Entry]) -> Iterator[bytes]:
    """The file's lines, one after the other, each with its newline.

    ValueError if the first entry is not the forming of the team with seq 1.
    """
    for nth, entry in enumerate(entries):
        line = line_of(entry)
        if nth == 0:
            if (entry.seq, entry.kind) != (1, FIRST):
                raise ValueError(f"a journal begins with {FIRST}, not {entry.kind} {entry.seq}")
            line["scenario"] = document
        text = json.dumps(
            line, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
        )
        yield text.encode() + b"\n"


def write_journal(path: Path, document: Mapping[str, Any], entries: Sequence[Entry]) -> None:
    """Write a journal file. ValueError as :func:`journal_lines`, OSError where it cannot."""
    lines = journal_lines(document, entries)
    with path.open("wb") as file:
        file.writelines(lines)


def read_journal(path: Path, events: Mapping[str, type[Event]]) -> JournalFile:
    """Read a journal file whose lines are of those kinds. Raises :class:`JournalError`."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        told = f"the file cannot be read ({error.strerror})"
        raise JournalError(str(path), 0, told, "Check its name and rights.") from error
    if lines[-1] == b"":
        lines.pop()
    return _Reader(str(path), events).read(lines)


class _Reader:
    """Reads one file; knows the line it is at."""

    def __init__(self, file: str, events: Mapping[str, type[Event]]) -> None:
        self._file = file
        self._events = dict(events)
        self._at = 0
        self._document: dict[str, Any] = {}
        self._entries: list[Entry] = []

    def read(self, lines: Iterable[bytes]) -> JournalFile:
        for self._at, line in enumerate(lines, 1):
            self._entries.append(self._entry(self._values(line)))
        if not self._entries:
            self._refuse("the file is empty")
        return JournalFile(self._document, self._entries)

    def _refuse(self, wrong: str, remedy: str = _ANEW, seq: int | None = None) -> NoReturn:
        raise JournalError(self._file, self._at, wrong, remedy, seq)

    def _values(self, line: bytes) -> dict[str, Any]:
        """The line, of the right form."""
        try:
            values: dict[str, Any] = _LINE.validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"]) or "the line"
            self._refuse(f"{where}: {first['msg']}", seq=self._next)
        return values

    @property
    def _next(self) -> int:
        return len(self._entries) + 1

    def _entry(self, values: dict[str, Any]) -> Entry:
        """The entry, which must come next and be of a known kind."""
        if not 1 <= values["version"] <= JOURNAL_VERSION:
            self._refuse(
                f"the line is of version {values['version']}, we read 1 to {JOURNAL_VERSION}",
                "Read it with the version of Samspill that wrote it, or a newer one.",
                values["seq"],
            )
        document = values.pop("scenario", None)
        try:
            entry = entry_of(values, self._events)
            last = self._entries[-1] if self._entries else None
            check_order(last.seq if last else 0, last.at_ms if last else 0, entry)
        except WireError as error:
            self._refuse(str(error), seq=values["seq"])
        except OrderError as error:
            self._refuse(str(error), seq=error.seq)
        if (document is not None) != (self._at == 1) or (entry.kind == FIRST) != (self._at == 1):
            self._refuse(
                f"the first line, and no other, is {FIRST} and holds the scenario", seq=entry.seq
            )
        if document is not None:
            self._document = document
        return entry
